// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "app/stats/gauge.h"

#include <QPointer>
#include <QScopedValueRollback>
#include <QThread>
#include <QWidget>

namespace Slipway {

namespace {

/// Deeper than any window's widgets lie in each other; where layouts never come to rest, the paint goes on without.
constexpr int maxLevels = 32;

bool comesBeforePaint(const QObject *receiver, const QEvent *event)
{
    return (event->type() == QEvent::UpdateRequest && (receiver->isWidgetType() || receiver->isWindowType())) ||
           (event->type() == QEvent::Expose && receiver->isWindowType());
}

} // namespace

bool Application::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    Gauge *gauge = m_gauge.load(std::memory_order_relaxed);
    if (!gauge || !gauge->isListening())
        return deliver(receiver, event);
    gauge->beginEvent(receiver, event->type());
    if (event->type() == QEvent::Paint && receiver->isWidgetType())
        gauge->paints(receiver, static_cast<QWidget *>(receiver)->window());
    const bool taken = deliver(receiver, event);
    if (m_gauge.load(std::memory_order_relaxed) == gauge) // the event may have been the end of it
        gauge->endEvent();
    return taken;
}

bool Application::deliver(QObject *receiver, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        ++m_layOuts;
    const QScopedValueRollback<int> deeper(m_depth, m_depth + 1);
    if (m_depth > 1 || !comesBeforePaint(receiver, event))
        return QApplication::notify(receiver, event);
    const QPointer<QObject> painted(receiver);
    layOutAll();
    return !painted || QApplication::notify(receiver, event);
}

/// Each pass delivers what was asked for before it; a widget that is laid out may ask its parent in turn.
void Application::layOutAll()
{
    for (int level = 0, before = -1; level < maxLevels && before != m_layOuts; ++level) {
        before = m_layOuts;
        sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
}

} // namespace Slipway
