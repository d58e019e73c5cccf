// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/options.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

namespace Slipway::Simulator {

class Server;

/// A Server in a thread of its own, for the program's built-in account: it answers while the window is busy. Made, used
/// and destroyed in one thread; requests are not recorded.
class Background : public QObject
{
    Q_OBJECT

public:
    explicit Background(Options options, QObject *parent = nullptr);
    ~Background() override; ///< ends the server and waits for its thread

    bool start(); ///< waits until the server listens; false where the port is taken. Once.
    QUrl url() const { return m_url; }

    /// See Fault::parsed(). Holds for every request that is sent after this returns.
    bool addFault(const QString &spec, QString *problem = nullptr);
    void clearFaults();

    void setApiKey(const QByteArray &key);                  ///< see Server
    void inWorld(const std::function<void(World &)> &look); ///< waits until it is done
    qsizetype requestCount();                               ///< ever
    qsizetype mishapCount();                                ///< of these, how many a fault hit

private:
    void inThread(const std::function<void()> &work);

    Options m_options;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< lives in the thread
    std::unique_ptr<Server> m_server;   ///< likewise: made, used and destroyed there
    QUrl m_url;
};

} // namespace Slipway::Simulator
