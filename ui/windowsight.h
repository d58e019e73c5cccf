// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWindow>

class QWidget;

namespace Slipway {

/// Whether anybody can see a window: not one that is hidden, minimised or on another workspace, as far as the system
/// tells. Before it is first shown it counts as seen: it is about to be.
class WindowSight : public QObject
{
    Q_OBJECT
public:
    /// `window` owns this.
    explicit WindowSight(QWidget *window);

    bool isSeen() const { return m_isSeen; }

Q_SIGNALS:
    void changed(bool isSeen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    QPointer<QWindow> m_handle; ///< the window's own, once there is one
    bool m_isSeen = true;
};

} // namespace Slipway
