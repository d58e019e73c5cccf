// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/turnwords.h"

#include "ui/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace Slipway {

struct TurnWords
{
    Q_DECLARE_TR_FUNCTIONS(TurnWords)
};

static QString seconds(std::chrono::milliseconds time, int decimals)
{
    return TurnWords::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000.0, 'f', decimals));
}

static QString seconds(std::chrono::milliseconds time)
{
    return seconds(time, time < std::chrono::seconds(10) ? 2 : 1);
}

static QString tokens(qint64 count)
{
    return TurnWords::tr("%Ln tokens", nullptr, int(count));
}

QString speakerOf(const Turn &turn)
{
    if (turn.role == Role::User)
        return TurnWords::tr("You");
    return turn.continues ? TurnWords::tr("Model, asked to go on from here") : TurnWords::tr("Model");
}

static QString counted(const Usage &usage)
{
    if (usage.inputTokens && usage.outputTokens) {
        const qint64 total = usage.totalTokens.value_or(*usage.inputTokens + *usage.outputTokens);
        return TurnWords::tr("%1 (%2 in, %3 out)")
            .arg(tokens(total), QLocale().toString(*usage.inputTokens), QLocale().toString(*usage.outputTokens));
    }
    if (const auto one = usage.totalTokens ? usage.totalTokens : usage.outputTokens)
        return tokens(*one);
    return {};
}

static QString ending(const QString &reason)
{
    if (reason.isEmpty() || reason == QLatin1String("stop") || reason == QLatin1String("null"))
        return {};
    if (reason == QLatin1String("length"))
        return TurnWords::tr("stopped at max tokens");
    if (reason == QLatin1String("tool_calls"))
        return TurnWords::tr("ended with a tool call");
    return TurnWords::tr("ended with “%1”").arg(Look::visible(reason));
}

QString yuanText(double yuan)
{
    int decimals = 2;
    for (double scaled = yuan; scaled > 0 && scaled < 0.1 && decimals < 8; scaled *= 10)
        ++decimals;
    return QLocale().toCurrencyString(yuan, QStringLiteral("¥"), decimals);
}

static constexpr std::chrono::milliseconds worthTelling{500}; // which rounds to a second

QString footerOf(const Turn &turn)
{
    if (turn.role == Role::User)
        return {};
    if (turn.state == Turn::State::Waiting)
        return turn.duration >= worthTelling
                   ? TurnWords::tr("waiting for the first token… %1", "a time").arg(seconds(*turn.duration, 0))
                   : TurnWords::tr("waiting for the first token…");
    const bool isGrowing = turn.state == Turn::State::Streaming;
    QStringList parts{counted(turn.usage)};
    if (isGrowing)
        parts.prepend(TurnWords::tr("answering…"));
    if (turn.yuan)
        parts += yuanText(*turn.yuan);
    if (isEstimate(turn) && !parts.first().isEmpty())
        parts += TurnWords::tr("estimates: it ended early");
    if (turn.firstToken)
        parts += TurnWords::tr("first %1").arg(seconds(*turn.firstToken));
    if (const auto speed = tokensPerSecond(turn))
        parts += TurnWords::tr("%1 tok/s").arg(QLocale().toString(*speed, 'f', *speed < 10 ? 1 : 0));
    if (isGrowing && turn.duration >= worthTelling)
        parts += seconds(*turn.duration, 0);
    if (turn.state == Turn::State::Complete)
        parts += ending(turn.finishReason);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

static QString errorWords(const Error &error)
{
    const ErrorText text = textOf(error, Deed::Prompt);
    QStringList lines{text.headline, text.meaning, text.service};
    if (!text.requestId.isEmpty())
        lines += TurnWords::tr("Request id: %1").arg(Look::visible(text.requestId));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// That it was asked over the other protocol; a person whose money it is must know of both requests.
static QString turnedWords(const ProtocolTurn &turned)
{
    const QString what = turned.now == Protocol::Compatible
                             ? TurnWords::tr("The native protocol was refused without a charge. This was asked over "
                                             "the OpenAI-compatible one, which is used from now on.")
                             : TurnWords::tr("The OpenAI-compatible protocol was refused without a charge. This was "
                                             "asked over the native one, which is used from now on.");
    const QString why = textOf(turned.refusal, Deed::Prompt).service;
    return why.isEmpty() ? what : what + u'\n' + why;
}

static TurnNotice endNotice(const Turn &turn)
{
    if (turn.damaged)
        return {Look::Tone::Warning, TurnWords::tr("A part of this message is lost: its file is damaged.")};
    switch (turn.state) {
    case Turn::State::Complete:
    case Turn::State::Waiting:
    case Turn::State::Streaming:
        return {};
    case Turn::State::Stopped:
        return {Look::Tone::Idle, TurnWords::tr("Stopped by you")};
    case Turn::State::Cut:
        if (!turn.error)
            return {Look::Tone::Warning, TurnWords::tr("Cut off: Slipway ended before the reply did.")};
        if (turn.error->kind == Error::Kind::Lost)
            return {Look::Tone::Warning, TurnWords::tr("Cut off: the connection ended before the reply did.")};
        return {Look::Tone::Warning,
                TurnWords::tr("Cut off: the reply ended with an error.") + u'\n' + errorWords(*turn.error)};
    case Turn::State::Failed:
        return {Look::Tone::Bad, turn.error ? errorWords(*turn.error) : TurnWords::tr("No reply came.")};
    }
    return {};
}

TurnNotice noticeOf(const Turn &turn)
{
    TurnNotice notice = endNotice(turn);
    if (turn.protocolTurn)
        notice.text = notice.text.isEmpty() ? turnedWords(*turn.protocolTurn)
                                            : turnedWords(*turn.protocolTurn) + u'\n' + notice.text;
    return notice;
}

/// Where the service did not say, or not to the end, they are about so many.
static QString reasoningTokens(const Turn &turn)
{
    const auto counted = turn.usage.reasoningTokens;
    const qint64 count = counted ? *counted : estimatedTokens(turn.reasoning);
    if (count <= 0)
        return {};
    return counted && !isEstimate(turn) ? tokens(count)
                                        : TurnWords::tr("about %1", "so many tokens").arg(tokens(count));
}

QString thinkingOf(const Turn &turn)
{
    const bool going = turn.state == Turn::State::Streaming && turn.content.isEmpty();
    QStringList parts;
    if (going) {
        parts += TurnWords::tr("Thinking…");
        if (turn.thinking)
            parts += seconds(*turn.thinking, 1); // more would only flicker
    } else {
        parts += turn.thinking ? TurnWords::tr("Thought for %1").arg(seconds(*turn.thinking))
                               : TurnWords::tr("Thought", "what a model did");
    }
    parts += reasoningTokens(turn);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString requestIdOf(const Turn &turn)
{
    return turn.error && !turn.error->requestId.isEmpty() ? turn.error->requestId : turn.requestId;
}

} // namespace Slipway
