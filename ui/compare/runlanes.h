// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QProgressBar;

namespace Slipway {

class IdLabel;
class NoteLabel;
class RemedyBar;
class Ticker;

/// How far a run has come with each deployment, its figures, why one is not asked now, and what would help. While names
/// are hidden all are told together. Drawn some times a second.
class RunLanes : public QWidget
{
    Q_OBJECT
public:
    explicit RunLanes(QWidget *parent = nullptr);

    void setRun(Run *run);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        IdLabel *name;
        QProgressBar *bar;
        QLabel *progress;
        QLabel *totals;
        NoteLabel *trouble;
        RemedyBar *remedy;
    };

    void addLine(int model);
    void showLines();
    void showLine(int model);
    void showProgress(int model);

    QPointer<Run> m_run;
    QGridLayout *m_grid;
    QWidget *m_content = nullptr;
    QList<Line> m_lines;
    QTimer m_soon;
    Ticker *m_countdown;
};

} // namespace Slipway
