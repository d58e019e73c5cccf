// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/compare/comparedmodel.h"

#include <QWidget>

class QScrollBar;

namespace Slipway {

class AnswerFigures;
class IdLabel;
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
    void showOffers();          ///< this answer alone may be asked for again
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    void changed();                ///< an answer began, grew no more or failed
    void editRequested(int index); ///< something else is to be asked in a prompt's place
    void scrolledByHand();         ///< the reader moved this one, by wheel, key or bar

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void showFigures();

    ComparedModel m_model;
    Conversation *m_conversation;
    IdLabel *m_name;
    Transcript *m_transcript;
    AnswerFigures *m_figures;
    bool m_byHand = false;
};

} // namespace Slipway
