// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

namespace Slipway::ConversationExport {

/// What stands above each message, in the language of who will read it.
struct Words
{
    QString title;
    QString prompt;
    QString reply;
    QString continued;
    QString system;
    QString thinking;
    QString incomplete; ///< of a reply that was stopped, cut, damaged or reached its longest
};

/// The branches that are shown, to be read.
QByteArray markdown(const ConversationRecord &record, const Words &words);

/// All of it, every branch and figure. Beside that the messages along the branches that are shown, as a service wants
/// them, for other programs.
QByteArray json(const ConversationRecord &record);

/// What json() wrote; nothing where it is not that, or of a newer version.
std::optional<ConversationRecord> read(const QByteArray &json);

/// A name for a file, without an ending.
QString fileName(const ConversationRecord &record);

} // namespace Slipway::ConversationExport

namespace Slipway {
/// What a conversation goes by: its title, else the first line of its first prompt, bounded.
QString titleOf(const ConversationRecord &record);
} // namespace Slipway
