// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/catalogrows.h"

#include "ui/fleet/delegates.h"
#include "ui/fleet/words.h"
#include "ui/look.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace Slipway {

static QString sourceTag(bool own)
{
    return own ? CatalogRows::tr("own") : CatalogRows::tr("base");
}

static QString planList(const CatalogModel &model)
{
    QStringList plans;
    for (const CatalogPlan &plan : model.plans)
        plans += planWord(plan.plan);
    return plans.join(QStringLiteral(", "));
}

static QString toolTipOf(const CatalogModel &model)
{
    QStringList lines{Look::visible(model.modelName)};
    if (!model.baseModel.isEmpty())
        lines += CatalogRows::tr("Base model: %1").arg(Look::visible(model.baseModel));
    if (!model.plans.isEmpty())
        lines += CatalogRows::tr("Plans: %1").arg(planList(model));
    return Look::toolTip(lines.join(u'\n'));
}

void CatalogRows::setModels(ModelSource source, const QList<CatalogModel> &models)
{
    beginResetModel();
    m_models.removeIf([source](const CatalogModel &model) { return model.source == source; });
    for (CatalogModel model : models) {
        model.source = source;
        m_models.append(model);
    }
    std::stable_partition(m_models.begin(), m_models.end(),
                          [](const CatalogModel &model) { return model.source == ModelSource::Custom; });
    endResetModel();
}

int CatalogRows::rowOf(const QString &modelName) const
{
    const auto found = std::find_if(m_models.begin(), m_models.end(),
                                    [&](const CatalogModel &model) { return model.modelName == modelName; });
    return found == m_models.end() ? -1 : int(found - m_models.begin());
}

int CatalogRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

QVariant CatalogRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogModel &model = at(index.row());
    const bool own = model.source == ModelSource::Custom;
    switch (role) {
    case Qt::DisplayRole:
        return Look::visible(model.modelName);
    case Qt::ToolTipRole:
        return toolTipOf(model);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(Look::visible(model.modelName), sourceTag(own));
    case OwnRole:
        return own;
    default:
        return {};
    }
}

void CatalogFilter::setText(const QString &text)
{
    m_text = text.simplified();
    m_words = m_text.split(u' ', Qt::SkipEmptyParts);
    invalidate();
    sort(0);
}

int CatalogFilter::distance(int row) const
{
    const QString &name = static_cast<const CatalogRows *>(sourceModel())->at(row).modelName;
    if (m_text.isEmpty() || !name.startsWith(m_text, Qt::CaseInsensitive))
        return 2;
    return name.size() == m_text.size() ? 0 : 1;
}

bool CatalogFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int one = distance(left.row());
    const int other = distance(right.row());
    return one != other ? one < other : left.row() < right.row();
}

bool CatalogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *rows = static_cast<const CatalogRows *>(sourceModel());
    const CatalogModel &model = rows->at(row);
    const QString all =
        model.modelName + u' ' + model.baseModel + u' ' + sourceTag(model.source == ModelSource::Custom);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void CatalogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem bare = option;
    initStyleOption(&bare, index);
    bare.text.clear();
    const QStyle *style = bare.widget ? bare.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &bare, painter, bare.widget);

    const bool selected = bare.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = bare.palette;
    const QColor ink = palette.color(groupOf(bare), selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inside = bare.rect.adjusted(Look::gap, 0, -Look::gap, 0);
    const QString tag = sourceTag(index.data(CatalogRows::OwnRole).toBool());
    const QFont tagFont = Look::small(bare.font);
    const int tagWidth = QFontMetrics(tagFont).horizontalAdvance(tag);
    painter->save();
    painter->setFont(tagFont);
    painter->setPen(selected ? ink : Look::secondary(palette));
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignRight, tag);
    painter->setFont(bare.font);
    painter->setPen(ink);
    const QRect room = inside.adjusted(0, 0, -tagWidth - Look::gap, 0);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(bare.font).elidedText(name, Qt::ElideMiddle, room.width()));
    painter->restore();
}

QSize CatalogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, option.fontMetrics.height() + Look::gap};
}

} // namespace Slipway
