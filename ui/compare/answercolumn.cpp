// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answercolumn.h"

#include "ui/chat/idlabel.h"
#include "ui/chat/remedybar.h"
#include "ui/chat/transcript.h"
#include "ui/compare/answerfigures.h"
#include "ui/compare/comparewords.h"
#include "ui/fleet/notelabel.h"
#include "ui/look.h"
#include "ui/plaintext.h"
#include "ui/ticker.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Slipway {

AnswerColumn::AnswerColumn(const ComparedModel &model, Conversation *conversation, QWidget *parent) :
    QWidget(parent),
    m_model(model),
    m_conversation(conversation),
    m_name(new IdLabel),
    m_leftOut(new NoteLabel),
    m_transcript(new Transcript),
    m_remedy(new RemedyBar),
    m_figures(new AnswerFigures),
    m_tick(new Ticker(std::chrono::seconds(1), this))
{
    connect(m_tick, &Ticker::ticked, this, &AnswerColumn::showTime);
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &AnswerColumn::showFigures);
    setObjectName(QStringLiteral("answerColumn"));
    m_name->setId(model.deployedModel);
    m_name->setObjectName(QStringLiteral("comparedName"));
    auto *base = Look::secondaryLabel(Look::visible(model.modelName));
    base->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    base->setToolTip(Look::toolTip(Look::visible(model.modelName)));
    m_leftOut->setObjectName(QStringLiteral("comparedLeftOut"));
    m_leftOut->hide();
    m_transcript->setObjectName(QStringLiteral("comparedTranscript"));
    m_transcript->setAccessibleName(Look::visibleId(model.deployedModel));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Look::smallGap, 0, Look::smallGap, 0);
    column->setSpacing(Look::smallGap);
    column->addWidget(m_name);
    column->addWidget(base);
    column->addWidget(m_leftOut);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_remedy);
    column->addWidget(m_figures);
    for (QObject *moved : {static_cast<QObject *>(m_transcript), static_cast<QObject *>(m_transcript->viewport()),
                           static_cast<QObject *>(m_transcript->verticalScrollBar())})
        moved->installEventFilter(this);
    follow();
    connectTranscript();
    showFigures();
}

void AnswerColumn::follow()
{
    m_transcript->setTurns(m_conversation->turns());
    connect(m_conversation, &Conversation::turnAdded, this,
            [this](int index) { m_transcript->insertTurn(index, m_conversation->turns().at(index)); });
    connect(m_conversation, &Conversation::turnGrew, m_transcript, &Transcript::growTurn);
    connect(m_conversation, &Conversation::turnChanged, this, &AnswerColumn::showTurn);
    connect(m_transcript, &Transcript::turnWanted, this, &AnswerColumn::showTurn);
    connect(m_conversation, &Conversation::turnChanged, this, &AnswerColumn::showFigures);
    connect(m_conversation, &Conversation::turnGrew, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(m_conversation, &Conversation::turnsRemoved, m_transcript, &Transcript::removeTurns);
    connect(m_conversation, &Conversation::busyChanged, this, [this] {
        showFigures();
        Q_EMIT changed();
    });
    connect(m_conversation, &Conversation::reshaped, this, &AnswerColumn::showFigures);
    connect(m_conversation, &Conversation::opened, this, [this] {
        m_transcript->setTurns(m_conversation->turns());
        showFigures();
    });
}

void AnswerColumn::showTurn(int index)
{
    if (index < m_conversation->turns().size())
        m_transcript->updateTurn(index, m_conversation->turns().at(index));
}

/// An answer that has not begun, or does not go on, takes its time all the same.
void AnswerColumn::showTime()
{
    if (!m_conversation->isBusy())
        return;
    const Turn turn = asOf(QDateTime::currentDateTimeUtc(), m_conversation->turns().constLast());
    m_transcript->updateTurn(int(m_conversation->turns().size()) - 1, turn);
    m_figures->setAnswer(&turn, m_model);
}

void AnswerColumn::connectTranscript()
{
    connect(m_transcript, &Transcript::retryRequested, this,
            [this] { askAlone([this] { return m_conversation->retry(); }); });
    connect(m_transcript, &Transcript::goOnRequested, this,
            [this] { askAlone([this] { return m_conversation->goOn(); }); });
    connect(m_transcript, &Transcript::regenerateRequested, this,
            [this](int index) { askAlone([this, index] { return m_conversation->regenerate(index); }); });
    connect(m_remedy, &RemedyBar::accepted, this, [this](Parameter parameter) {
        askAlone([this, parameter] { return m_conversation->retryWithout(parameter); });
    });
    connect(m_transcript, &Transcript::editRequested, this, &AnswerColumn::editRequested);
    connect(m_transcript, &Transcript::branchRequested, this, &AnswerColumn::branchRequested);
    connect(m_transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_transcript->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_byHand)
            Q_EMIT scrolledByHand();
    });
}

void AnswerColumn::askAlone(const std::function<bool()> &how)
{
    if ((!m_mayAsk || m_mayAsk()) && how())
        m_transcript->followEnd();
}

// ---- prompts by their number, which is the same in all columns

int AnswerColumn::promptNumber(int index) const
{
    const QList<Turn> &turns = m_conversation->turns();
    return int(
        std::count_if(turns.begin(), turns.begin() + index, [](const Turn &turn) { return turn.role == Role::User; }));
}

int AnswerColumn::promptIndex(int number) const
{
    const QList<Turn> &turns = m_conversation->turns();
    for (int index = 0; index < turns.size(); ++index) {
        if (turns[index].role == Role::User && number-- == 0)
            return index;
    }
    return -1;
}

void AnswerColumn::ask(const QString &prompt, int instead)
{
    m_transcript->followEnd();
    const int index = instead < 0 ? -1 : promptIndex(instead);
    if (index >= 0)
        m_conversation->sendInstead(index, prompt);
    else
        m_conversation->send(prompt);
}

void AnswerColumn::showPrompt(int number, int branch, const QString &text)
{
    const int index = promptIndex(number);
    if (index < 0)
        return;
    const ConversationTree &tree = m_conversation->record().tree;
    const QList<int> branches = tree.branches(m_conversation->turns().at(index).id);
    const auto reads = [&](qsizetype at) { return tree.nodes().at(branches[at]).turn.content == text; };
    qsizetype at = branch - 1;
    if (at >= branches.size() || !reads(at)) {
        for (at = branches.size() - 1; at >= 0 && !reads(at);)
            --at;
    }
    if (at >= 0)
        m_conversation->showBranch(index, int(at) + 1);
}

// ---- what is shown

const Turn *AnswerColumn::answer() const
{
    const QList<Turn> &turns = m_conversation->turns();
    return turns.isEmpty() || turns.constLast().role != Role::Assistant ? nullptr : &turns.constLast();
}

void AnswerColumn::showOffers(bool mayTurn)
{
    const bool isIdle = !m_conversation->isBusy();
    m_transcript->offer({.ask = isIdle, .turn = mayTurn, .goOn = m_conversation->canGoOn()});
    m_remedy->offer(isIdle ? m_conversation->refusedParameter() : std::nullopt);
    showLeftOut();
}

/// Answers to different parameters are not compared unawares.
void AnswerColumn::showLeftOut()
{
    m_leftOut->setNote(CompareWords::leftOut(m_conversation->leftOut()), Look::Tone::Warning);
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
}

void AnswerColumn::setPlaceholder(const QString &text)
{
    m_transcript->setPlaceholder(text);
}

void AnswerColumn::showFigures()
{
    m_tick->setWanted(m_conversation->isBusy());
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
    showLeftOut();
}

} // namespace Slipway
