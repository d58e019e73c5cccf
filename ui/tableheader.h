// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Slipway {

/// The titles above a table's columns, each beginning or ending where its cells' texts do: a style gives titles less
/// room to the edge than cells. Titles can be clicked, as those of a table's own header. They do not show what is
/// selected: to know that, a header asks every row of every column whether it can be.
class TableHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(QWidget *parent = nullptr);

    void setSelectionModel(QItemSelectionModel *selection) override; ///< takes its model only

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    QItemSelectionModel *m_nothing;
};

} // namespace Slipway
