// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <atomic>

namespace Slipway {

class Gauge;

/// The application object. Tells a gauge of the GUI thread's events while that listens; otherwise it is as Qt made it.
class Application : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;

    void setGauge(Gauge *gauge) { m_gauge = gauge; } ///< it is taken away before it ends

    bool notify(QObject *receiver, QEvent *event) override;

private:
    std::atomic<Gauge *> m_gauge = nullptr; ///< read for each event of every thread
};

} // namespace Slipway
