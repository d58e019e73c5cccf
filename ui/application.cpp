// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "app/stats/gauge.h"

#include <QThread>
#include <QWidget>

namespace Slipway {

bool Application::notify(QObject *receiver, QEvent *event)
{
    Gauge *gauge = m_gauge.load(std::memory_order_relaxed);
    if (!gauge || !gauge->isListening() || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    gauge->beginEvent(receiver, event->type());
    if (event->type() == QEvent::Paint && receiver->isWidgetType())
        gauge->paints(receiver, static_cast<QWidget *>(receiver)->window());
    const bool taken = QApplication::notify(receiver, event);
    if (m_gauge.load(std::memory_order_relaxed) == gauge) // the event may have been the end of it
        gauge->endEvent();
    return taken;
}

} // namespace Slipway
