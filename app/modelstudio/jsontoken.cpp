// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/jsontoken.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace Slipway {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

const char *skipDigits(const char *at, const char *end)
{
    while (at != end && isDigit(*at))
        ++at;
    return at;
}

/// Length of the escape that begins with the backslash at `at`; 0 when it is none.
int escapeLength(QByteArrayView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return 0;
    const char kind = text[at + 1];
    if (kind != 'u')
        return kind != '\0' && std::strchr("\"\\/bfnrt", kind) ? 2 : 0;
    if (at + 6 > text.size())
        return 0;
    for (qsizetype digit = at + 2; digit < at + 6; ++digit) {
        if (!isHexDigit(text[digit]))
            return 0;
    }
    return 6;
}

/// QString::fromUtf8 takes U+FEFF at the beginning for a byte order mark and drops it; in a string it is a character.
QString fromUtf8(QByteArrayView bytes)
{
    constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    if (bytes.isEmpty() || bytes.front() != mark.front())
        return QString::fromUtf8(bytes);
    qsizetype marks = 0;
    while (bytes.sliced(marks * mark.size()).startsWith(mark))
        ++marks;
    return QString(marks, QChar(QChar::ByteOrderMark)) + QString::fromUtf8(bytes.sliced(marks * mark.size()));
}

QChar escapedUnit(QByteArrayView escape)
{
    switch (escape[1]) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    case 'u':
        return QChar(escape.sliced(2).toByteArray().toUShort(nullptr, 16));
    default:
        return QLatin1Char(escape[1]);
    }
}

} // namespace

bool isJsonString(QByteArrayView token)
{
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
        return false;
    const QByteArrayView content = token.sliced(1, token.size() - 2);
    for (qsizetype at = content.indexOf('\\'); at >= 0; at = content.indexOf('\\', at)) {
        const int length = escapeLength(content, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

bool isJsonNumber(QByteArrayView token)
{
    const char *at = token.begin();
    const char *const end = token.end();
    if (at != end && *at == '-')
        ++at;
    const char *const whole = at;
    at = skipDigits(at, end);
    if (at == whole || (*whole == '0' && at - whole > 1))
        return false;
    if (at != end && *at == '.') {
        const char *const fraction = ++at;
        if ((at = skipDigits(at, end)) == fraction)
            return false;
    }
    if (at != end && (*at == 'e' || *at == 'E')) {
        if (++at != end && (*at == '+' || *at == '-'))
            ++at;
        const char *const exponent = at;
        if ((at = skipDigits(at, end)) == exponent)
            return false;
    }
    return at == end;
}

QString unescaped(QByteArrayView content)
{
    qsizetype escape = content.indexOf('\\');
    if (escape < 0)
        return fromUtf8(content);
    QString text;
    text.reserve(content.size());
    qsizetype plain = 0;
    while (escape >= 0) {
        text += fromUtf8(content.sliced(plain, escape - plain));
        const int length = escapeLength(content, escape);
        Q_ASSERT(length > 0);
        text += escapedUnit(content.sliced(escape, length));
        plain = escape + length;
        escape = content.indexOf('\\', plain);
    }
    return text += fromUtf8(content.sliced(plain));
}

std::optional<qint64> wholeNumber(QByteArrayView token)
{
    if (!isJsonNumber(token))
        return std::nullopt;
    qint64 whole = 0;
    const auto [rest, error] = std::from_chars(token.begin(), token.end(), whole);
    if (error == std::errc::result_out_of_range)
        return std::nullopt;
    if (rest == token.end())
        return whole;
    // Doubles hold every whole number up to 2^53; past it, one written with a fraction or an exponent is a guess.
    bool fits = false;
    const double number = token.toByteArray().toDouble(&fits);
    if (!fits || std::abs(number) > 9007199254740992.0 || number != std::floor(number))
        return std::nullopt;
    return static_cast<qint64>(number);
}

} // namespace Slipway
