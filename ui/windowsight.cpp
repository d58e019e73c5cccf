// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowsight.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace Slipway {

WindowSight::WindowSight(QWidget *window) : QObject(window)
{
    window->installEventFilter(this);
}

bool WindowSight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show: // the window's handle is made by now, and another one may have taken its place
        if (auto *window = qobject_cast<QWidget *>(watched); window && window->windowHandle() != m_handle) {
            m_handle = window->windowHandle();
            m_handle->installEventFilter(this);
        }
        break;
    case QEvent::Expose:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        if (watched == m_handle)
            look();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void WindowSight::look()
{
    const bool isSeen = m_handle->isExposed() && !(m_handle->windowStates() & Qt::WindowMinimized);
    if (isSeen != std::exchange(m_isSeen, isSeen))
        Q_EMIT changed(isSeen);
}

} // namespace Slipway
