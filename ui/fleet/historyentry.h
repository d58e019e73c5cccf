// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Slipway {

class CopyButton;
class ValueField;
struct Mutation;

/// One thing that was asked of the service: when, what, and what the service said.
class HistoryEntry : public QWidget
{
    Q_OBJECT
public:
    /// `naming`: the deployment is named too, because the list is not about one.
    explicit HistoryEntry(bool naming, QWidget *parent = nullptr);

    void show(const Mutation &mutation);

Q_SIGNALS:
    void actionRequested(); ///< what inquiryAction() names

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addWrapped(const char *name);
    void showAnswer(const Mutation &mutation);
    void setState(const Mutation &mutation);

    bool m_naming;
    QLabel *m_verb;
    QLabel *m_state;
    QLabel *m_time;
    ValueField *m_deployedModel;
    QLabel *m_asked;
    QLabel *m_answer;
    QWidget *m_requestRow;
    ValueField *m_requestId;
    CopyButton *m_copy;
    QPushButton *m_action;
};

} // namespace Slipway
