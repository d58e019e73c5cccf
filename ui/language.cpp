// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Slipway {

static QString resolved(const QString &name)
{
    if (name == QLatin1String("en") || name == QLatin1String("zh_CN"))
        return name;
    const auto languages = QLocale::system().uiLanguages();
    const bool chinese = !languages.isEmpty() && languages.first().startsWith(QLatin1String("zh"));
    return chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void Language::use(const QString &name)
{
    const QString wanted = resolved(name);
    if (wanted == m_name)
        return;
    m_name = wanted;
    const QLocale system = QLocale::system();
    const QLocale asked(wanted);
    QLocale::setDefault(system.language() == asked.language() ? system : asked);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(wanted), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/slipway_%1.qm").arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace Slipway
