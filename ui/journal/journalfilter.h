// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"

#include <QHash>
#include <QSortFilterProxyModel>

#include <optional>

namespace Slipway {

class JournalRows;

/// Which entries of the journal are looked at. Each part left empty lets everything through.
struct JournalWanted
{
    QString text; ///< words, each of which is somewhere in the entry, in whatever case
    QString deployedModel;
    std::optional<Mutation::Verb> verb;
    std::optional<Mutation::State> state;
    bool operator==(const JournalWanted &) const = default;
};

/// The entries that are wanted, in the order of the rows. Its source is a JournalRows.
class JournalFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit JournalFilter(JournalRows *rows, QObject *parent = nullptr);

    const JournalWanted &wanted() const { return m_wanted; }
    void setWanted(const JournalWanted &wanted);
    bool isFiltering() const { return m_wanted != JournalWanted(); }

    const Mutation *entry(const QModelIndex &index) const; ///< nullptr for an invalid index
    QModelIndex indexOf(quint64 id) const;                 ///< invalid where it is not shown
    QList<Mutation> entries() const;                       ///< all that is shown, from top to bottom
    void forgetWords();                                    ///< the language changed

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool hasText(const Mutation &mutation) const;

    JournalRows *m_rows;
    JournalWanted m_wanted;
    QStringList m_words;
    mutable QHash<quint64, QString> m_texts; ///< what is searched, made when first needed
};

} // namespace Slipway
