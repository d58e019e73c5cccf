// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Slipway {

/// An id in a monospaced face, elided in its middle where there is no room; whole in the tooltip.
class IdLabel : public QLabel
{
    Q_OBJECT
public:
    explicit IdLabel(QWidget *parent = nullptr);

    void setId(const QString &id);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Slipway
