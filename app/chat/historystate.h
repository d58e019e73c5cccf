// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Slipway {

/// What belongs to a deployment rather than to one of its conversations. A small file of its own.
struct HistoryState
{
    struct Entry
    {
        QString conversation;                ///< the id of the one that is open
        QString draft;                       ///< what was typed and not sent
        QHash<QString, EditedPrompt> edited; ///< messages likewise, by the id of their conversation
        bool operator==(const Entry &) const = default;
    };
    QHash<QString, Entry> deployments; ///< by deployed model
    bool operator==(const HistoryState &) const = default;
};

QByteArray bytesOf(const HistoryState &state);
HistoryState historyStateOf(const QByteArray &bytes); ///< what of it can be read

} // namespace Slipway
