// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/gauge.h"

#include <QDialog>
#include <QList>
#include <QString>
#include <QTimer>

#include <functional>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Slipway {

/// What the program takes, live: start, polls, event loop, memory; to be read and copied. While it can be seen it has
/// the gauge watch, and shows the figures anew once a second; hidden, it costs nothing.
class PerformanceWindow : public QDialog
{
    Q_OBJECT
public:
    /// `gauge` outlives the window.
    PerformanceWindow(Gauge *gauge, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Translated text, asked for anew with each language and each look.
    using Words = std::function<QString()>;

    void build();
    void addStartRows();
    void addPollRows();
    void addLoopRows();
    void addMemoryRows();
    void addTitles(const QList<Words> &titles); ///< the first one is the group's, the others stand over its columns
    void addRow(const char *name, const Words &title, const QList<Words> &values);
    void addPollRow(const char *name, const Words &title, std::chrono::nanoseconds PollFigures::*figure);
    QLabel *addLabel(int row, int column, const Words &text);

    void look(); ///< shows the figures as they are now
    void showFigures();
    void showStalls();
    QString stallText(const Stall &stall) const;
    static QString placeText(const Stall &stall);
    QString milliseconds(std::chrono::nanoseconds time) const;
    void copy();
    void retranslate();

    Gauge *m_gauge;
    QGridLayout *m_grid;
    QLabel *m_stallsTitle;
    QPlainTextEdit *m_stalls;
    QPushButton *m_copy;
    QPushButton *m_close;
    QList<std::pair<QLabel *, Words>> m_texts;
    MemoryFigures m_memory;
    QTimer m_second;
};

} // namespace Slipway
