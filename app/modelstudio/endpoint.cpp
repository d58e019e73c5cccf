// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/endpoint.h"

#include "app/modelstudio/loopback.h"

#include <QStringList>

#include <algorithm>

namespace Slipway {

namespace {

const QString nativePath = QStringLiteral("/api/v1");
const QString compatiblePath = QStringLiteral("/compatible-mode/v1");

Error refusal(const char *why)
{
    return {.kind = Error::Kind::InvalidRequest, .detail = QString::fromLatin1(why)};
}

/// A key that was pasted into the wrong box: it must not become part of an address that is shown and remembered.
bool holdsKey(const QUrl &url)
{
    QStringList parts = url.path().split(u'/');
    parts += url.host().split(u'.');
    for (const QString &part : std::as_const(parts)) {
        if (part.startsWith(QLatin1StringView("sk-"), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// What people write without a scheme is https, but for this machine, which has no certificate.
QUrl withScheme(const QString &text)
{
    if (text.contains(QLatin1StringView("://")))
        return QUrl(text, QUrl::StrictMode);
    const QUrl plain(QLatin1StringView("http://") + text, QUrl::StrictMode);
    if (isLoopback(plain.host()))
        return plain;
    return QUrl(QLatin1StringView("https://") + text, QUrl::StrictMode);
}

const char *faultOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.port(1) == 0)
        return "not-a-url";
    if (url.scheme() != QLatin1StringView("https") && url.scheme() != QLatin1StringView("http"))
        return "scheme";
    if (!url.userInfo().isEmpty() || holdsKey(url))
        return "credentials";
    if (url.hasQuery() || url.hasFragment())
        return "query";
    if (url.scheme() == QLatin1StringView("http") && !isLoopback(url.host()))
        return "plain-http";
    return nullptr;
}

/// The path of the native root in or behind `path`; what follows /api/v1, as in a pasted request, is dropped.
QString nativeRootOf(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    if (const auto end = (path + u'/').indexOf(nativePath + u'/'); end >= 0)
        return path.first(end + nativePath.size());
    if (path.endsWith(compatiblePath))
        path.chop(compatiblePath.size());
    return path + nativePath;
}

} // namespace

bool isHeaderSafe(QByteArrayView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char byte) { return byte > ' ' && byte < '\x7f'; });
}

QUrl rootOf(Region region)
{
    switch (region) {
    case Region::Beijing:
        return QUrl(QStringLiteral("https://dashscope.aliyuncs.com/api/v1"));
    case Region::Singapore:
        return QUrl(QStringLiteral("https://dashscope-intl.aliyuncs.com/api/v1"));
    }
    return {};
}

Result<QUrl> parseBaseUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return refusal("empty");
    QUrl url = withScheme(trimmed);
    if (const char *fault = faultOf(url))
        return refusal(fault);
    url.setPath(nativeRootOf(url.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    return url;
}

Endpoint endpointAt(const QUrl &nativeRoot, const QString &workspace, const QByteArray &key)
{
    QUrl compatibleRoot = nativeRoot;
    QString path = nativeRoot.path(QUrl::FullyEncoded);
    if (path.endsWith(nativePath))
        path.chop(nativePath.size());
    compatibleRoot.setPath(path + compatiblePath, QUrl::StrictMode);
    return {.nativeRoot = nativeRoot, .compatibleRoot = compatibleRoot, .workspace = workspace, .key = key};
}

} // namespace Slipway
