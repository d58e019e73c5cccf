// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Slipway {

/// Where an account's requests go and what they carry. Lives in memory only: it holds the key.
struct Endpoint
{
    QUrl nativeRoot;     ///< e.g. https://dashscope.aliyuncs.com/api/v1, without a trailing slash
    QUrl compatibleRoot; ///< e.g. https://dashscope.aliyuncs.com/compatible-mode/v1
    QString workspace;   ///< sent as X-DashScope-WorkSpace when not empty
    QByteArray key;      ///< sent as Authorization: Bearer
};

/// Fit for a header: visible ASCII only, so that nothing in it can end the header's line.
bool isHeaderSafe(QByteArrayView text);

enum class Region { Beijing, Singapore };

/// https://dashscope.aliyuncs.com/api/v1 and https://dashscope-intl.aliyuncs.com/api/v1 (deployments.md §1).
QUrl rootOf(Region region);

/// Reads a base URL as people write it: with or without a trailing slash, with or without /api/v1, a bare host.
/// Answers the native root. Refuses (Kind::InvalidRequest, `detail` one of "empty", "not-a-url", "scheme",
/// "plain-http", "credentials", "query") what is no URL, plain http to a host that is not loopback, and anything that
/// hides a secret.
Result<QUrl> parseBaseUrl(const QString &text);

/// The endpoint below a native root; the compatible root is its sibling on the same host.
Endpoint endpointAt(const QUrl &nativeRoot, const QString &workspace, const QByteArray &key);

} // namespace Slipway
