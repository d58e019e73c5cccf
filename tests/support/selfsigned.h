// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace Slipway {

/// What a server shows whom nobody trusts. The key is public and protects nothing.
inline QSslConfiguration selfSigned()
{
    static const QByteArray key(R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfubYZiHfEnGMKLCH
eV0z4gpNXJeBFv0V1UKrY0s5OXqhRANCAAQ5WIwHWcTG2PjJpxKrLJ0fdvlvmFru
Wj/sNAx+ifTJQAWheafKTMx54l5Egofg1HIGmTT3m4i0cZjPNDnH9Q8m
-----END PRIVATE KEY-----
)");
    static const QByteArray certificate(R"(-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUeewWsLzbz1TP9TSOOtLaCuwECPAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNDAwMDIwN1oYDzIxMjYxMDMx
MDAwMjA3WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQ5WIwHWcTG2PjJpxKrLJ0fdvlvmFruWj/sNAx+ifTJQAWheafKTMx5
4l5Egofg1HIGmTT3m4i0cZjPNDnH9Q8mo2QwYjAdBgNVHQ4EFgQU8x1Pked3eya4
pQNiWeJ/ayhbgq8wHwYDVR0jBBgwFoAU8x1Pked3eya4pQNiWeJ/ayhbgq8wDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCig7OFcR8NXhHrEVc3pjK/eydvLyUZFMks3UZcBejx+AIhAIxxYgfV+SVmLJjk
8Cs4qOmM67QVR+moD7AntpE2lb0J
-----END CERTIFICATE-----
)");
    QSslConfiguration configuration;
    configuration.setPrivateKey(QSslKey(key, QSsl::Ec));
    configuration.setLocalCertificate(QSslCertificate(certificate));
    return configuration;
}

} // namespace Slipway
