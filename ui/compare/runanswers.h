// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QPushButton;

namespace Slipway {

class AnswerFigures;
class Transcript;

/// Two answers to one prompt of a run, to read and to vote on. While the names are hidden the sides change from prompt
/// to prompt, by the run's own seed, so that nobody learns which is which.
class RunAnswers : public QWidget
{
    Q_OBJECT
public:
    explicit RunAnswers(QWidget *parent = nullptr);

    void setRun(Run *run);
    void showPrompt(int prompt); ///< -1: none
    int prompt() const { return m_prompt; }

    int first() const; ///< the pair's models, the lower number first
    int second() const;
    int modelOn(int side) const; ///< 0 left, 1 right

    enum class Vote { Left, Right, Tie, None };
    bool vote(Vote vote); ///< false, and nothing happens, where there are not two answers

    bool takeKey(int key); ///< one of those that vote; false where it is none
    void focusVote();

Q_SIGNALS:
    void pairChanged();
    void voteGiven(); ///< by a person, not taken back

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Side
    {
        QComboBox *choice;
        QLabel *hidden;
        Transcript *transcript;
        AnswerFigures *figures;
    };

    QWidget *buildSide(size_t side);
    QWidget *buildVote();
    void choosePair(int moved);
    std::optional<Turn> answerOn(int side) const; ///< as it may be shown now
    void showSide(int side);
    void showSides();
    RunVote::Choice given() const; ///< the vote on what is shown
    void showVote();
    void showVoteTips(bool possible);
    QString tallyText() const;
    void retranslate();

    QPointer<Run> m_run;
    int m_prompt = -1;
    std::array<int, 2> m_pair{0, 1};
    QLabel *m_asked;
    std::array<Side, 2> m_sides{};
    QWidget *m_votePanel = nullptr;
    QPushButton *m_left = nullptr;
    QPushButton *m_tie = nullptr;
    QPushButton *m_right = nullptr;
    QLabel *m_tally = nullptr;
};

} // namespace Slipway
