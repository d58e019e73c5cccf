// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real TLS server on loopback with certificates that are wrong in one way each. tests/data/tls/generate makes them.
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/generationapi.h"
#include "tests/support/outcome.h"
#include "tests/support/tlsserver.h"

#include <QSslSocket>
#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;

namespace {

/// Answers an empty list to whom trusts its certificate, and keeps what came through.
class TlsServer : public QObject
{
public:
    explicit TlsServer(const QByteArray &name) : m_server(tlsServer(name))
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &TlsServer::accept);
        connect(m_server.get(), &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
        m_server->listen(QHostAddress::LocalHost);
    }

    QUrl root() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/api/v1").arg(m_server->serverPort())); }

    int handshakes = 0;
    QByteArray received;

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
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

    std::unique_ptr<QSslServer> m_server;
};

/// What a person can send, by its name, and how it was refused.
std::optional<Error> refusalOf(const QByteArray &what, Client &client, QObject *owner)
{
    DeploymentsApi api(&client);
    GenerationApi generation(&client);
    const QString id = QStringLiteral("d-1");
    Outcome<Answer<Deployment>> changed;
    Outcome<GenerationEnd> said;
    const auto prompt = [&](bool isStream) {
        generation.generate({.model = id, .prompt = QStringLiteral("hello"), .stream = isStream}, owner, {}, {},
                            said.taker());
    };
    if (what == "create")
        api.create({.modelName = QStringLiteral("qwen-plus")}, owner, changed.taker());
    else if (what == "scale")
        api.scale(id, {.capacity = 2}, owner, changed.taker());
    else if (what == "limits")
        api.updateLimits(id, {.rpmLimit = 2}, owner, changed.taker());
    else if (what == "delete")
        api.remove(id, owner, changed.taker());
    else
        prompt(what == "streamed prompt");
    [&] { QTRY_VERIFY_WITH_TIMEOUT(changed.result || said.result, 10000); }();
    if (changed.result && !changed.result->hasValue())
        return changed.error();
    return said.result && !said.result->hasValue() ? std::optional(said.error()) : std::nullopt;
}

} // namespace

class TestFlowTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QSslSocket::supportsSsl());
        m_trust.emplace();
    }

    void cleanupTestCase() { m_trust.reset(); }

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
        m_trust.reset();
        TlsServer server("good");
        const Outcome<Answer<qint64>> outcome = probe(server);
        m_trust.emplace();
        checkRefused(outcome, server, QStringLiteral("unknown-issuer"));
    }

    void aMutationAndAPromptAreRefusedTheSameWay_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QString>("reason");
        for (const char *what : {"create", "scale", "limits", "delete", "streamed prompt", "whole prompt"}) {
            QTest::addRow("expired, %s", what) << QByteArray(what) << QStringLiteral("expired");
            QTest::addRow("wronghost, %s", what) << QByteArray(what) << QStringLiteral("wrong-host");
        }
    }

    void aMutationAndAPromptAreRefusedTheSameWay()
    {
        QFETCH(const QByteArray, what);
        QFETCH(const QString, reason);
        TlsServer server(QByteArray(QTest::currentDataTag()).split(',').first());
        Client client(endpointAt(server.root(), {}, "sk-tls"));
        const std::optional<Error> error = refusalOf(what, client, this);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Tls);
        QCOMPARE(error->detail, reason);
        QVERIFY(!error->sent);
        QVERIFY(!mayHaveHappened(*error));
        QVERIFY(server.handshakes > 0);
        QCOMPARE(server.received, QByteArray());
    }

private:
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

    std::optional<TrustedTestAuthority> m_trust;
};

QTEST_GUILESS_MAIN(TestFlowTls)
#include "tst_flow_tls.moc"
