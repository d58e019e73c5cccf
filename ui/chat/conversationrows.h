// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/historyindex.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>

namespace Slipway {

/// Conversations as rows. A title can be edited, which asks for a renaming and changes nothing itself.
class ConversationRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Deployment, Messages, Changed, ColumnCount };
    enum DataRole { IdRole = Qt::UserRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Whether the deployment of a conversation is gone for certain, and that this may be another answer now.
    void setGone(std::function<bool(const QString &deployedModel)> isGone) { m_isGone = std::move(isGone); }
    void goneChanged();

    void clear();
    void put(const QList<ConversationSummary> &some); ///< new or changed
    void remove(const QString &id);
    const ConversationSummary *at(int row) const; ///< nullptr where there is none
    int rowOf(const QString &id) const { return m_places.value(id, -1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void retranslate();

Q_SIGNALS:
    void renameRequested(const QString &id, const QString &title);

private:
    QString textOf(const ConversationSummary &one, int column) const;
    QVariant sortedBy(const ConversationSummary &one, int column) const;
    bool isGone(const ConversationSummary &one) const;

    std::function<bool(const QString &)> m_isGone;
    QList<ConversationSummary> m_all;
    QHash<QString, int> m_places;
};

/// Those that a search found, sorted.
class FoundConversations : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FoundConversations(ConversationRows *rows, QObject *parent = nullptr);

    void showAll();
    void show(const QSet<QString> &ids, bool first); ///< of a search's answer, in portions
    bool isSearching() const { return m_wanted.has_value(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ConversationRows *m_rows;
    std::optional<QSet<QString>> m_wanted;
};

} // namespace Slipway
