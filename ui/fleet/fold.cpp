// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fold.h"

#include "ui/look.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace Slipway {

Fold::Fold(const QString &name, QWidget *parent) :
    QWidget(parent), m_button(new QToolButton(this)), m_layout(new QVBoxLayout(this))
{
    setObjectName(name);
    m_button->setObjectName(name + QStringLiteral("Button"));
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setArrowType(Qt::RightArrow);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Look::smallGap);
    m_layout->addWidget(m_button, 0, Qt::AlignLeading);
    connect(m_button, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
}

void Fold::setTitle(const QString &text)
{
    m_button->setText(text);
}

void Fold::setContent(QWidget *content)
{
    m_content = content;
    m_layout->addWidget(content);
    content->setVisible(isOpen());
}

void Fold::setOpen(bool open)
{
    m_open = open;
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (m_content)
        m_content->setVisible(open);
    if (open)
        Q_EMIT opened();
}

} // namespace Slipway
