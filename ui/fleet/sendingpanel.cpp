// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/sendingpanel.h"

#include "ui/fleet/copybutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

static QLabel *wrappedLine(const QString &name, QWidget *parent)
{
    QLabel *label = Look::plainLabel({}, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

SendingPanel::SendingPanel(QWidget *parent) :
    QWidget(parent),
    m_headline(wrappedLine(QStringLiteral("panelHeadline"), this)),
    m_meaning(wrappedLine(QStringLiteral("panelMeaning"), this)),
    m_service(wrappedLine(QStringLiteral("panelService"), this)),
    m_requestId(wrappedLine(QStringLiteral("panelRequestId"), this)),
    m_copy(new CopyButton(QStringLiteral("panelCopyRequestId"), this)),
    m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("sendingPanel"));
    m_action->setObjectName(QStringLiteral("panelAction"));
    m_action->setAutoDefault(false);
    connect(m_action, &QPushButton::clicked, this, &SendingPanel::actionTriggered);
    build();
    showNothing();
}

void SendingPanel::build()
{
    QFont bold = m_headline->font();
    bold.setWeight(QFont::Bold);
    m_headline->setFont(bold);
    m_service->setFont(Look::monospace(m_service->font()));
    m_requestId->setFont(Look::small(m_requestId->font()));
    auto *last = new QHBoxLayout;
    last->setSpacing(Look::gap);
    last->addWidget(m_requestId, 1);
    last->addWidget(m_copy);
    last->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Look::gap, Look::gap, Look::gap, Look::gap);
    layout->setSpacing(Look::smallGap);
    layout->addWidget(m_headline);
    layout->addWidget(m_meaning);
    layout->addWidget(m_service);
    layout->addLayout(last);
}

void SendingPanel::showNothing()
{
    setAction({});
    hide();
}

void SendingPanel::showNote(const QString &headline, const QString &meaning, Look::Tone tone)
{
    fill({headline, meaning, {}, {}}, tone);
}

void SendingPanel::showError(const ErrorText &text, Look::Tone tone)
{
    fill(text, tone);
}

void SendingPanel::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void SendingPanel::fill(const ErrorText &text, Look::Tone tone)
{
    m_tone = tone;
    const auto put = [](QLabel *label, const QString &words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    put(m_headline, text.headline);
    put(m_meaning, text.meaning);
    put(m_service, text.service);
    put(m_requestId, text.requestId.isEmpty() ? QString() : tr("Request id: %1").arg(text.requestId));
    m_copy->setCopied(text.requestId);
    m_copy->setWhat(tr("Copy the request id"));
    m_copy->setVisible(!text.requestId.isEmpty());
    setAccessibleDescription(text.whole());
    setAction({});
    show();
    update();
}

void SendingPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Look::wash(m_tone, palette()));
    painter.fillRect(0, 0, Look::smallGap, height(), Look::colour(m_tone, palette()));
}

} // namespace Slipway
