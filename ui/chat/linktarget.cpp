// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/linktarget.h"

#include "ui/look.h"

#include <QUrl>

namespace Slipway {

static constexpr int longestShown = 80;

/// In ASCII, so that no letter passes for another.
static QString hostOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host, QString::number(url.port()));
}

bool mayBeOpened(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() && url.userInfo().isEmpty();
}

static bool isItself(const QString &words, const QString &link)
{
    return words == link || QLatin1String("https://") + words == link || QLatin1String("mailto:") + words == link;
}

QString unmasked(const QString &words, const QString &link)
{
    if (mayBeOpened(link)) {
        const QString host = hostOf(QUrl(link, QUrl::StrictMode));
        return isItself(words, link) && words.contains(host, Qt::CaseInsensitive) ? QString() : host;
    }
    const QString shown = Look::visible(link);
    if (isItself(words, link) && shown == link)
        return {};
    return shown.size() > longestShown ? shown.left(longestShown - 1) + u'…' : shown;
}

} // namespace Slipway
