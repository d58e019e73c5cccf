// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/credentials.h"

#include <QHash>

namespace Slipway {

/// Keeps keys until the program ends, and nowhere else. Answers as the contract of Credentials says, never at once.
class MemoryCredentials : public Credentials
{
    Q_OBJECT
public:
    using Credentials::Credentials;

    void askWhetherOpen(QObject *owner, OnOpen done) override;
    void read(const QString &accountId, QObject *owner, OnRead done) override;
    void write(const QString &accountId, const QByteArray &key, QObject *owner, OnDone done) override;
    void remove(const QString &accountId, QObject *owner, OnDone done) override;

private:
    QHash<QString, QByteArray> m_keys;
};

} // namespace Slipway
