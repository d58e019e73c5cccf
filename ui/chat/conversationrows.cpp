// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/conversationrows.h"

#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QLocale>

namespace Slipway {

void ConversationRows::clear()
{
    beginResetModel();
    m_all.clear();
    m_places.clear();
    endResetModel();
}

void ConversationRows::put(const QList<ConversationSummary> &some)
{
    QList<ConversationSummary> fresh;
    for (const ConversationSummary &one : some) {
        const int row = rowOf(one.id);
        if (row < 0) {
            fresh.append(one);
            continue;
        }
        if (std::exchange(m_all[row], one) != one)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (fresh.isEmpty())
        return;
    const int first = int(m_all.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (const ConversationSummary &one : fresh) {
        m_places.insert(one.id, int(m_all.size()));
        m_all.append(one);
    }
    endInsertRows();
}

void ConversationRows::remove(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_all.removeAt(row);
    m_places.remove(id);
    for (int &place : m_places)
        place -= place > row ? 1 : 0;
    endRemoveRows();
}

const ConversationSummary *ConversationRows::at(int row) const
{
    return row >= 0 && row < m_all.size() ? &m_all.at(row) : nullptr;
}

int ConversationRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_all.size());
}

int ConversationRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ConversationRows::goneChanged()
{
    if (!m_all.isEmpty())
        Q_EMIT dataChanged(index(0, Deployment), index(int(m_all.size()) - 1, Deployment));
}

bool ConversationRows::isGone(const ConversationSummary &one) const
{
    return m_isGone && m_isGone(one.deployedModel);
}

QString ConversationRows::textOf(const ConversationSummary &one, int column) const
{
    switch (column) {
    case ConversationRows::Title:
        return Look::visible(one.title);
    case ConversationRows::Deployment:
        return isGone(one) ? tr("%1 · gone", "the id of a deployment that there is no more")
                                 .arg(Look::visibleId(one.deployedModel))
                           : Look::visibleId(one.deployedModel);
    case ConversationRows::Messages:
        return QLocale().toString(one.messages);
    case ConversationRows::Changed:
        return minuteText(one.changed);
    default:
        return {};
    }
}

QVariant ConversationRows::sortedBy(const ConversationSummary &one, int column) const
{
    switch (column) {
    case Deployment:
        return Look::visibleId(one.deployedModel); // whether it is gone or not
    case Messages:
        return one.messages;
    case Changed:
        return one.changed;
    default:
        return textOf(one, column);
    }
}

QVariant ConversationRows::data(const QModelIndex &index, int role) const
{
    const ConversationSummary *one = at(index.row());
    if (!one || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*one, index.column());
    case Qt::EditRole:
        return one->title;
    case Qt::ToolTipRole:
        return Look::toolTip(textOf(*one, index.column()));
    case Qt::TextAlignmentRole:
        return int(index.column() == Messages ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case IdRole:
        return one->id;
    case SortRole:
        return sortedBy(*one, index.column());
    default:
        return {};
    }
}

QVariant ConversationRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return data(index(0, section), role).isValid() ? data(index(0, section), role) : QVariant(int(Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Conversation"), tr("Deployment"), tr("Messages"), tr("Last message")};
    return titles[section];
}

Qt::ItemFlags ConversationRows::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.column() == Title ? base | Qt::ItemIsEditable : base;
}

/// The row changes when it was done.
bool ConversationRows::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ConversationSummary *one = at(index.row());
    const QString title = value.toString().simplified().left(200);
    if (!one || role != Qt::EditRole || index.column() != Title || title == one->title)
        return false;
    Q_EMIT renameRequested(one->id, title);
    return true;
}

void ConversationRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_all.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_all.size()) - 1, ColumnCount - 1));
}

FoundConversations::FoundConversations(ConversationRows *rows, QObject *parent) :
    QSortFilterProxyModel(parent), m_rows(rows)
{
    setSortRole(ConversationRows::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    setSourceModel(rows);
    sort(ConversationRows::Changed, Qt::DescendingOrder);
}

void FoundConversations::showAll()
{
    if (!std::exchange(m_wanted, std::nullopt))
        return;
    invalidateFilter();
}

void FoundConversations::show(const QSet<QString> &ids, bool first)
{
    if (first || !m_wanted)
        m_wanted.emplace();
    m_wanted->unite(ids);
    invalidateFilter();
}

bool FoundConversations::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ConversationSummary *one = m_rows->at(row);
    return one && (!m_wanted || m_wanted->contains(one->id));
}

} // namespace Slipway
