// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/certificate.h"

#include <QSslError>
#include <QStringList>

namespace Slipway {

namespace {

QString wordFor(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("self-signed");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return QStringLiteral("unknown-issuer");
    case QSslError::CertificateExpired:
        return QStringLiteral("expired");
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("not-yet-valid");
    case QSslError::HostNameMismatch:
        return QStringLiteral("wrong-host");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return QStringLiteral("revoked");
    default:
        return QStringLiteral("other");
    }
}

} // namespace

QString certificateFaults(const QList<QSslError> &errors)
{
    QStringList words;
    for (const QSslError &error : errors) {
        if (const QString word = wordFor(error.error()); !words.contains(word))
            words += word;
    }
    return words.join(u',');
}

} // namespace Slipway
