// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace Slipway::Simulator {

/// SIGTERM and SIGINT as a Qt signal. To be made before any other thread is.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void received();

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace Slipway::Simulator
