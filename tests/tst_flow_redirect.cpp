// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A service, or something in front of it, that sends the client elsewhere: no call follows, not even within the same
// host, where following would turn a POST into a GET or send it twice.
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/generationapi.h"
#include "tests/support/rawserver.h"
#include "tests/support/tlsserver.h"

#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;

class TestFlowRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCallFollowsARedirect_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("target");
        for (const char *target :
             {"another port", "another host", "another scheme", "the same host", "a path", "nothing"}) {
            for (const char *call :
                 {"probe", "list", "catalog", "get", "create", "scale", "limits", "delete", "whole", "stream"}) {
                for (const int status : {301, 302, 303, 307, 308})
                    QTest::addRow("%s, %d, %s", call, status, target)
                        << QByteArray(call) << status << QString::fromLatin1(target);
            }
        }
    }

    void noCallFollowsARedirect()
    {
        QFETCH(const QByteArray, call);
        QFETCH(const int, status);
        QFETCH(const QString, target);
        RawServer elsewhere;
        RawServer service;
        const QByteArray location = address(target, target == QLatin1String("the same host") ? service : elsewhere);
        service.enqueue(
            httpAnswer(status, "", "text/html", location.isEmpty() ? "" : "Location: " + location + "\r\n"));
        Client client(endpointAt(service.root(), {}, "sk-mine"));
        std::optional<Error> error;
        ask(client, call, [&error](const Error &met) { error = met; });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Redirected);
        QCOMPARE(error->httpStatus, status);
        QCOMPARE(error->detail, QString::fromLatin1(location));
        QVERIFY(!mayHaveHappened(*error));
        QCOMPARE(service.requests().size(), 1);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void noCallLeavesTlsForPlainHttp_data()
    {
        QTest::addColumn<QByteArray>("call");
        for (const char *call :
             {"probe", "list", "catalog", "get", "create", "scale", "limits", "delete", "whole", "stream"})
            QTest::newRow(call) << QByteArray(call);
    }

    void noCallLeavesTlsForPlainHttp()
    {
        QFETCH(const QByteArray, call);
        const TrustedTestAuthority trust;
        RawServer elsewhere;
        RawServer service({}, tlsServer("good"));
        const QByteArray location = elsewhere.root().toEncoded();
        service.enqueue(httpAnswer(307, "", "text/html", "Location: " + location + "\r\n"));
        Client client(endpointAt(service.root(QStringLiteral("https")), {}, "sk-mine"));
        std::optional<Error> error;
        ask(client, call, [&error](const Error &met) { error = met; });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Redirected);
        QCOMPARE(error->detail, QString::fromLatin1(location));
        QCOMPARE(service.requests().size(), 1);
        QCOMPARE(elsewhere.connections(), 0);
    }

private:
    static QByteArray address(const QString &target, const RawServer &elsewhere)
    {
        QUrl url = elsewhere.root();
        if (target == QLatin1String("another host"))
            url.setHost(QStringLiteral("localhost"));
        else if (target == QLatin1String("another scheme"))
            url.setScheme(QStringLiteral("https"));
        else if (target == QLatin1String("the same host"))
            url.setPath(QStringLiteral("/elsewhere"));
        else if (target == QLatin1String("a path"))
            return "/elsewhere";
        else if (target == QLatin1String("nothing"))
            return {};
        return url.toEncoded();
    }

    template<typename OnError>
    void ask(Client &client, const QByteArray &call, const OnError &onError)
    {
        const auto taker = [onError](const auto &result) {
            if (!result)
                onError(result.error());
        };
        const QString id = QStringLiteral("d-1");
        DeploymentsApi api(&client);
        if (call == "probe")
            api.probe(this, taker);
        else if (call == "list")
            api.list(this, taker);
        else if (call == "catalog")
            api.catalog(ModelSource::Base, this, taker);
        else if (call == "get")
            api.get(id, this, taker);
        else if (call == "create")
            api.create({.modelName = QStringLiteral("m")}, this, taker);
        else if (call == "scale")
            api.scale(id, {.capacity = 2}, this, taker);
        else if (call == "limits")
            api.updateLimits(id, {.rpmLimit = 1}, this, taker);
        else if (call == "delete")
            api.remove(id, this, taker);
        else
            prompt(client, call == "stream", taker);
    }

    template<typename Taker>
    void prompt(Client &client, bool isStream, const Taker &taker)
    {
        GenerationRequest request;
        request.model = QStringLiteral("d-1");
        request.messages = {{Role::User, QStringLiteral("hello")}};
        request.stream = isStream;
        GenerationApi(&client).generate(request, this, {}, {}, taker);
    }
};

QTEST_GUILESS_MAIN(TestFlowRedirect)
#include "tst_flow_redirect.moc"
