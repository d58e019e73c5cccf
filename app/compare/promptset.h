// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationapi.h"

#include <QList>
#include <QString>

namespace Slipway {

/// One prompt of a set: what is sent, without the system prompt that all may share.
struct SetPrompt
{
    int line = 0; ///< of its file, from 1
    QList<Message> messages;
    bool operator==(const SetPrompt &) const = default;
};

/// A line that cannot be sent, and why.
struct BadLine
{
    enum class Reason {
        NotUtf8,
        TooLong,
        NotJson,       ///< or no object
        NothingToAsk,  ///< neither "prompt" nor "messages", or nothing in them
        WrongPrompt,   ///< "prompt" is no text
        WrongMessages, ///< "messages" is no list of objects
        WrongRole,     ///< `detail` is the role
        WrongContent,  ///< a message's content is no text
        NotAQuestion,  ///< the last message is not the user's
    };

    int line = 0;
    Reason reason = Reason::NotJson;
    QString detail; ///< as it came
    bool operator==(const BadLine &) const = default;
};

/// The prompts of a file, one a line. A file whose first line that is not blank is a JSON object is JSON lines, each
/// with `messages` (role and content) or `prompt`; any other is plain text. Blank lines are no prompts.
struct PromptSet
{
    static constexpr qsizetype longestLine = 1'000'000;             ///< bytes
    static constexpr qsizetype mostPrompts = 100'000;               ///< what is beyond is left out, and counted
    static constexpr qint64 largestFile = qint64{64} * 1024 * 1024; ///< bytes

    QList<SetPrompt> prompts;
    QList<BadLine> bad; ///< the first thousand
    qsizetype badCount = 0;
    qsizetype leftOut = 0; ///< prompts beyond mostPrompts
    bool isJson = false;
};

PromptSet readPrompts(const QByteArray &bytes);

/// As readPrompts; `problem` tells in the system's words why a file cannot be read, or is "too large".
PromptSet readPromptFile(const QString &path, QString *problem);
inline const QString tooLargeFile = QStringLiteral("too large");

} // namespace Slipway
