// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace Slipway {

/// SIGTERM and SIGINT as a Qt signal, whatever threads there are; a second one ends the process at once. One at a time.
class QuitSignal : public QObject
{
    Q_OBJECT
public:
    explicit QuitSignal(QObject *parent = nullptr);
    ~QuitSignal() override;

Q_SIGNALS:
    void received();

private:
    QSocketNotifier m_notifier;
};

} // namespace Slipway
