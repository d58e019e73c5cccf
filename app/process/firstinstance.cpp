// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/firstinstance.h"

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QThread>

namespace Slipway {

static const QByteArray question = QByteArrayLiteral("raise ");
static const QByteArray answer = QByteArrayLiteral("raised\n");

/// No token of any desktop is longer.
static constexpr qint64 longestLine = 1024;

FirstInstance::FirstInstance(const QString &folder, QObject *parent) :
    QObject(parent),
    m_address(folder + QStringLiteral("/slipway.socket")),
    m_lock(folder + QStringLiteral("/slipway.lock"))
{
    m_lock.setStaleLockTime(0); // a window may be open for weeks; only the end of its process makes the lock stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &FirstInstance::accept);
}

FirstInstance::~FirstInstance() = default;

// Between the first one's lock and its listening there is a moment in which it cannot be reached, and between a second
// one's two looks the first may end.
FirstInstance::Role FirstInstance::claim(const QByteArray &activationToken, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    do {
        if (m_lock.tryLock(0)) {
            listen();
            return Role::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::First;
        if (tellFirst(activationToken, std::chrono::milliseconds(deadline.remainingTime())))
            return Role::Second;
        QThread::msleep(20);
    } while (!deadline.hasExpired());
    return Role::Unanswered;
}

qint64 FirstInstance::firstProcess() const
{
    qint64 process = 0;
    QString host;
    QString program;
    return m_lock.getLockInfo(&process, &host, &program) ? process : 0;
}

void FirstInstance::listen()
{
    QLocalServer::removeServer(m_address); // left by one that was killed: the lock says that it is gone
    m_server.listen(m_address);
}

bool FirstInstance::tellFirst(const QByteArray &activationToken, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return false;
    socket.write(question + activationToken.simplified().left(longestLine - question.size() - 1) + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(int(deadline.remainingTime()))) {
    }
    return socket.readLine() == answer;
}

void FirstInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestLine);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { hear(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        hear(socket);
    }
}

void FirstInstance::hear(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestLine)
            socket->abort();
        return;
    }
    const QByteArray line = socket->readLine(longestLine + 1);
    if (!line.startsWith(question)) {
        socket->abort();
        return;
    }
    Q_EMIT raiseRequested(line.sliced(question.size()).trimmed());
    socket->write(answer);
    socket->disconnectFromServer();
}

} // namespace Slipway
