// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/backgroundthread.h"

#include <utility>

namespace Slipway {

BackgroundThread::BackgroundThread(const QString &name, QThread::Priority priority) : m_worker(new QObject)
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(priority);
}

BackgroundThread::~BackgroundThread()
{
    run([this] { m_thread.quit(); });
    m_thread.wait();
}

void BackgroundThread::run(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

} // namespace Slipway
