// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalrows.h"

#include "ui/errortext.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/words.h"

#include <algorithm>

namespace Slipway {

JournalRows::JournalRows(QObject *parent) : QAbstractTableModel(parent) {}

void JournalRows::setJournal(Journal *journal)
{
    if (m_journal)
        m_journal->disconnect(this);
    m_journal = journal;
    readAll();
    if (!journal)
        return;
    connect(journal, &Journal::added, this, &JournalRows::onAdded);
    connect(journal, &Journal::changed, this, &JournalRows::onChanged);
    connect(journal, &QObject::destroyed, this, &JournalRows::readAll);
}

void JournalRows::readAll()
{
    beginResetModel();
    m_ids.clear();
    if (m_journal) {
        for (const Mutation &mutation : m_journal->entries())
            m_ids.append(mutation.id);
    }
    endResetModel();
}

void JournalRows::onAdded(quint64 id)
{
    const auto at = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (at != m_ids.end() && *at == id)
        return onChanged(id);
    const int row = int(m_ids.end() - at);
    beginInsertRows({}, row, row);
    m_ids.insert(at, id);
    endInsertRows();
}

void JournalRows::onChanged(quint64 id)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const Mutation *JournalRows::entry(int row) const
{
    if (!m_journal || row < 0 || row >= m_ids.size())
        return nullptr;
    return m_journal->find(m_ids.at(m_ids.size() - 1 - row));
}

int JournalRows::rowOf(quint64 id) const
{
    const auto at = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return at != m_ids.end() && *at == id ? int(m_ids.end() - at) - 1 : -1;
}

int JournalRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int JournalRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// ---- words

QVariant JournalRows::data(const QModelIndex &index, int role) const
{
    const Mutation *mutation = entry(index.row());
    if (!mutation)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return word(*mutation, index.column());
    case Qt::ToolTipRole:
        return Look::toolTip(tip(*mutation, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == HttpStatus ? Qt::AlignTrailing : Qt::AlignLeading));
    case NumberRole:
        return mutation->id;
    default:
        return index.column() == Outcome ? outcomeData(*mutation, role) : QVariant();
    }
}

QVariant JournalRows::outcomeData(const Mutation &mutation, int role)
{
    if (role == FleetProxy::ToneRole)
        return int(toneOf(mutation));
    if (role == FleetProxy::GlyphRole)
        return int(glyphOf(mutation.state));
    return {};
}

QString JournalRows::word(const Mutation &mutation, int column) const
{
    switch (column) {
    case Time:
        return exactTime(mutation.started);
    case What:
        return verbWord(mutation.verb);
    case Deployment:
        return Look::visible(mutation.deployedModel);
    case Model:
        return Look::visible(mutation.modelName);
    case Asked:
        return askedSizeText(mutation);
    case Outcome:
        return stateWord(mutation);
    case HttpStatus:
        return mutation.httpStatus ? QString::number(mutation.httpStatus) : QString();
    case RequestId:
        return Look::visible(mutation.requestId);
    default:
        return {};
    }
}

QString JournalRows::tip(const Mutation &mutation, int column) const
{
    if (column == Time)
        return timeWithZone(mutation.started) + u'\n' + relativeTime(mutation.started, QDateTime::currentDateTimeUtc());
    if (column == Outcome && mutation.error)
        return textOf(*mutation.error, deedOf(mutation.verb)).whole();
    return word(mutation, column);
}

QVariant JournalRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == HttpStatus ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case What:
        return tr("What");
    case Deployment:
        return tr("Deployed model");
    case Model:
        return tr("Model");
    case Asked:
        return tr("Asked");
    case Outcome:
        return tr("Outcome");
    case HttpStatus:
        return tr("HTTP");
    case RequestId:
        return tr("Request id");
    default:
        return {};
    }
}

void JournalRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString searchTextOf(const Mutation &mutation)
{
    QStringList parts{
        exactTime(mutation.started), verbWord(mutation.verb), mutation.deployedModel, mutation.modelName,
        askedText(mutation),         stateWord(mutation),     mutation.requestId,     QString::fromUtf8(mutation.body)};
    if (mutation.httpStatus)
        parts << QString::number(mutation.httpStatus);
    if (mutation.error)
        parts << textOf(*mutation.error, deedOf(mutation.verb)).whole() << mutation.error->detail;
    return parts.join(u'\n');
}

} // namespace Slipway
