// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answercolumn.h"

#include "ui/chat/idlabel.h"
#include "ui/chat/transcript.h"
#include "ui/compare/answerfigures.h"
#include "ui/look.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Slipway {

AnswerColumn::AnswerColumn(const ComparedModel &model, Conversation *conversation, QWidget *parent) :
    QWidget(parent),
    m_model(model),
    m_conversation(conversation),
    m_name(new IdLabel),
    m_transcript(new Transcript),
    m_figures(new AnswerFigures)
{
    setObjectName(QStringLiteral("answerColumn"));
    m_name->setId(model.deployedModel);
    m_name->setObjectName(QStringLiteral("comparedName"));
    auto *base = Look::secondaryLabel(Look::visible(model.modelName));
    base->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    base->setToolTip(Look::toolTip(model.modelName));
    m_transcript->setObjectName(QStringLiteral("comparedTranscript"));
    m_transcript->setAccessibleName(model.deployedModel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Look::smallGap, 0, Look::smallGap, 0);
    column->setSpacing(Look::smallGap);
    column->addWidget(m_name);
    column->addWidget(base);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_figures);
    for (QObject *moved : {static_cast<QObject *>(m_transcript), static_cast<QObject *>(m_transcript->viewport()),
                           static_cast<QObject *>(m_transcript->verticalScrollBar())})
        moved->installEventFilter(this);
    follow();
    showFigures();
}

void AnswerColumn::follow()
{
    m_transcript->setTurns(m_conversation->turns());
    const auto update = [this](int index) { m_transcript->updateTurn(index, m_conversation->turns().at(index)); };
    connect(m_conversation, &Conversation::turnAdded, this,
            [this](int index) { m_transcript->insertTurn(index, m_conversation->turns().at(index)); });
    connect(m_conversation, &Conversation::turnGrew, this, update);
    connect(m_conversation, &Conversation::turnChanged, this, update);
    connect(m_conversation, &Conversation::turnChanged, this, &AnswerColumn::showFigures);
    connect(m_conversation, &Conversation::turnsRemoved, m_transcript, &Transcript::removeTurns);
    connect(m_conversation, &Conversation::busyChanged, this, [this] {
        showFigures();
        Q_EMIT changed();
    });
    connect(m_conversation, &Conversation::opened, this, [this] {
        m_transcript->setTurns(m_conversation->turns());
        showFigures();
    });
    connect(m_transcript, &Transcript::retryRequested, this, [this] { m_conversation->retry(); });
    connect(m_transcript, &Transcript::goOnRequested, this, [this] { m_conversation->goOn(); });
    connect(m_transcript, &Transcript::regenerateRequested, this,
            [this](int index) { m_conversation->regenerate(index); });
    connect(m_transcript, &Transcript::editRequested, this, &AnswerColumn::editRequested);
    connect(m_transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_transcript->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_byHand)
            Q_EMIT scrolledByHand();
    });
}

const Turn *AnswerColumn::answer() const
{
    const QList<Turn> &turns = m_conversation->turns();
    return turns.isEmpty() || turns.constLast().role != Role::Assistant ? nullptr : &turns.constLast();
}

void AnswerColumn::showOffers()
{
    m_transcript->offer({.ask = !m_conversation->isBusy(), .goOn = m_conversation->canGoOn()});
}

void AnswerColumn::setPlaceholder(const QString &text)
{
    m_transcript->setPlaceholder(text);
}

void AnswerColumn::showFigures()
{
    m_figures->setAnswer(answer(), m_model);
}

/// What moves while the reader's event is handled was moved by the reader, not by a growing answer.
bool AnswerColumn::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
        m_byHand = true;
        QMetaObject::invokeMethod(
            this, [this] { m_byHand = false; }, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void AnswerColumn::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_transcript->retranslate(m_conversation->turns());
    showFigures();
}

} // namespace Slipway
