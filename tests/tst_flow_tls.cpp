// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real TLS server on loopback with certificates that are wrong in one way each. tests/data/tls/generate makes them.
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "tests/support/outcome.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;

namespace {

QString dataFile(const QByteArray &name)
{
    return QStringLiteral(SLIPWAY_TEST_DATA "/tls/") + QLatin1String(name);
}

QSslCertificate certificate(const QByteArray &name)
{
    return QSslCertificate::fromPath(dataFile(name + ".pem")).value(0);
}

/// Answers an empty list to whom trusts its certificate, and keeps what came through.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const QByteArray &name)
    {
        QFile key(dataFile("server.key"));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate(name));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        setSslConfiguration(configuration);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &TlsServer::accept);
        connect(this, &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
        listen(QHostAddress::LocalHost);
    }

    QUrl root() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/api/v1").arg(serverPort())); }

    int handshakes = 0;
    QByteArray received;

private:
    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                if (!received.contains("\r\n\r\n"))
                    return;
                const QByteArray body =
                    R"({"output":{"deployments":[],"total":0,"page_no":1,"page_size":1},"request_id":"r"})";
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        }
    }
};

} // namespace

class TestFlowTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QSslSocket::supportsSsl());
        m_usual = QSslConfiguration::defaultConfiguration();
        trustTestAuthority();
    }

    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_usual); }

    void aTrustedCertificateIsTalkedTo()
    {
        TlsServer server("good");
        const Outcome<Answer<qint64>> outcome = probe(server);
        QVERIFY2(outcome.result && *outcome.result, "the trusted one must work, or the others prove nothing");
        QVERIFY(server.received.contains("Bearer sk-tls"));
    }

    void anUntrustedCertificateIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("selfsigned") << QStringLiteral("self-signed");
        QTest::newRow("expired") << QStringLiteral("expired");
        QTest::newRow("notyet") << QStringLiteral("not-yet-valid");
        QTest::newRow("wronghost") << QStringLiteral("wrong-host");
    }

    void anUntrustedCertificateIsRefusedWithItsReason()
    {
        QFETCH(const QString, reason);
        TlsServer server(QTest::currentDataTag());
        const Outcome<Answer<qint64>> outcome = probe(server);
        checkRefused(outcome, server, reason);
    }

    void anAuthorityThatNobodyKnowsIsRefused()
    {
        QSslConfiguration::setDefaultConfiguration(m_usual);
        TlsServer server("good");
        const Outcome<Answer<qint64>> outcome = probe(server);
        trustTestAuthority();
        checkRefused(outcome, server, QStringLiteral("unknown-issuer"));
    }

    void aMutationAndAPromptAreRefusedTheSameWay()
    {
        TlsServer server("expired");
        Client client(endpointAt(server.root(), {}, "sk-tls"));
        DeploymentsApi api(&client);
        Outcome<Answer<Deployment>> removed;
        api.remove(QStringLiteral("d-1"), this, removed.taker());
        QTRY_VERIFY(removed.result);
        QVERIFY(removed.isError(Error::Kind::Tls));
        QCOMPARE(removed.error().detail, QStringLiteral("expired"));
        QVERIFY(!mayHaveHappened(removed.error()));
        QVERIFY(server.received.isEmpty());
    }

private:
    void trustTestAuthority() const
    {
        QSslConfiguration trusting = m_usual;
        trusting.addCaCertificate(certificate("authority"));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    Outcome<Answer<qint64>> probe(const TlsServer &server)
    {
        Client client(endpointAt(server.root(), {}, "sk-tls"));
        DeploymentsApi api(&client);
        Outcome<Answer<qint64>> outcome;
        api.probe(this, outcome.taker());
        [&outcome] { QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 10000); }();
        return outcome;
    }

    static void checkRefused(const Outcome<Answer<qint64>> &outcome, const TlsServer &server, const QString &reason)
    {
        QVERIFY(outcome.isError(Error::Kind::Tls));
        QCOMPARE(outcome.error().detail, reason);
        QVERIFY(!outcome.error().sent);
        QVERIFY(server.handshakes > 0);
        QCOMPARE(server.received, QByteArray());
    }

    QSslConfiguration m_usual;
};

QTEST_GUILESS_MAIN(TestFlowTls)
#include "tst_flow_tls.moc"
