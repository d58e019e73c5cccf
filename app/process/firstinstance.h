// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>

class QLocalSocket;

namespace Slipway {

/// One window for each person: the first process to claim a folder hears of those that claim it later. A first one that
/// was killed leaves nothing that has to be cleared away by hand.
class FirstInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        First,      ///< also where the folder cannot be written: two windows are better than none
        Second,     ///< the first one was told and has answered
        Unanswered, ///< there is a first one, which says nothing
    };

    /// `folder` is this person's own, e.g. $XDG_RUNTIME_DIR.
    explicit FirstInstance(const QString &folder, QObject *parent = nullptr);
    ~FirstInstance() override;

    /// Asked once, before there is a window: waits up to `patience` for the first one's answer. `activationToken` is
    /// what the desktop gave this process for bringing a window to the front; it is handed on.
    Role claim(const QByteArray &activationToken = {},
               std::chrono::milliseconds patience = std::chrono::milliseconds(5000));

    qint64 firstProcess() const; ///< whom to blame when it is unanswered; 0 when not known

Q_SIGNALS:
    void raiseRequested(const QByteArray &activationToken);

private:
    void listen();
    bool tellFirst(const QByteArray &activationToken, std::chrono::milliseconds patience) const;
    void accept();
    void hear(QLocalSocket *socket);

    QString m_address;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Slipway
