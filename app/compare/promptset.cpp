// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/promptset.h"

#include "app/modelstudio/json.h"

#include <QFile>

#include <variant>

namespace Slipway {

namespace {

using Reason = BadLine::Reason;

struct Fault
{
    Reason reason;
    QString detail;
};

using Read = std::variant<QList<Message>, Fault>;

constexpr qsizetype mostBadLines = 1000;

std::optional<Role> roleOf(const QString &word)
{
    if (word == QLatin1String("system"))
        return Role::System;
    if (word == QLatin1String("user"))
        return Role::User;
    if (word == QLatin1String("assistant"))
        return Role::Assistant;
    return {};
}

bool isBlank(const QString &text)
{
    return QStringView(text).trimmed().isEmpty();
}

Read readMessages(const Json &list)
{
    if (!list.isArray())
        return Fault{Reason::WrongMessages, {}};
    QList<Message> messages;
    const auto items = list.items();
    for (const Json &item : items) {
        if (!item.isObject())
            return Fault{Reason::WrongMessages, {}};
        const auto role = roleOf(item["role"].text());
        if (!role)
            return Fault{Reason::WrongRole, item["role"].text()};
        if (!item["content"].isString())
            return Fault{Reason::WrongContent, {}};
        messages.append({*role, item["content"].text()});
    }
    if (messages.isEmpty() || isBlank(messages.constLast().content))
        return Fault{Reason::NothingToAsk, {}};
    if (messages.constLast().role != Role::User)
        return Fault{Reason::NotAQuestion, {}};
    return messages;
}

Read readJsonLine(const QByteArray &line)
{
    const auto object = Json::parse(line);
    if (!object || !object->isObject())
        return Fault{Reason::NotJson, {}};
    if ((*object)["messages"].hasValue())
        return readMessages((*object)["messages"]);
    const Json prompt = (*object)["prompt"];
    if (!prompt.hasValue())
        return Fault{Reason::NothingToAsk, {}};
    if (!prompt.isString())
        return Fault{Reason::WrongPrompt, {}};
    if (isBlank(prompt.text()))
        return Fault{Reason::NothingToAsk, {}};
    return QList<Message>{{Role::User, prompt.text()}};
}

Read readLine(const QByteArray &line, bool isJson)
{
    if (line.size() > PromptSet::longestLine)
        return Fault{Reason::TooLong, {}};
    if (!line.isValidUtf8())
        return Fault{Reason::NotUtf8, {}};
    return isJson ? readJsonLine(line) : Read(QList<Message>{{Role::User, QString::fromUtf8(line)}});
}

/// Blank to a person; what trimming bytes leaves of blanks that take several begins with one of these.
bool isBlankLine(const QByteArray &trimmed)
{
    return trimmed.isEmpty() || (uchar(trimmed.front()) >= 0x80 && isBlank(QString::fromUtf8(trimmed)));
}

bool looksLikeJson(const QByteArray &line)
{
    const auto object = line.startsWith('{') ? Json::parse(line) : std::nullopt;
    return object && object->isObject();
}

} // namespace

PromptSet readPrompts(const QByteArray &bytes)
{
    PromptSet set;
    bool isFirst = true;
    int number = 0;
    for (qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0; at < bytes.size();) {
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        const QByteArray line = bytes.mid(at, end - at).trimmed();
        at = end + 1;
        ++number;
        if (isBlankLine(line))
            continue;
        if (std::exchange(isFirst, false))
            set.isJson = looksLikeJson(line);
        const Read read = readLine(line, set.isJson);
        if (const auto *fault = std::get_if<Fault>(&read)) {
            ++set.badCount;
            if (set.bad.size() < mostBadLines)
                set.bad.append({number, fault->reason, fault->detail});
        } else if (set.prompts.size() >= PromptSet::mostPrompts) {
            ++set.leftOut;
        } else {
            set.prompts.append({number, std::get<QList<Message>>(read)});
        }
    }
    return set;
}

PromptSet readPromptFile(const QString &path, QString *problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = file.errorString();
        return {};
    }
    const QByteArray bytes = file.read(PromptSet::largestFile + 1); // what has no size, a pipe, too
    if (bytes.size() > PromptSet::largestFile)
        *problem = tooLargeFile;
    else if (file.error() != QFile::NoError)
        *problem = file.errorString();
    return problem->isEmpty() ? readPrompts(bytes) : PromptSet();
}

} // namespace Slipway
