// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/idtext.h"

#include "ui/look.h"
#include "ui/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

namespace Slipway {

static constexpr int wrapped = Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;

IdText::IdText(const QString &id, QWidget *parent) : QWidget(parent), m_shown(Look::visibleId(id))
{
    setFont(Look::monospace(font()));
    setAccessibleName(m_shown);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy"), this);
    connect(copy, &QAction::triggered, this, [id] { QGuiApplication::clipboard()->setText(id); });
    addAction(copy);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int IdText::heightForWidth(int width) const
{
    return m_heights.at(width, [&] { return laidOut(width).height(); });
}

void IdText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_heights.forget();
}

QSize IdText::sizeHint() const
{
    const int wide = qMin(fontMetrics().horizontalAdvance(m_shown) + 2, 48 * fontMetrics().averageCharWidth());
    return {wide, heightForWidth(wide)};
}

QSize IdText::minimumSizeHint() const
{
    return {16 * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

void IdText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), wrapped, m_shown);
}

QRect IdText::laidOut(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, qMax(width, 1), 100000), wrapped, m_shown);
}

} // namespace Slipway
