// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QHash>
#include <QObject>

namespace Slipway {

/// The conversations of one account, one for each deployment, kept while this lives. Owns them.
class Conversations : public QObject
{
    Q_OBJECT
public:
    explicit Conversations(GenerationApi api, QObject *parent = nullptr);

    /// The same one for the same deployment, made when first asked for.
    Conversation *of(const QString &deployedModel);

private:
    GenerationApi m_api;
    QHash<QString, Conversation *> m_conversations;
};

} // namespace Slipway
