// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/heights.h"

#include <QWidget>

namespace Slipway {

/// An id shown whole: in the monospaced face, wrapped anywhere it must be, with what would be invisible made visible.
/// The context menu copies it as it is.
class IdText : public QWidget
{
    Q_OBJECT
public:
    explicit IdText(const QString &id, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect laidOut(int width) const;

    QString m_shown;
    mutable Heights m_heights;
};

} // namespace Slipway
