// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/settings.h"

#include <QEvent>

namespace Slipway {

Settings::Settings(const QString &file) : QSettings(file, QSettings::IniFormat) {}

Settings::~Settings() = default;

bool Settings::event(QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest)
        return QSettings::event(event);
    write();
    return true;
}

/// All objects of one file share what they hold. After the other one has written it, Qt finds nothing left to write
/// here, and asks again at the next change.
void Settings::write()
{
    if (!m_writer)
        m_writer = std::make_unique<BackgroundThread>(QStringLiteral("settings"));
    const auto written = [this] {
        QEvent update(QEvent::UpdateRequest);
        QSettings::event(&update);
    };
    m_writer->run([this, file = fileName(), written] {
        QSettings(file, QSettings::IniFormat).sync();
        QMetaObject::invokeMethod(this, written, Qt::QueuedConnection);
    });
}

} // namespace Slipway
