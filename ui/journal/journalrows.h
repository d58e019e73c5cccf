// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace Slipway {

/// A journal as a table, newest first, in words. Follows it row by row and is never reset but for another journal.
class JournalRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, What, Deployment, Model, Asked, Outcome, HttpStatus, RequestId, ColumnCount };
    enum DataRole {
        NumberRole = Qt::UserRole, ///< quint64, the entry's id
    };

    explicit JournalRows(QObject *parent = nullptr);

    void setJournal(Journal *journal); ///< may go away first; then there are no rows
    Journal *journal() const { return m_journal; }
    const Mutation *entry(int row) const; ///< nullptr where there is none
    int rowOf(quint64 id) const;          ///< -1 where absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void retranslate(); ///< the language changed

private:
    void readAll();
    void onAdded(quint64 id);
    void onChanged(quint64 id);
    QString word(const Mutation &mutation, int column) const;
    QString tip(const Mutation &mutation, int column) const;
    static QVariant outcomeData(const Mutation &mutation, int role);

    QPointer<Journal> m_journal;
    QList<quint64> m_ids; ///< growing; row 0 is the last
};

/// Everything of an entry as one text to be searched: the words on screen and what lies behind them.
QString searchTextOf(const Mutation &mutation);

} // namespace Slipway
