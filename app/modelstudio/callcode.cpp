// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/callcode.h"

#include <QStringList>

#include <algorithm>

namespace Slipway {

namespace {

using Header = std::pair<QString, QString>;

bool isUnseen(char32_t c)
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
        return false;
    }
}

/// No header goes on in a second line.
QString oneLine(QString value)
{
    value.removeIf([](QChar c) { return c == u'\r' || c == u'\n' || c.isNull(); });
    return value;
}

QList<Header> headersOf(const Request &request, const QString &workspace)
{
    QList<Header> headers;
    if (!request.body.isEmpty())
        headers.append({QStringLiteral("Content-Type"), QStringLiteral("application/json")});
    headers.append({QStringLiteral("Accept"), QString::fromUtf8(request.accept)});
    if (!workspace.isEmpty())
        headers.append({QStringLiteral("X-DashScope-WorkSpace"), oneLine(workspace)});
    for (const auto &[name, value] : request.headers)
        headers.append({QString::fromUtf8(name), oneLine(QString::fromUtf8(value))});
    return headers;
}

// ---- bash

/// $'…', where anything can be written as an escape.
QString shellEscaped(const QString &text)
{
    QString quoted = QStringLiteral("$'");
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\\' || c == U'\'')
            quoted += u'\\' + QChar(c);
        else if (!isUnseen(c))
            quoted += QString::fromUcs4(&c, 1);
        else
            for (const char byte : QString::fromUcs4(&c, 1).toUtf8())
                quoted += QStringLiteral("\\%1").arg(uint(static_cast<unsigned char>(byte)), 3, 8, QLatin1Char('0'));
    }
    return quoted + u'\'';
}

QString shellQuoted(const QString &text)
{
    const auto characters = text.toUcs4();
    if (std::any_of(characters.begin(), characters.end(), isUnseen))
        return shellEscaped(text);
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

// ---- Python

QString pythonEscape(char32_t c)
{
    if (c == U'\n')
        return QStringLiteral("\\n");
    if (c > 0xffff)
        return QStringLiteral("\\U%1").arg(uint(c), 8, 16, QLatin1Char('0'));
    return QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// As bytes where it would not pass as a header otherwise.
QString pythonHeader(const Header &header)
{
    const QString value = pythonQuoted(header.second);
    return QStringLiteral("        %1: %2,\n")
        .arg(pythonQuoted(header.first), isAscii(header.second) ? value : value + QStringLiteral(".encode()"));
}

QString pythonConnection(const QUrl &url)
{
    const QString kind = url.scheme() == u"http" ? QStringLiteral("HTTP") : QStringLiteral("HTTPS");
    const QString host = pythonQuoted(url.host(QUrl::FullyEncoded));
    const QString place = url.port() < 0 ? host : QStringLiteral("%1, %2").arg(host).arg(url.port());
    return QStringLiteral("connection = http.client.%1Connection(%2, timeout=310)\n").arg(kind, place);
}

QString targetOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    return url.hasQuery() ? path + u'?' + url.query(QUrl::FullyEncoded) : path;
}

} // namespace

/// Between the quotes that need the fewest escapes: JSON is full of double ones.
QString pythonQuoted(const QString &text, QChar quote)
{
    if (text.contains(quote))
        quote = u'\'';
    QString quoted = quote;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\\' || c == quote.unicode())
            quoted += u'\\' + QChar(c);
        else
            quoted += isUnseen(c) ? pythonEscape(c) : QString::fromUcs4(&c, 1);
    }
    return quoted + quote;
}

QString curlOf(const Request &request, const QString &workspace)
{
    if (!request.url.isValid() || request.url.host().isEmpty())
        return {};
    const QString address = request.url.toString(QUrl::FullyEncoded);
    QStringList parts{
        QStringLiteral("curl --globoff -X %1 %2").arg(QString::fromLatin1(nameOf(request.verb)), shellQuoted(address)),
        QStringLiteral("-H \"Authorization: Bearer $DASHSCOPE_API_KEY\"")};
    for (const auto &[name, value] : headersOf(request, workspace))
        parts += QStringLiteral("-H ") + shellQuoted(name + QStringLiteral(": ") + value);
    if (!request.body.isEmpty())
        parts += QStringLiteral("--data-raw ") + shellQuoted(QString::fromUtf8(request.body));
    return parts.join(QStringLiteral(" \\\n  ")) + u'\n';
}

QString pythonOf(const Request &request, const QString &workspace)
{
    if (!request.url.isValid() || request.url.host().isEmpty())
        return {};
    QString script = QStringLiteral("import http.client\nimport os\n\n") + pythonConnection(request.url);
    script += QStringLiteral("connection.request(\n    %1,\n    %2,\n")
                  .arg(pythonQuoted(QString::fromLatin1(nameOf(request.verb))), pythonQuoted(targetOf(request.url)));
    if (!request.body.isEmpty())
        script += QStringLiteral("    body=") + pythonQuoted(QString::fromUtf8(request.body)) +
                  QStringLiteral(".encode(),\n");
    script +=
        QStringLiteral("    headers={\n        \"Authorization\": \"Bearer \" + os.environ[\"DASHSCOPE_API_KEY\"],\n");
    for (const Header &header : headersOf(request, workspace))
        script += pythonHeader(header);
    return script + QStringLiteral("    },\n)\nresponse = connection.getresponse()\n"
                                   "print(response.status, response.reason)\n"
                                   "for line in response:\n    print(line.decode(errors=\"replace\"), end=\"\")\n");
}

} // namespace Slipway
