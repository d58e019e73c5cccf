// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace Slipway {

/// Does one thing after the other in a thread of its own, in the order in which they were asked for. What nobody waits
/// for may be left to whatever time a processor has to spare (QThread::IdlePriority).
class BackgroundThread
{
public:
    explicit BackgroundThread(const QString &name, QThread::Priority priority = QThread::InheritPriority);
    ~BackgroundThread(); ///< waits until all has been done
    Q_DISABLE_COPY_MOVE(BackgroundThread)

    void run(std::function<void()> work); ///< never blocks

private:
    QThread m_thread;
    QObject *m_worker; ///< lives in m_thread
};

} // namespace Slipway
