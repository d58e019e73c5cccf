// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look.h"

#include "ui/inkicon.h"

#include <QFontDatabase>
#include <QFontInfo>

namespace Slipway::Look {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QPalette dangerous(QPalette palette)
{
    // Fusion makes buttons lighter than they are asked to be.
    const QColor red = isDark(palette) ? colour(Tone::Bad, palette) : colour(Tone::Bad, palette).darker(135);
    const QColor ink = isDark(palette) ? QColor(Qt::black) : QColor(Qt::white);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Button, red);
        palette.setColor(group, QPalette::ButtonText, ink);
    }
    return palette;
}

QColor colour(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x5f, 0xd0, 0x8a) : QColor(0x14, 0x7a, 0x3d);
    case Tone::Busy:
        return dark ? QColor(0x6c, 0xb2, 0xff) : QColor(0x0b, 0x5c, 0xc4);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb4, 0x23, 0x18);
    case Tone::Idle:
        return secondary(palette);
    case Tone::Warning:
        return dark ? QColor(0xf2, 0xb9, 0x4b) : QColor(0x8a, 0x52, 0x00);
    }
    return palette.color(QPalette::Text);
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

QColor wash(Tone tone, const QPalette &palette)
{
    return blend(colour(tone, palette), palette.color(QPalette::Window), isDark(palette) ? 0.18 : 0.10);
}

QColor secondary(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.66);
}

QFont monospace(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pixelSize() > 0)
        font.setPixelSize(base.pixelSize());
    else
        font.setPointSizeF(base.pointSizeF());
    return font;
}

static QFont scaled(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QFont small(const QFont &base)
{
    return scaled(base, 0.9);
}

QFont title(const QFont &base)
{
    QFont font = scaled(base, 1.2);
    font.setWeight(QFont::Bold);
    return font;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

namespace {

/// Keeps its colour and size right when the palette or the font changes.
class SecondaryLabel : public QLabel
{
public:
    explicit SecondaryLabel(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setForegroundRole(QPalette::PlaceholderText);
        setFont(small(font()));
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPalette wanted = palette();
        const QColor text = secondary(wanted);
        if (wanted.color(QPalette::PlaceholderText) != text) {
            wanted.setColor(QPalette::PlaceholderText, text);
            setPalette(wanted);
        }
        QLabel::paintEvent(event);
    }
};

} // namespace

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    auto *label = new SecondaryLabel(parent);
    label->setText(text);
    return label;
}

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setFont(title(label->font()));
    return label;
}

QIcon icon(const QString &name, const QPalette &palette)
{
    return QIcon(new InkIcon(QStringLiteral(":/icons/%1.svg").arg(name), palette.color(QPalette::WindowText)));
}

} // namespace Slipway::Look
