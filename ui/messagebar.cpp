// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace Slipway {

static QToolButton *barButton(const char *name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->hide();
    return button;
}

static void showAction(QToolButton *button, const QString &text)
{
    button->setVisible(!text.isEmpty());
    button->setText(QString(text).replace(u'&', QLatin1String("&&")));
}

MessageBar::MessageBar(QWidget *parent) :
    QWidget(parent),
    m_text(Look::plainLabel({}, this)),
    m_more(Look::secondaryLabel({}, this)),
    m_action(barButton("messageAction", this)),
    m_otherAction(barButton("messageOtherAction", this)),
    m_copy(barButton("messageCopy", this)),
    m_dismiss(barButton("messageDismiss", this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Look::gap, Look::smallGap, Look::gap, Look::smallGap);
    row->setSpacing(Look::gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(m_action);
    row->addWidget(m_otherAction);
    row->addWidget(m_copy);
    row->addWidget(m_dismiss);
    setFixedHeight(m_action->sizeHint().height() + 2 * Look::smallGap + 2);

    connect(m_action, &QToolButton::clicked, this, [this] { act(&Message::onAction); });
    connect(m_otherAction, &QToolButton::clicked, this, [this] { act(&Message::onOtherAction); });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (const auto topic = shown())
            QGuiApplication::clipboard()->setText(m_messages.value(*topic).requestId);
    });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        const auto topic = shown();
        if (!topic)
            return;
        const auto onDismiss = m_messages.value(*topic).onDismiss;
        clear(*topic);
        if (onDismiss)
            onDismiss();
    });
    retranslate();
}

void MessageBar::act(std::function<void()> Message::*what)
{
    const auto act = present().*what; // a copy: the act may clear the message
    if (act)
        act();
}

void MessageBar::show(Topic topic, const Message &message)
{
    m_messages.insert(topic, message);
    update();
}

void MessageBar::clear(Topic topic)
{
    if (m_messages.remove(topic) > 0)
        update();
}

void MessageBar::clearAll()
{
    m_messages.clear();
    update();
}

void MessageBar::setSummary(const QString &summary, const QString &action, std::function<void()> onAction)
{
    if (summary == m_summary.text && action == m_summary.action)
        return;
    m_summary = {.text = summary, .action = action, .onAction = std::move(onAction), .dismissible = false};
    update();
}

QString MessageBar::text() const
{
    return present().text;
}

MessageBar::Message MessageBar::present() const
{
    const auto topic = shown();
    return topic ? m_messages.value(*topic) : m_summary;
}

std::optional<MessageBar::Topic> MessageBar::shown() const
{
    if (m_messages.isEmpty())
        return std::nullopt;
    return m_messages.firstKey();
}

void MessageBar::update()
{
    const Message message = present();
    const qsizetype others = m_messages.size() - 1;
    m_more->setVisible(others > 0);
    m_more->setText(others > 0 ? tr("%n more", nullptr, int(others)) : QString());
    showAction(m_action, message.action);
    showAction(m_otherAction, message.otherAction);
    m_copy->setVisible(!message.requestId.isEmpty());
    m_dismiss->setVisible(!m_messages.isEmpty() && message.dismissible);
    const QString detail = message.detail.isEmpty() ? text() : message.detail;
    m_text->setToolTip(Look::toolTip(detail));
    m_text->setAccessibleName(detail);
    elide();
    QWidget::update();
}

void MessageBar::elide()
{
    const auto topic = shown();
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, topic ? palette().color(QPalette::Text) : Look::secondary(palette()));
    if (m_text->palette() != colours)
        m_text->setPalette(colours);
    m_text->setText(m_text->fontMetrics().elidedText(text(), Qt::ElideRight, qMax(0, m_text->width())));
}

void MessageBar::retranslate()
{
    m_copy->setText(tr("Copy request id"));
    m_dismiss->setText(tr("Dismiss"));
    update();
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        elide();
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto topic = shown();
    if (topic) {
        const Look::Tone tone = m_messages.value(*topic).tone;
        painter.fillRect(rect(), Look::wash(tone, palette()));
        painter.fillRect(0, 0, 3, height(), Look::colour(tone, palette()));
    }
    painter.fillRect(0, 0, width(), 1, palette().color(QPalette::Mid));
}

} // namespace Slipway
