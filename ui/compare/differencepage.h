// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/worddiff.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QKeyEvent;
class QLabel;
class QToolButton;

namespace Slipway {

class DifferenceText;

/// The words in which any two of some answers differ, side by side. The difference is found in another thread.
class DifferencePage : public QWidget
{
    Q_OBJECT
public:
    explicit DifferencePage(QWidget *parent = nullptr);
    ~DifferencePage() override;

    struct Answer
    {
        QString name;
        QString text; ///< Markdown source
        bool operator==(const Answer &) const = default;
    };

    /// At least two. The pair that was chosen stays chosen where there are as many as before.
    void setAnswers(const QList<Answer> &answers);

    void turnPage(QKeyEvent *event); ///< a key that goes through both texts

    bool isReady() const { return m_ready; } ///< what is marked is the difference of what is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildTop();
    void buildTexts();
    void fillChoices();
    void keepApart(QComboBox *moved, QComboBox *other);
    void compare();
    void compareTexts(const QString &left, const QString &right, const std::shared_ptr<std::atomic_bool> &cancelled);
    void mark(const WordDifference &difference);
    void describe();
    void go(int step);
    void alignTo(DifferenceText *moved);
    void retranslate();

    QList<Answer> m_answers;
    WordDifference m_difference;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QComboBox *m_leftChoice;
    QComboBox *m_rightChoice;
    QLabel *m_summary;
    QLabel *m_legend;
    QToolButton *m_previous;
    QToolButton *m_next;
    DifferenceText *m_left;
    DifferenceText *m_right;
    qsizetype m_at = -1; ///< which change was gone to
    bool m_ready = false;
    bool m_aligning = false;
};

} // namespace Slipway
