// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversations.h"

namespace Slipway {

Conversations::Conversations(GenerationApi api, QObject *parent) : QObject(parent), m_api(api) {}

Conversation *Conversations::of(const QString &deployedModel)
{
    Conversation *&conversation = m_conversations[deployedModel];
    if (!conversation)
        conversation = new Conversation(m_api, deployedModel, this);
    return conversation;
}

} // namespace Slipway
