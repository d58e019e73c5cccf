// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <atomic>

namespace Slipway {

class Gauge;

/// The application object. Before the event loop has a window painted, every widget is laid out that asked for it: Qt
/// lays out each level of widgets in a turn of its own, and would paint what is half done in between. Who repaints in
/// the midst of something gets no layouts into it. Tells a gauge of the GUI thread's events while that listens.
/// Otherwise it is as Qt made it.
class Application : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;

    void setGauge(Gauge *gauge) { m_gauge = gauge; } ///< it is taken away before it ends

    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool deliver(QObject *receiver, QEvent *event);
    void layOutAll();

    int m_layOuts = 0;                      ///< requests delivered so far
    int m_depth = 0;                        ///< events that are being delivered, one within the other
    std::atomic<Gauge *> m_gauge = nullptr; ///< read for each event of every thread
};

} // namespace Slipway
