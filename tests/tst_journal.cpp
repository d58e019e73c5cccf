// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journal.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

Mutation mutation(Mutation::Verb verb, const QString &id = {})
{
    return {.verb = verb, .deployedModel = id};
}

Error error(int status, const QString &code = {}, const QString &message = {})
{
    return {.kind = kindOfStatus(status), .httpStatus = status, .code = code, .message = message, .sent = true};
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAskedIsWrittenBeforeItsAnswer()
    {
        Journal journal;
        QSignalSpy added(&journal, &Journal::added);
        const auto before = QDateTime::currentDateTimeUtc();
        const CreateRequest request{.modelName = QStringLiteral("qwen-plus")};
        const quint64 id = journal.begin({.account = QStringLiteral("Beijing"), .asked = request, .body = "{}"});
        QCOMPARE(added, QList<QVariantList>{{id}});
        const Mutation *entry = journal.find(id);
        QVERIFY(entry);
        QCOMPARE(entry->state, Mutation::State::Sending);
        QCOMPARE(entry->account, QStringLiteral("Beijing"));
        QCOMPARE(std::get<CreateRequest>(entry->asked), request);
        QVERIFY(entry->started >= before);
        QCOMPARE(entry->started.timeSpec(), Qt::UTC);
        QVERIFY(!entry->answered.isValid());
    }

    void idsGrow()
    {
        Journal journal;
        const quint64 first = journal.begin({});
        QVERIFY(first > 0);
        QVERIFY(journal.begin({}) > first);
        QCOMPARE(journal.entries().first().id, first);
        QVERIFY(!journal.find(99));
        QVERIFY(!journal.find(0));
    }

    void anAcceptedCreateBelongsToItsDeployment()
    {
        Journal journal;
        QSignalSpy changed(&journal, &Journal::changed);
        const quint64 id = journal.begin(mutation(Mutation::Verb::Create));
        QVERIFY(!journal.newestFor({}));
        journal.accept(id, QStringLiteral("qwen-1"), QStringLiteral("request-1"), 200);
        QCOMPARE(changed, QList<QVariantList>{{id}});
        const Mutation *entry = journal.newestFor(QStringLiteral("qwen-1"));
        QVERIFY(entry);
        QCOMPARE(entry->id, id);
        QCOMPARE(entry->state, Mutation::State::Accepted);
        QCOMPARE(entry->requestId, QStringLiteral("request-1"));
        QCOMPARE(entry->httpStatus, 200);
        QVERIFY(entry->answered >= entry->started);
    }

    void theNewestEntryOfADeploymentIsFound()
    {
        Journal journal;
        const auto id = QStringLiteral("qwen-1");
        const quint64 first = journal.begin(mutation(Mutation::Verb::Scale, id));
        const quint64 second = journal.begin(mutation(Mutation::Verb::Delete, id));
        journal.begin(mutation(Mutation::Verb::Delete, QStringLiteral("other")));
        journal.accept(first, id, {}, 200);
        QCOMPARE(journal.newestFor(id)->id, second);
        QVERIFY(!journal.newestFor(QStringLiteral("unheard of")));
    }

    void aFailureIsWhatItsErrorSays_data()
    {
        using enum Mutation::Verb;
        using enum Mutation::State;
        QTest::addColumn<Mutation::Verb>("verb");
        QTest::addColumn<Error>("error");
        QTest::addColumn<Mutation::State>("state");
        const Error unreachable{.kind = Error::Kind::Unreachable};
        const Error invalid{.kind = Error::Kind::InvalidRequest};
        const Error lost{.kind = Error::Kind::Lost, .sent = true};
        const Error early{.kind = Error::Kind::Timeout};
        const Error late{.kind = Error::Kind::Timeout, .sent = true};
        const Error html{.kind = Error::Kind::BadReply, .httpStatus = 200, .sent = true};
        const auto gone = QStringLiteral("NotFound");
        QTest::newRow("no connection") << Create << unreachable << NotSent;
        QTest::newRow("refused by ourselves") << Create << invalid << NotSent;
        QTest::newRow("timeout before sending") << Create << early << NotSent;
        QTest::newRow("answer lost") << Create << lost << Unknown;
        QTest::newRow("answer late") << Scale << late << Unknown;
        QTest::newRow("answer unreadable") << Create << html << Unknown;
        QTest::newRow("500") << Delete << error(500) << Unknown;
        QTest::newRow("400") << Scale << error(400) << Refused;
        QTest::newRow("409") << Create << error(409) << Refused;
        QTest::newRow("429") << Create << error(429) << Refused;
        QTest::newRow("302") << Delete << error(302) << Refused;
        QTest::newRow("scale of what is gone") << Scale << error(404, gone) << Refused;
        QTest::newRow("delete of what is gone")
            << Delete << error(404, gone, QStringLiteral("Model: x not found!")) << Accepted;
        QTest::newRow("delete at a wrong address") << Delete << error(404) << Refused;
        QTest::newRow("delete at a wrong path")
            << Delete << error(404, gone, QStringLiteral("Request path not found.")) << Refused;
        QTest::newRow("delete of what is gone and is called so")
            << Delete << error(404, gone, QStringLiteral("Model: qwen-path-request path not found.-1 not found!"))
            << Accepted;
        QTest::newRow("delete in a workspace that is gone")
            << Delete << error(404, QStringLiteral("WorkSpaceNotFound")) << Refused;
    }

    void aFailureIsWhatItsErrorSays()
    {
        QFETCH(const Mutation::Verb, verb);
        QFETCH(const Error, error);
        QFETCH(const Mutation::State, state);
        Journal journal;
        QSignalSpy changed(&journal, &Journal::changed);
        const quint64 id = journal.begin(mutation(verb, QStringLiteral("qwen-1")));
        journal.fail(id, error);
        QCOMPARE(journal.find(id)->state, state);
        QCOMPARE(journal.find(id)->error, std::optional(error));
        QCOMPARE(journal.find(id)->httpStatus, error.httpStatus);
        QVERIFY(journal.find(id)->answered.isValid());
        QCOMPARE(changed, QList<QVariantList>{{id}});
    }

    void anAnswerToNothingIsNoEntry()
    {
        Journal journal;
        journal.accept(5, QStringLiteral("qwen-1"), {}, 200);
        journal.fail(5, error(500));
        QVERIFY(journal.entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
