// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/envelope.h"

#include <QTest>

using namespace Slipway;

namespace {

Reply replyOf(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return {.status = status, .contentType = type, .requestId = "header-id", .body = body};
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOutputIsWhereTheServicePutIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("requestId");
        QTest::newRow("output") << QByteArray(R"({"request_id":"r","output":{"x":1}})") << QStringLiteral("r");
        QTest::newRow("data") << QByteArray(R"({"data":{"x":1},"request_id":"r"})") << QStringLiteral("r");
        QTest::newRow("output before data")
            << QByteArray(R"({"data":{"x":2},"output":{"x":1}})") << QStringLiteral("header-id");
        QTest::newRow("output null") << QByteArray(R"({"data":{"x":1},"output":null})") << QStringLiteral("header-id");
        QTest::newRow("whole body") << QByteArray(R"({"x":1,"requestId":"r"})") << QStringLiteral("r");
        QTest::newRow("code on success") << QByteArray(R"({"code":"200","message":null,"output":{"x":1}})")
                                         << QStringLiteral("header-id");
    }

    void theOutputIsWhereTheServicePutIt()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, requestId);
        const auto envelope = openEnvelope(replyOf(200, body));
        QVERIFY(envelope);
        QCOMPARE(envelope->output["x"].integer(), 1);
        QCOMPARE(envelope->requestId, requestId);
    }

    void aSuccessThatIsNoObjectIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("detail");
        QTest::newRow("HTML") << QByteArray("<html>Log in</html>") << QByteArray("text/html; charset=utf-8")
                              << QStringLiteral("text/html");
        QTest::newRow("empty") << QByteArray() << QByteArray("application/json") << QStringLiteral("empty");
        QTest::newRow("blank") << QByteArray(" \n") << QByteArray("application/json") << QStringLiteral("empty");
        QTest::newRow("truncated") << QByteArray(R"({"output":{"x")") << QByteArray("application/json")
                                   << QStringLiteral("application/json");
        QTest::newRow("array") << QByteArray("[1]") << QByteArray("application/json")
                               << QStringLiteral("no JSON object");
        QTest::newRow("text") << QByteArray("\"x\"") << QByteArray("application/json")
                              << QStringLiteral("no JSON object");
        QTest::newRow("null") << QByteArray("null") << QByteArray("application/json")
                              << QStringLiteral("no JSON object");
        QTest::newRow("untyped") << QByteArray("ok") << QByteArray() << QStringLiteral("no content type");
    }

    void aSuccessThatIsNoObjectIsABadReply()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const QString, detail);
        const auto envelope = openEnvelope(replyOf(200, body, type));
        QVERIFY(!envelope);
        QCOMPARE(envelope.error().kind, Error::Kind::BadReply);
        QCOMPARE(envelope.error().httpStatus, 200);
        QCOMPARE(envelope.error().detail, detail);
        QCOMPARE(envelope.error().requestId, QStringLiteral("header-id"));
        QVERIFY(envelope.error().sent);
    }

    void anErrorBodyIsReadInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QStringList>("said"); // code, message, request id, detail
        const auto row = [](const char *name, const QByteArray &body, const char *code, const char *message,
                            const char *requestId, const char *detail = "",
                            const QByteArray &type = "application/json") {
            QTest::newRow(name) << body << type
                                << QStringList{QString::fromUtf8(code), QString::fromUtf8(message),
                                               QString::fromUtf8(requestId), QString::fromUtf8(detail)};
        };
        row("own", R"({"request_id":"R","code":"InvalidParameter","message":"No."})", "InvalidParameter", "No.", "R");
        row("no id", R"({"code":"Throttling","message":"m"})", "Throttling", "m", "header-id");
        row("msg", R"({"code":"X","msg":"m"})", "X", "m", "header-id");
        row("number code", R"({"code":400,"message":"m"})", "400", "m", "header-id");
        row("compatible", R"({"error":{"message":"m","type":"t","param":null,"code":"c"},"request_id":"R"})", "c", "m",
            "R");
        row("compatible, code null", R"({"error":{"message":"m","type":"t","code":null,"request_id":"R"}})", "t", "m",
            "R");
        row("error word", R"({"timestamp":1,"status":404,"error":"Not Found","path":"/x"})", "", "Not Found",
            "header-id");
        row("event",
            "id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"c\",\"message\":\"m\",\"request_id\":\"R\"}\n\n",
            "c", "m", "R");
        row("event, no end", "data: {\"error\":{\"code\":\"c\",\"message\":\"m\"}}", "c", "m", "header-id", "",
            "text/event-stream");
        row("HTML", "<h1>Bad gateway</h1>", "", "", "header-id", "text/html", "text/html");
        row("plain", "upstream connect error", "", "", "header-id", "text/plain", "text/plain;charset=UTF-8");
        row("empty", "", "", "", "header-id", "empty");
        row("other JSON", "[1]", "", "", "header-id", "application/json");
    }

    void anErrorBodyIsReadInEveryShape()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const QStringList, said);
        const Error error = failureOf(replyOf(429, body, type));
        QCOMPARE(error.kind, Error::Kind::Throttled);
        QCOMPARE(error.httpStatus, 429);
        QCOMPARE(QStringList({error.code, error.message, error.requestId, error.detail}), said);
    }

    void wordsWithoutMeasureAreCutShort()
    {
        const QByteArray most(3'000'000, 'x');
        const Error error =
            failureOf(replyOf(429, "{\"code\":\"" + most + "\",\"message\":\"" + most + "\"}", "application/json"));
        QVERIFY(error.code.size() < 1'000 && error.code.endsWith(u'…'));
        QVERIFY(error.message.size() < 10'000 && error.message.startsWith(u"xxx") && error.message.endsWith(u'…'));
    }

    void anErrorThatCameWithSuccessKeepsItsWords()
    {
        const Error error =
            badReply(replyOf(200, R"({"code":"C","message":"m","request_id":"R"})"), QStringLiteral("d"));
        QCOMPARE(error.kind, Error::Kind::BadReply);
        QCOMPARE(error.code + error.message + error.requestId + error.detail, QStringLiteral("CmRd"));
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
