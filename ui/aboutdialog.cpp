// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include "ui/look.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Slipway"));
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/slipway.svg")).pixmap(64, 64));
    picture->setAlignment(Qt::AlignTop);

    auto *words = new QVBoxLayout;
    words->addWidget(Look::titleLabel(QStringLiteral("Slipway %1").arg(QLatin1String(SLIPWAY_VERSION))));
    words->addWidget(Look::plainLabel(tr("A dashboard for your Model Studio deployments.")));
    words->addWidget(
        Look::secondaryLabel(tr("Built with Qt %1. Free software: GNU General Public License, version 3 or later.")
                                 .arg(QLatin1String(qVersion()))));

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Look::gap);
    row->addWidget(picture);
    row->addLayout(words, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // no button of ours has one
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    column->setSpacing(2 * Look::gap);
    column->addLayout(row);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace Slipway
