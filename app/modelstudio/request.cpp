// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/request.h"

namespace Slipway {

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool canTravel(const QString &segment)
{
    return !segment.isEmpty() && segment != QLatin1StringView(".") && segment != QLatin1StringView("..");
}

} // namespace

QByteArray nameOf(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return QByteArrayLiteral("GET");
    case Verb::Post:
        return QByteArrayLiteral("POST");
    case Verb::Put:
        return QByteArrayLiteral("PUT");
    case Verb::Delete:
        return QByteArrayLiteral("DELETE");
    }
    return {};
}

QUrl urlBelow(const QUrl &root, const QStringList &segments, const QList<std::pair<QString, QString>> &query)
{
    QString path = root.path(QUrl::FullyEncoded);
    for (const QString &segment : segments) {
        if (!canTravel(segment))
            return {};
        path += u'/' + encoded(segment);
    }
    QUrl url = root;
    url.setPath(path, QUrl::StrictMode);
    QStringList pairs;
    for (const auto &[name, value] : query)
        pairs += encoded(name) + u'=' + encoded(value);
    if (!pairs.isEmpty())
        url.setQuery(pairs.join(u'&'), QUrl::StrictMode);
    return url;
}

} // namespace Slipway
