// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace Slipway {

/// The language on screen, changed while the program runs: our texts, Qt's own, numbers and dates. Lives as long as the
/// application.
class Language
{
public:
    /// "en", "zh_CN", or empty for the system's (Chinese of any kind is zh_CN, everything else English).
    void use(const QString &name);
    QString name() const { return m_name; } ///< "en" or "zh_CN"

private:
    QString m_name;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace Slipway
