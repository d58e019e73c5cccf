// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fieldgrid.h"

#include "ui/fleet/valuefield.h"
#include "ui/look.h"

#include <QGridLayout>

namespace Slipway {

FieldGrid::FieldGrid(Names names, QWidget *parent) :
    QWidget(parent), m_names(names), m_title(Look::plainLabel({}, this)), m_grid(new QGridLayout(this))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::Bold);
    m_title->setFont(bold);
    m_title->hide();
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Look::gap);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 20);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    hide();
}

void FieldGrid::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void FieldGrid::addLine()
{
    const int row = int(m_lines.size()) + 1;
    Line line{Look::secondaryLabel({}, this), new ValueField(this)};
    if (m_names == Names::Monospace) {
        line.name->setFont(Look::monospace(line.name->font()));
        line.value->setFont(Look::monospace(line.value->font()));
    }
    line.name->setBuddy(line.value);
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.value, row, 1);
    m_lines << line;
}

void FieldGrid::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (m_lines.size() < rows.size())
        addLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool used = i < rows.size();
        line.name->setVisible(used);
        line.value->setVisible(used);
        if (!used)
            continue;
        line.name->setText(QString(rows[i].name).replace(u'&', QLatin1String("&&"))); // it is a buddy: no mnemonic
        line.value->setValue(rows[i].value);
        line.value->setElide(rows[i].elide);
        line.value->setAccessibleName(rows[i].name);
    }
    setVisible(!rows.isEmpty());
}

} // namespace Slipway
