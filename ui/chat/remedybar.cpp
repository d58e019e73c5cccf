// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/remedybar.h"

#include "ui/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Slipway {

RemedyBar::RemedyBar(QWidget *parent) : QWidget(parent), m_words(Look::secondaryLabel()), m_send(new QPushButton)
{
    m_words->setObjectName(QStringLiteral("remedyWords"));
    m_words->setWordWrap(true);
    m_send->setObjectName(QStringLiteral("remedy"));
    m_send->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Look::gap);
    row->addWidget(m_words, 1);
    row->addWidget(m_send);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_parameter)
            Q_EMIT accepted(*m_parameter);
    });
    hide();
}

void RemedyBar::offer(std::optional<Parameter> parameter)
{
    m_parameter = parameter;
    retranslate();
    setVisible(parameter.has_value());
}

void RemedyBar::retranslate()
{
    if (!m_parameter)
        return;
    const QString name = QString::fromLatin1(nameOf(*m_parameter));
    const bool isStream = *m_parameter == Parameter::WholeReply;
    m_words->setText(isStream ? tr("This model answers only in a stream.")
                              : tr("It stays left out for this deployment until you change it."));
    m_send->setText(isStream                             ? tr("Send streamed")
                    : *m_parameter == Parameter::Further ? tr("Send without the unknown parameters")
                                                         : tr("Send without %1").arg(name));
}

void RemedyBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
