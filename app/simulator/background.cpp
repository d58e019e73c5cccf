// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/background.h"

#include "app/simulator/server.h"

namespace Slipway::Simulator {

Background::Background(Options options, QObject *parent) :
    QObject(parent), m_options(std::move(options)), m_context(std::make_unique<QObject>())
{
    m_options.recorded = 0;
    m_thread.setObjectName(QStringLiteral("simulator"));
    m_context->moveToThread(&m_thread);
}

Background::~Background()
{
    if (m_thread.isRunning())
        inThread([this] { m_server.reset(); });
    m_thread.quit();
    m_thread.wait();
}

bool Background::start()
{
    bool listening = false;
    m_thread.start();
    inThread([&] {
        m_server = std::make_unique<Server>(m_options);
        listening = m_server->listen();
        m_url = listening ? m_server->url() : QUrl();
    });
    return listening;
}

bool Background::addFault(const QString &spec, QString *problem)
{
    bool good = false;
    if (m_thread.isRunning())
        inThread([&] { good = m_server->addFault(spec, problem); });
    return good;
}

void Background::clearFaults()
{
    if (m_thread.isRunning())
        inThread([this] { m_server->clearFaults(); });
}

void Background::setApiKey(const QByteArray &key)
{
    if (m_thread.isRunning())
        inThread([&] { m_server->setApiKey(key); });
}

void Background::inWorld(const std::function<void(World &)> &look)
{
    if (m_thread.isRunning())
        inThread([&] { look(m_server->world()); });
}

qsizetype Background::requestCount()
{
    qsizetype count = 0;
    if (m_thread.isRunning())
        inThread([&] { count = m_server->requestCount(); });
    return count;
}

qsizetype Background::mishapCount()
{
    qsizetype count = 0;
    if (m_thread.isRunning())
        inThread([&] { count = m_server->mishapCount(); });
    return count;
}

void Background::inThread(const std::function<void()> &work)
{
    QMetaObject::invokeMethod(m_context.get(), work, Qt::BlockingQueuedConnection);
}

} // namespace Slipway::Simulator
