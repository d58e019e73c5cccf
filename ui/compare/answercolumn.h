// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/compare/comparedmodel.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QScrollBar;

namespace Slipway {

class AnswerFigures;
class IdLabel;
class NoteLabel;
class RemedyBar;
class Ticker;
class Transcript;

/// What one of the compared deployments answers: its name, the conversation with it, the figures of its last answer.
class AnswerColumn : public QWidget
{
    Q_OBJECT
public:
    /// The conversation outlives this.
    AnswerColumn(const ComparedModel &model, Conversation *conversation, QWidget *parent = nullptr);

    const ComparedModel &model() const { return m_model; }
    Conversation *conversation() const { return m_conversation; }
    Transcript *transcript() const { return m_transcript; }

    const Turn *answer() const; ///< the last one; nullptr when there is none

    /// Asked before anything is sent for this column alone; while it says false nothing is.
    void setGuard(std::function<bool()> mayAsk) { m_mayAsk = std::move(mayAsk); }

    int promptNumber(int index) const; ///< how many prompts stand before this turn
    int promptIndex(int number) const; ///< the turn of the prompt of this number, from 0; -1 where there is none

    /// Asks it beside the prompt of that number, or at the end where there is no such prompt.
    void ask(const QString &prompt, int instead);

    /// The branch of that prompt that reads so; `branch` where several do.
    void showPrompt(int number, int branch, const QString &text);

    void showOffers(bool mayTurn); ///< this answer alone may be asked for again; whether branches can be changed
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    void changed();                ///< an answer began, grew no more or failed
    void editRequested(int index); ///< something else is to be asked in a prompt's place
    void branchRequested(int index, int branch);
    void scrolledByHand(); ///< the reader moved this one, by wheel, key or bar

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void showTurn(int index);
    void connectTranscript();
    void askAlone(const std::function<bool()> &how);
    void showFigures();
    void showTime();
    void showLeftOut();

    ComparedModel m_model;
    Conversation *m_conversation;
    std::function<bool()> m_mayAsk;
    IdLabel *m_name;
    NoteLabel *m_leftOut;
    Transcript *m_transcript;
    RemedyBar *m_remedy;
    AnswerFigures *m_figures;
    Ticker *m_tick; ///< while it answers
    QTimer m_soon;  ///< figures of an answer that grows are shown a few times a second
    bool m_byHand = false;
};

} // namespace Slipway
