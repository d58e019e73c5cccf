// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"
#include "app/compare/runexport.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QSplitter;
class QTableView;
class QToolButton;

namespace Slipway {

class IdDelegate;
class NoteLabel;
class RunAnswers;
class RunLanes;
class RunRows;

/// A run: how far it is, its prompts, their answers and votes. Starts, stops, goes on, asks again, exports.
class RunView : public QWidget
{
    Q_OBJECT
public:
    explicit RunView(QWidget *parent = nullptr);

    void setRun(Run *run); ///< nullptr: none; outlives its use here

    /// Nothing can be asked, and why: the run is at work elsewhere, or its account is closed.
    void setRefusal(const QString &text);

Q_SIGNALS:
    void othersRequested(); ///< back to the list of runs

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    void buildTable();
    QToolButton *addTool(const char *name);
    void startOrStop();
    void askAgain();
    void keepPrimaryWidth();
    void exportRun();
    void write(const QString &path, RunExport::Format format);
    void showState();
    void showCurrent();
    void showNames();
    void goToNext();
    int withoutAnswer() const;
    void retranslate();

    QPointer<Run> m_run;
    QString m_refusal;
    QString m_said;
    QWidget *m_top = nullptr;
    QToolButton *m_others = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_concurrencyLabel = nullptr;
    QSpinBox *m_concurrency = nullptr;
    QPushButton *m_primary = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_export = nullptr;
    QToolButton *m_blind = nullptr;
    RunLanes *m_lanes = nullptr;
    NoteLabel *m_note = nullptr;
    QSplitter *m_splitter = nullptr;
    RunRows *m_rows = nullptr;
    IdDelegate *m_voteDelegate = nullptr;
    QTableView *m_table = nullptr;
    RunAnswers *m_answers = nullptr;
};

} // namespace Slipway
