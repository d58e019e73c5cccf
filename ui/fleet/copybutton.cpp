// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/copybutton.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QTimer>

namespace Slipway {

CopyButton::CopyButton(const QString &name, QWidget *parent) : QToolButton(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
    auto *back = new QTimer(this);
    back->setSingleShot(true);
    back->setInterval(1500);
    connect(back, &QTimer::timeout, this, &CopyButton::retranslate);
    connect(this, &QToolButton::clicked, this, [this, back] {
        QGuiApplication::clipboard()->setText(m_text);
        setText(tr("Copied"));
        back->start();
    });
}

void CopyButton::setWhat(const QString &what)
{
    setAccessibleName(what);
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void CopyButton::retranslate()
{
    const int wide = qMax(fontMetrics().horizontalAdvance(tr("Copy")), fontMetrics().horizontalAdvance(tr("Copied")));
    setMinimumWidth(wide + 16);
    setText(tr("Copy"));
}

} // namespace Slipway
