// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Slipway {

/// One value to read, select and copy. Longer than its place it is elided, as a rule in the middle, until it is clicked
/// or reached by keyboard; its tooltip and the clipboard have it whole. Ctrl+C copies all of it where nothing is
/// selected.
class ValueField : public QLineEdit
{
    Q_OBJECT
public:
    explicit ValueField(QWidget *parent = nullptr);

    void setValue(const QString &value); ///< as it came; shown with what would be invisible made visible
    const QString &value() const { return m_value; }
    void setElide(Qt::TextElideMode elide);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    Qt::TextElideMode m_elide = Qt::ElideMiddle;
};

} // namespace Slipway
