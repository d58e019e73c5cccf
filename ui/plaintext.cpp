// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plaintext.h"

#include "ui/look.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Slipway::Look {

QString toolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    // An id is not broken at its hyphens; what is as long as a sentence is.
    constexpr qsizetype widest = 80;
    const QStringList lines = text.split(u'\n');
    const bool isShort = std::ranges::all_of(lines, [](const QString &line) { return line.size() <= widest; });
    const QString escaped = text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
    const QString shown = isShort ? QStringLiteral("<qt><div style=\"white-space:pre\">%1</div></qt>")
                                  : QStringLiteral("<qt><span style=\"white-space:pre-wrap\">%1</span></qt>");
    return shown.arg(escaped);
}

namespace {

/// Letters, marks and symbols that are drawn as nothing or as a blank.
bool isBlank(char32_t c)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 12> blanks{{{0x034F, 0x034F},
                                                                    {0x115F, 0x1160},
                                                                    {0x17B4, 0x17B5},
                                                                    {0x180B, 0x180F},
                                                                    {0x2800, 0x2800},
                                                                    {0x3164, 0x3164},
                                                                    {0xFE00, 0xFE0F},
                                                                    {0xFFA0, 0xFFA0},
                                                                    {0xFFFC, 0xFFFC},
                                                                    {0x16FE4, 0x16FE4},
                                                                    {0x1D159, 0x1D159},
                                                                    {0xE0100, 0xE01EF}}};
    return std::ranges::any_of(blanks, [c](const auto &range) { return c >= range.first && c <= range.second; });
}

bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return c != U' ';
    default:
        return isBlank(c);
    }
}

/// Chinese characters that are no other way of writing another character.
bool isPlainHan(char32_t c)
{
    return QChar::script(c) == QChar::Script_Han && QChar::category(c) == QChar::Letter_Other &&
           QChar::decompositionTag(c) == QChar::NoDecomposition;
}

/// Brackets are what hidden characters are shown in, so that a written ⟨U+202E⟩ must not look like one.
bool isHiddenInId(char32_t c)
{
    return c <= U' ' || c == 0x7F || (c > 0x7F && (isHidden(c) || !isPlainHan(c)));
}

QString shown(const QString &text, bool (*hides)(char32_t))
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        if (QChar::isHighSurrogate(c) && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), text[++at].unicode());
        if (hides(c))
            shown += QStringLiteral("\u27e8U+%1\u27e9").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

} // namespace

QString visible(const QString &text)
{
    return shown(text, isHidden);
}

QString visibleId(const QString &id)
{
    return shown(id, isHiddenInId);
}

QString windowTitle(const QString &text)
{
    return QString(text).replace(QLatin1String("[*]"), QStringLiteral("[\u2060*]"));
}

} // namespace Slipway::Look
