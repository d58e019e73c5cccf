// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalfilter.h"

#include "ui/journal/journalrows.h"

#include <algorithm>

namespace Slipway {

JournalFilter::JournalFilter(JournalRows *rows, QObject *parent) : QSortFilterProxyModel(parent), m_rows(rows)
{
    // Before the proxy itself hears of the change, so that it is judged by its new text.
    connect(rows, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (int row = first.row(); row <= last.row(); ++row)
            m_texts.remove(m_rows->index(row, 0).data(JournalRows::NumberRole).toULongLong());
    });
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_texts.clear(); });
    setSourceModel(rows);
}

void JournalFilter::setWanted(const JournalWanted &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_words = wanted.text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

const Mutation *JournalFilter::entry(const QModelIndex &index) const
{
    return index.isValid() ? m_rows->entry(mapToSource(index).row()) : nullptr;
}

QModelIndex JournalFilter::indexOf(quint64 id) const
{
    const int row = m_rows->rowOf(id);
    return row < 0 ? QModelIndex() : mapFromSource(m_rows->index(row, 0));
}

QList<Mutation> JournalFilter::entries() const
{
    QList<Mutation> all;
    for (int row = 0; row < rowCount(); ++row) {
        if (const Mutation *mutation = entry(index(row, 0)))
            all.append(*mutation);
    }
    return all;
}

void JournalFilter::forgetWords()
{
    m_texts.clear();
    if (!m_words.isEmpty())
        invalidateFilter();
}

bool JournalFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Mutation *mutation = m_rows->entry(row);
    return mutation && (m_wanted.deployedModel.isEmpty() || mutation->deployedModel == m_wanted.deployedModel) &&
           (!m_wanted.verb || mutation->verb == *m_wanted.verb) &&
           (!m_wanted.state || mutation->state == *m_wanted.state) && hasText(*mutation);
}

bool JournalFilter::hasText(const Mutation &mutation) const
{
    if (m_words.isEmpty())
        return true;
    QString &text = m_texts[mutation.id];
    if (text.isEmpty())
        text = searchTextOf(mutation);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Slipway
