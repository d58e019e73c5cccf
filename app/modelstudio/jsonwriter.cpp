// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace Slipway {

namespace {

QByteArray escaped(char c)
{
    switch (c) {
    case '"':
        return QByteArrayLiteral("\\\"");
    case '\\':
        return QByteArrayLiteral("\\\\");
    case '\n':
        return QByteArrayLiteral("\\n");
    case '\r':
        return QByteArrayLiteral("\\r");
    case '\t':
        return QByteArrayLiteral("\\t");
    default:
        return "\\u00" + QByteArray(1, c).toHex();
    }
}

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

} // namespace

void JsonWriter::beginObject()
{
    separate();
    m_bytes += '{';
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::beginArray()
{
    separate();
    m_bytes += '[';
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (!m_isFirst)
        newLine();
    m_bytes += bracket;
    m_isFirst = false;
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    m_bytes += '"';
    m_bytes += name;
    m_bytes += m_layout == JsonLayout::Compact ? "\":" : "\": ";
    m_isAfterKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    m_bytes += '"';
    const QByteArray utf8 = text.toUtf8();
    qsizetype plain = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (!needsEscape(utf8[at]))
            continue;
        m_bytes += QByteArrayView(utf8).sliced(plain, at - plain);
        m_bytes += escaped(utf8[at]);
        plain = at + 1;
    }
    m_bytes += QByteArrayView(utf8).sliced(plain);
    m_bytes += '"';
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_bytes += QByteArray::number(number);
}

void JsonWriter::value(double number)
{
    Q_ASSERT(std::isfinite(number));
    separate();
    m_bytes += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonWriter::value(bool truth)
{
    separate();
    m_bytes += truth ? "true" : "false";
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_bytes += json;
}

/// Whatever belongs between what was written and the next key or value.
void JsonWriter::separate()
{
    if (std::exchange(m_isAfterKey, false) || m_depth == 0)
        return;
    if (!std::exchange(m_isFirst, false))
        m_bytes += ',';
    newLine();
}

void JsonWriter::newLine()
{
    if (m_layout == JsonLayout::Compact)
        return;
    m_bytes += '\n';
    m_bytes += QByteArray(m_depth * 4, ' ');
}

} // namespace Slipway
