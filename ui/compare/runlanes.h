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

class NoteLabel;

/// How far a run has come with each deployment, its figures, and why one is not asked now. Drawn some times a second.
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
        QProgressBar *bar;
        QLabel *progress;
        QLabel *totals;
        NoteLabel *trouble;
    };

    void addLine(int model);
    void showLines();

    QPointer<Run> m_run;
    QGridLayout *m_grid;
    QWidget *m_content = nullptr;
    QList<Line> m_lines;
    QTimer m_soon;
    QTimer m_countdown;
};

} // namespace Slipway
