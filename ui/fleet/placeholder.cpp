// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/placeholder.h"

#include "ui/look.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

constexpr int widestText = 420;

Placeholder::Placeholder(QWidget *parent) :
    QWidget(parent),
    m_headline(Look::titleLabel({}, this)),
    m_detail(Look::secondaryLabel({}, this)),
    m_action(new QPushButton(this))
{
    m_headline->setObjectName(QStringLiteral("placeholderHeadline"));
    m_detail->setObjectName(QStringLiteral("placeholderDetail"));
    m_action->setObjectName(QStringLiteral("placeholderAction"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Look::gap);
    layout->addStretch(2);
    for (QLabel *label : {m_headline, m_detail}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        label->setMaximumWidth(widestText);
        auto *centred = new QHBoxLayout;
        centred->addStretch();
        centred->addWidget(label, 100);
        centred->addStretch();
        layout->addLayout(centred);
    }
    layout->addSpacing(Look::gap);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &Placeholder::actionRequested);
    parent->installEventFilter(this);
    setGeometry(parent->rect());
}

/// The narrowest that takes no more lines than the widest: no line of one word is left at the end.
static void evenLines(QLabel *label)
{
    const QFontMetrics metrics = label->fontMetrics();
    const auto height = [&](int width) {
        return metrics.boundingRect(0, 0, width, QWIDGETSIZE_MAX, Qt::TextWordWrap, label->text()).height();
    };
    const int wanted = height(widestText);
    int width = widestText;
    while (width > widestText / 2 && height(width - Look::gap) == wanted)
        width -= Look::gap;
    label->setMaximumWidth(wanted > metrics.lineSpacing() ? width : widestText);
}

void Placeholder::show(const Text &text)
{
    if (text != m_text) {
        m_text = text;
        m_headline->setText(text.headline);
        m_headline->setVisible(!text.headline.isEmpty());
        m_detail->setText(text.detail);
        m_detail->setVisible(!text.detail.isEmpty());
        evenLines(m_headline);
        evenLines(m_detail);
        m_action->setText(text.action);
        m_action->setVisible(!text.action.isEmpty());
    }
    setVisible(true);
}

bool Placeholder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Slipway
