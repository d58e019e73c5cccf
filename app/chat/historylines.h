// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

namespace Slipway {

/// A conversation as lines of JSON, version 1. Pure. A file of it only grows while the conversation goes on: a line for
/// each turn when it is there, for what a reply grew by, for its end, and for everything that was changed since. None
/// ever holds a key.
namespace HistoryLines {
inline constexpr qint64 version = 1;

QByteArray begun(const ConversationRecord &record); ///< the first one
QByteArray titled(const QString &title);
QByteArray set(const ChatSettings &settings);
QByteArray added(const ConversationRecord &record, const Turn &turn); ///< one of the record's, as it is now
QByteArray grew(int id, const QString &content, const QString &reasoning);
QByteArray ended(const Turn &turn);
QByteArray removed(int id);
QByteArray restored(int id);
QByteArray chosen(int id);

/// All of a conversation, as short as can be; removed turns are left out.
QByteArrayList all(const ConversationRecord &record);
} // namespace HistoryLines

/// What such lines tell.
struct HistoryText
{
    ConversationRecord record;
    bool isWasteful = false; ///< HistoryLines::all() would be much shorter
};

/// Nothing where the lines tell of no turn. A line that is damaged, foreign or of a newer version costs what it told
/// and nothing else. A reply whose end is not told is Cut, without an error: the program ended first.
std::optional<HistoryText> readHistory(const QByteArray &lines);

/// Those of a newer version, which whoever writes the others anew has to keep.
QByteArrayList newerLines(const QByteArray &lines);

} // namespace Slipway
