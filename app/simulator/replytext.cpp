// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/replytext.h"

#include <QList>

namespace Slipway::Simulator {

namespace {

constexpr auto english = R"(## A simulated reply

This text comes from the **simulator**, not from a model: nothing was computed and nothing is billed. It is reply %3 of this conversation.

You wrote:

> %1

What a deployment would do with it:

1. read the prompt with its *system message*, if there is one,
2. generate the reply token by token,
3. count what it used.

| Parameter | Meaning | Range |
|---|---|---|
| `temperature` | how freely it chooses | 0 to 2 |
| `top_p` | how much of the vocabulary it considers | 0 to 1 |
| `max_tokens` | where the reply is cut | 1 and up |

The same call from a program:

```python
from dashscope import Generation

reply = Generation.call(
    model="%2",
    messages=[{"role": "user", "content": "Hello"}],
    result_format="message",
)
print(reply.output.choices[0].message.content)
```

Set `DASHSCOPE_HTTP_BASE_URL` to point it at this simulator.
)";

constexpr auto chinese = R"(## 模拟回复

这段文字来自**模拟器**，不是模型：没有进行任何计算，也不产生费用。这是本次对话的第 %3 条回复。

您写道：

> %1

部署的模型会这样处理：

1. 读取提示词，以及*系统消息*（如果有），
2. 逐个 token 生成回复，
3. 统计用量。

| 参数 | 含义 | 范围 |
|---|---|---|
| `temperature` | 选词的自由程度 | 0 到 2 |
| `top_p` | 考虑多大范围的词 | 0 到 1 |
| `max_tokens` | 回复在何处截断 | 1 以上 |

在程序中这样调用：

```python
from dashscope import Generation

reply = Generation.call(
    model="%2",
    messages=[{"role": "user", "content": "你好"}],
    result_format="message",
)
print(reply.output.choices[0].message.content)
```

设置 `DASHSCOPE_HTTP_BASE_URL` 即可让程序访问本模拟器。
)";

/// What else a reply may be made of, for whoever asks to see a table.
constexpr auto englishRest = R"(
---

- [x] answered, ~~and billed~~
- [ ] computed

A reply of \(n\) tokens at \(v\) tokens per second takes \(n / v\) seconds; [the service's pages](https://help.aliyun.com/zh/model-studio/) tell what it costs.
)";

constexpr auto chineseRest = R"(
---

- [x] 已回复，~~已计费~~
- [ ] 已计算

以每秒 \(v\) 个 token 生成 \(n\) 个 token 需要 \(n / v\) 秒；部署的费用见[官方文档](https://help.aliyun.com/zh/model-studio/)。
)";

bool isChinese(const QString &text)
{
    for (const uint c : text.toUcs4())
        if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2FA1F))
            return true;
    return false;
}

/// The beginning of the prompt on one line, harmless inside Markdown.
QString quoted(const QString &prompt)
{
    constexpr qsizetype longest = 80;
    QString line = prompt.simplified();
    if (line.size() > longest) {
        const qsizetype cut = line[longest - 1].isHighSurrogate() ? longest - 1 : longest;
        line = line.left(cut) + u'…';
    }
    for (const QChar c : {u'\\', u'`', u'*', u'_', u'[', u']', u'<', u'>', u'#', u'|', u'~'})
        line.replace(c, QString(u'\\') + c);
    return line;
}

} // namespace

QByteArray replyTo(const QString &prompt, const QString &deployedModel, qsizetype turn)
{
    const bool inChinese = isChinese(prompt);
    const bool asksToSee = prompt.contains(inChinese ? QStringLiteral("表格") : QStringLiteral("table"));
    const QString text = QString::fromUtf8(inChinese ? chinese : english);
    const QByteArray reply = text.arg(quoted(prompt), deployedModel, QString::number(turn)).toUtf8();
    return asksToSee ? reply + (inChinese ? chineseRest : englishRest) : reply;
}

QByteArray thoughtOn(const QString &prompt)
{
    if (isChinese(prompt))
        return "（模拟的思考）用户的问题已经收到。先看问题，再决定怎样回答，最后说明这只是模拟。";
    return "(Simulated thinking.) The prompt has arrived. First read it, then decide how to answer, and say plainly "
           "that this "
           "is only a simulation.";
}

} // namespace Slipway::Simulator
