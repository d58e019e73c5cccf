// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sight.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace Slipway {

Sight::Sight(QWidget *widget) : QObject(widget), m_widget(widget)
{
    widget->installEventFilter(this);
    if (widget->isVisible())
        watchWindow();
    look();
}

bool Sight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (watched == m_widget)
            watchWindow();
        look();
        break;
    case QEvent::Hide:
    case QEvent::Expose:
    case QEvent::WindowStateChange:
        look();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/// Not the same for ever: the system's window is made anew at times.
void Sight::watchWindow()
{
    QWindow *window = m_widget->window()->windowHandle();
    if (window == m_window)
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window;
    if (window)
        window->installEventFilter(this);
}

void Sight::look()
{
    const bool isSeen =
        m_widget->isVisible() && m_window && m_window->isExposed() && !(m_window->windowStates() & Qt::WindowMinimized);
    if (isSeen != std::exchange(m_isSeen, isSeen))
        Q_EMIT changed(isSeen);
}

} // namespace Slipway
