// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/plainstyle.h"

#include <QApplication>
#include <QPixmapCache>
#include <QtMath>

#include <utility>

namespace Slipway::Theme {

namespace {

struct Shades
{
    QRgb window, base, alternate, text, faint, button, line, accent, link;
};

constexpr Shades light{0xfff4f5f7, 0xffffffff, 0xfff8f9fa, 0xff1c1f23, 0xff6b727b,
                       0xfffbfbfc, 0xffc9cdd3, 0xff0b5cc4, 0xff0b5cc4};
constexpr Shades dark{0xff1f2226, 0xff17191c, 0xff1c1f22, 0xffe6e8eb, 0xff9aa1aa,
                      0xff2b2f34, 0xff3d434a, 0xff2f7de0, 0xff7db8ff};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette{QColor(shades.button), QColor(shades.window)};
    const auto set = [&palette](QPalette::ColorRole role, QRgb shade) { palette.setColor(role, QColor(shade)); };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.faint);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::ToolTipBase, shades.base);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Mid, shades.line);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::BrightText, 0xffffffff);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.faint));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(shades.text));
    palette.setResolveMask(0);
    return palette;
}

/// What the style makes of any palette. It is the style that gives it: one given to the application itself is copied
/// for each widget, and Fusion names the pictures of controls after the copy. Qt 6.4 keeps these names for good.
QPalette &chosenPalette()
{
    static QPalette palette;
    return palette;
}

bool platformHasAStyle()
{
    static const bool has = QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0;
    return has;
}

/// Fusion keeps a picture of each control for every size that it ever had, up to Qt's own limit of 10 MiB.
void limitPictures()
{
    constexpr double kibibytes = 1024;
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmapCache::setCacheLimit(qCeil(kibibytes * ratio * ratio));
}

const QPalette &paletteFor(bool isDark)
{
    static const QPalette ofLight = paletteOf(light);
    static const QPalette ofDark = paletteOf(dark);
    return isDark ? ofDark : ofLight;
}

} // namespace

Choice choiceOf(const QString &word)
{
    if (word == QLatin1String("light"))
        return Choice::Light;
    return word == QLatin1String("dark") ? Choice::Dark : Choice::System;
}

QString wordOf(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return QStringLiteral("light");
    case Choice::Dark:
        return QStringLiteral("dark");
    case Choice::System:
        break;
    }
    return QStringLiteral("system");
}

void apply(Choice choice)
{
    static const QPalette platform = QApplication::palette();
    limitPictures();
    const bool isPlatforms = choice == Choice::System && platformHasAStyle();
    const bool wantsDark =
        choice == Choice::Dark || (choice == Choice::System && platform.color(QPalette::Base).lightness() < 128);
    chosenPalette() = isPlatforms ? platform : paletteFor(wantsDark);
    static bool isOwn = false;
    if (!isPlatforms && !std::exchange(isOwn, true))
        QApplication::setStyle(new PlainStyle(&chosenPalette())); // the application takes it
    QApplication::setPalette({});
}

} // namespace Slipway::Theme
