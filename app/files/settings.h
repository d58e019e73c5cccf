// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/backgroundthread.h"

#include <QSettings>

#include <memory>

namespace Slipway {

/// Settings in an INI file, whose changes go to the disk by themselves in a thread of their own: a disk that takes its
/// time does not hold up the event loop. sync() and the destructor still write at once.
class Settings : public QSettings
{
    Q_OBJECT
public:
    explicit Settings(const QString &file);
    ~Settings() override;

protected:
    bool event(QEvent *event) override;

private:
    void write();

    std::unique_ptr<BackgroundThread> m_writer; ///< once something changed
};

} // namespace Slipway
