// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

namespace Slipway {

Session::Session(const Account &account, const QByteArray &key, QObject *parent) :
    QObject(parent),
    m_account(account),
    m_client(endpointAt(account.root, account.workspace, key)),
    m_store(&m_client, &m_journal, account.name),
    m_conversations(GenerationApi(&m_client))
{
}

} // namespace Slipway
