// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/csv.h"

#include <algorithm>

namespace Slipway::Csv {

namespace {

/// Also the wide forms that a spreadsheet set to Chinese takes for the narrow ones.
bool beginsFormula(QChar c)
{
    return QStringLiteral("=+-@＝＋－＠").contains(c);
}

/// Where a spreadsheet may see the beginning of a cell: one that is set to another separator cuts there, quoted or not.
bool beginsCell(QChar before)
{
    return before == u';' || before == u'\t' || before == u'\r' || before == u'\n';
}

QString withoutFormula(const QString &text)
{
    QString safe;
    bool atStart = true;
    for (const QChar c : text) {
        if (atStart && beginsFormula(c))
            safe += u'\'';
        atStart = beginsCell(c) || (atStart && c.isSpace());
        safe += c;
    }
    const bool startsUnseen = !text.isEmpty() && beginsCell(text.front()) && text.front() != u';';
    return startsUnseen ? u'\'' + safe : safe;
}

} // namespace

QByteArray cell(const QString &text)
{
    const QString safe = withoutFormula(text);
    const bool plain = std::none_of(safe.begin(), safe.end(),
                                    [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
    if (plain)
        return safe.toUtf8();
    return '"' + QString(safe).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray record(const QByteArrayList &cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace Slipway::Csv
