// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/catalog.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace Slipway {

/// The catalog as rows, base and own models in one list.
class CatalogRows : public QAbstractListModel
{
    Q_OBJECT
public:
    enum DataRole { OwnRole = Qt::UserRole }; ///< bool: a fine-tuned model of one's own

    using QAbstractListModel::QAbstractListModel;

    void setModels(ModelSource source, const QList<CatalogModel> &models); ///< in place of what that source gave before
    const CatalogModel &at(int row) const { return m_models.at(row); }
    int rowOf(const QString &modelName) const; ///< -1 where absent

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<CatalogModel> m_models; ///< own models first
};

/// Those whose name, base model or source tag holds every word of the search text; the model of that very name first,
/// then names that begin with it, else in the catalog's order.
class CatalogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int distance(int row) const; ///< how far a model's name is from what was typed

    QString m_text;
    QStringList m_words;
};

/// A model's name and, at the right, where it comes from.
class CatalogDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Slipway
