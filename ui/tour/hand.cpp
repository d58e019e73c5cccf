// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/hand.h"

#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

namespace Slipway::Hand {

static void send(QWidget *widget, QEvent::Type type, const QPoint &at, Qt::MouseButtons held,
                 Qt::KeyboardModifiers modifiers)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton, held, modifiers);
    QApplication::sendEvent(widget, &event);
}

void click(QWidget *widget, const QPoint &at, Qt::KeyboardModifiers modifiers)
{
    if (widget->focusPolicy() & Qt::ClickFocus)
        widget->setFocus(Qt::MouseFocusReason);
    send(widget, QEvent::MouseButtonPress, at, Qt::LeftButton, modifiers);
    send(widget, QEvent::MouseButtonRelease, at, Qt::NoButton, modifiers);
}

void click(QWidget *widget)
{
    click(widget, widget->rect().center());
}

static void press(QWidget *widget, int code, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, code, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, code, modifiers, text);
    QApplication::sendEvent(widget, &up);
}

void key(QWidget *widget, int code, Qt::KeyboardModifiers modifiers)
{
    press(widget, code, modifiers, {});
}

void type(QWidget *widget, const QString &text)
{
    widget->setFocus(Qt::OtherFocusReason);
    for (const QChar c : text)
        press(widget, c.unicode() < 128 ? c.toUpper().unicode() : 0, Qt::NoModifier, c);
}

void replace(QWidget *widget, const QString &text)
{
    widget->setFocus(Qt::OtherFocusReason);
    key(widget, Qt::Key_A, Qt::ControlModifier);
    key(widget, Qt::Key_Delete);
    type(widget, text);
}

void choose(QMenu *menu, const char *action)
{
    // By keys: some versions of Qt take a click for one that only closes the menu, if the mouse has not moved before.
    const auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
    const qsizetype most = menu->actions().size();
    for (qsizetype i = 0; i < most && menu->activeAction() != wanted; ++i)
        key(menu, Qt::Key_Down);
    if (wanted && menu->activeAction() == wanted)
        key(menu, Qt::Key_Return);
}

void drop(QWidget *widget, const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint at = widget->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace Slipway::Hand
