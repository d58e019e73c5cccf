// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/thinnedpage.h"

#include "app/modelstudio/deploymentanswers.h"
#include "app/modelstudio/deploymentreader.h"

#include <QTest>

using namespace Slipway;

namespace {

QByteArray row(const QByteArray &id, const QByteArray &status = "RUNNING")
{
    return "{\"deployed_model\":\"" + id + "\",\"status\":\"" + status +
           "\",\"note\":\"a } \\\" ] b\",\"more\":{\"x\":[1,{}]}}";
}

QByteArray pageOf(const QByteArrayList &rows)
{
    return R"({"request_id":"r","output":{"total":)" + QByteArray::number(rows.size()) + R"(,"deployments":[)" +
           rows.join(',') + "]}}";
}

QList<Deployment> read(const QByteArray &body, const KnownDeployments &known = {})
{
    DeploymentReader reader;
    const auto page = readDeploymentPage({.status = 200, .body = body}, reader, known);
    return page ? page->items : QList<Deployment>();
}

KnownDeployments knownFrom(const QByteArray &body)
{
    KnownDeployments known{read(body), {}};
    for (int index = 0; index < known.deployments.size(); ++index)
        known.rowOf.insert(known.deployments.at(index).deployedModel, index);
    return known;
}

} // namespace

class TestThinnedPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNewIsLeftToRead_data()
    {
        QTest::addColumn<QByteArrayList>("rows");
        QTest::addColumn<QList<int>>("known");
        QTest::newRow("the same again") << QByteArrayList{row("a"), row("b"), row("c")} << QList<int>{0, 1, 2};
        QTest::newRow("one has changed") << QByteArrayList{row("a"), row("b", "STOPPED"), row("c")} << QList<int>{0, 2};
        QTest::newRow("a new one first") << QByteArrayList{row("n"), row("a"), row("b"), row("c")}
                                         << QList<int>{0, 1, 2};
        QTest::newRow("one is gone") << QByteArrayList{row("a"), row("c")} << QList<int>{0, 2};
        QTest::newRow("another order") << QByteArrayList{row("c"), row("b"), row("a")} << QList<int>{2, 1, 0};
        QTest::newRow("a later page") << QByteArrayList{row("c"), row("d")} << QList<int>{2};
    }

    void onlyWhatIsNewIsLeftToRead()
    {
        QFETCH(const QByteArrayList, rows);
        QFETCH(const QList<int>, known);
        const KnownDeployments before = knownFrom(pageOf({row("a"), row("b"), row("c")}));
        const auto thin = thinned(pageOf(rows), before);
        QVERIFY(thin);
        QCOMPARE(thin->known, known);
        QCOMPARE(thin->items, rows.size());
        QCOMPARE(thin->body.count("deployed_model"), rows.size() - known.size());
        QCOMPARE(read(pageOf(rows), before), read(pageOf(rows)));
    }

    void whatIsKnownKeepsItsOwnBytes()
    {
        const QByteArray body = pageOf({row("a"), row("b")});
        const KnownDeployments before = knownFrom(body);
        const QList<Deployment> again = read(body, before);
        QCOMPARE(again.size(), 2);
        for (int index = 0; index < again.size(); ++index)
            QVERIFY(again.at(index).source.isSharedWith(before.deployments.at(index).source));
    }

    void aPageOfAnotherShapeIsReadAsItIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nothing known in it") << pageOf({row("x")});
        QTest::newRow("no list") << QByteArray(R"({"output":{"deployments":{}}})");
        QTest::newRow("a number in the list") << pageOf({row("a"), "0"});
        QTest::newRow("cut in a row") << pageOf({row("a"), row("x")}).chopped(12);
        QTest::newRow("cut behind a comma") << pageOf({row("a"), QByteArray()}).chopped(3);
        QTest::newRow("no end") << pageOf({row("a")}).chopped(3);
    }

    void aPageOfAnotherShapeIsReadAsItIs()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!thinned(body, knownFrom(pageOf({row("a"), row("b")}))));
    }

    void spacesAreNoHindrance()
    {
        const QByteArray body = "{ \"output\" : {\"deployments\" : [\n " + row("a") + " ,\n" + row("b") + "\n] } }";
        const auto thin = thinned(body, knownFrom(body));
        QVERIFY(thin);
        QCOMPARE(thin->known, (QList<int>{0, 1}));
    }

    void anotherListOfTheSameNameMakesNoDifference()
    {
        const QByteArray body =
            R"({"deployments":[)" + row("a") + R"(],"output":{"deployments":[)" + row("b") + "," + row("a") + "]}}";
        QCOMPARE(read(body, knownFrom(pageOf({row("a"), row("b")}))), read(body));
        QCOMPARE(read(body).size(), 2);
    }

    void whatIsBrokenStaysBroken()
    {
        const QByteArray body = pageOf({row("a")}) + "}";
        QVERIFY(read(body, knownFrom(pageOf({row("a")}))).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestThinnedPage)
#include "tst_thinnedpage.moc"
