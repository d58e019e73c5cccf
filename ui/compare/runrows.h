// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QPointer>

namespace Slipway {

/// The prompts of a run as rows: number, the prompt's beginning, what became of it with each deployment, the vote.
/// While names are hidden the first deployment's column tells how many answers there are, and the others nothing. Texts
/// are read from disk as they come into sight; some hundreds are kept.
class RunRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit RunRows(QObject *parent = nullptr);

    void setRun(Run *run);
    void setPair(int first, int second); ///< whose vote is shown
    void retranslate();

    int voteColumn() const { return modelCount() + 2; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int modelCount() const { return m_run ? m_run->index().modelCount() : 0; }
    QString promptText(int row) const;
    QString voteText(int row) const;
    bool isBlind() const { return m_run && m_run->index().isBlind(); }
    QVariant stateData(int row, int model, int role) const;
    QString modelTitle(int model) const;

    QPointer<Run> m_run;
    int m_first = 0;
    int m_second = 1;
    mutable QCache<int, QString> m_prompts;
};

} // namespace Slipway
