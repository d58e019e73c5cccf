// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

#include <memory>

namespace Slipway::Test {

/// One of those that tests/data/tls/generate makes.
inline QSslCertificate testCertificate(const QByteArray &name)
{
    return QSslCertificate::fromPath(QStringLiteral(SLIPWAY_TEST_DATA "/tls/") + QLatin1String(name) +
                                     QStringLiteral(".pem"))
        .value(0);
}

/// Shows that certificate to whoever connects; its connections are pending once both sides agree.
inline std::unique_ptr<QSslServer> tlsServer(const QByteArray &name)
{
    QFile key(QStringLiteral(SLIPWAY_TEST_DATA "/tls/server.key"));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(testCertificate(name));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

/// While it lives, this process trusts the tests' own authority as well; every check stays as it is.
class TrustedTestAuthority
{
public:
    TrustedTestAuthority() : m_usual(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration trusting = m_usual;
        trusting.addCaCertificate(testCertificate("authority"));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~TrustedTestAuthority() { QSslConfiguration::setDefaultConfiguration(m_usual); }
    Q_DISABLE_COPY_MOVE(TrustedTestAuthority)

private:
    QSslConfiguration m_usual;
};

} // namespace Slipway::Test
