// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWindow>

class QWidget;

namespace Slipway {

/// Whether anybody can see a widget: not while it or its window is hidden, minimised or on another workspace, as far as
/// the system tells. What another window covers counts as seen.
class Sight : public QObject
{
    Q_OBJECT
public:
    /// `widget` owns this.
    explicit Sight(QWidget *widget);

    bool isSeen() const { return m_isSeen; }

Q_SIGNALS:
    void changed(bool isSeen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchWindow();
    void look();

    QWidget *m_widget;
    QPointer<QWindow> m_window; ///< the one that the widget is in, since it was shown
    bool m_isSeen = false;
};

} // namespace Slipway
