// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSslError;

namespace Slipway {

/// Why a service's certificate is not trusted, as words for Error::detail, each once, comma between: self-signed,
/// unknown-issuer, expired, not-yet-valid, wrong-host, revoked, other.
QString certificateFaults(const QList<QSslError> &errors);

} // namespace Slipway
