// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journalexport.h"
#include "app/modelstudio/json.h"

#include <QTest>
#include <QUrl>

using namespace Slipway;

namespace {

/// Reads RFC 4180 as its grammar says, so that the test does not share the writer's ideas.
QList<QStringList> readCsv(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<QStringList> records{{QString()}};
    bool quoted = false;
    for (qsizetype at = text.startsWith(QChar(0xfeff)) ? 1 : 0; at < text.size(); ++at) {
        const QChar c = text[at];
        QString &cell = records.last().last();
        if (quoted && c == u'"' && text.mid(at + 1, 1) == u"\"")
            cell += text[++at];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            records.last().append(QString());
        else if (!quoted && c == u'\r' && text.mid(at + 1, 1) == u"\n")
            records.append({QString()}), ++at;
        else
            cell += c;
    }
    records.removeLast(); // after the last line end
    return records;
}

QString cellOf(const QByteArray &csv, const char *column, qsizetype row = 0)
{
    const QList<QStringList> records = readCsv(csv);
    return records.value(row + 1).value(records.first().indexOf(QLatin1String(column)));
}

Mutation deploy()
{
    const CreateRequest asked{.modelName = QStringLiteral("qwen-plus"), .plan = QStringLiteral("mu"), .capacity = 4};
    return {.verb = Mutation::Verb::Create,
            .state = Mutation::State::Accepted,
            .account = QStringLiteral("team-prod"),
            .deployedModel = QStringLiteral("qwen-plus-1"),
            .modelName = asked.modelName,
            .asked = asked,
            .body = bodyOf(asked),
            .started = QDateTime::fromMSecsSinceEpoch(1'780'000'000'123).toUTC(),
            .answered = QDateTime::fromMSecsSinceEpoch(1'780'000'001'456).toUTC(),
            .httpStatus = 200,
            .requestId = QStringLiteral("r-1")};
}

} // namespace

class TestJournalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryIsOneRecordWithATitleAboveEachCell()
    {
        const QList<QStringList> records = readCsv(JournalExport::csv({deploy()}));
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].join(u' '),
                 QStringLiteral("time answered action outcome found_out account deployed_model model_name request "
                                "http_status request_id error_kind error_code error_message error_detail"));
        QCOMPARE(records[1], QStringList({QStringLiteral("2026-05-28T20:26:40.123Z"),
                                          QStringLiteral("2026-05-28T20:26:41.456Z"),
                                          QStringLiteral("create"),
                                          QStringLiteral("accepted"),
                                          {},
                                          QStringLiteral("team-prod"),
                                          QStringLiteral("qwen-plus-1"),
                                          QStringLiteral("qwen-plus"),
                                          QStringLiteral(R"({"model_name":"qwen-plus","plan":"mu","capacity":4})"),
                                          QStringLiteral("200"),
                                          QStringLiteral("r-1"),
                                          {},
                                          {},
                                          {},
                                          {}}));
    }

    void aLostAnswerIsToldWithWhatWasFoundOut()
    {
        Mutation lost = deploy();
        lost.state = Mutation::State::Unknown;
        lost.error = Error{.kind = Error::Kind::Timeout, .sent = true};
        lost.inquiry.kind = Inquiry::Kind::NotHappened;
        const QByteArray csv = JournalExport::csv({lost});
        QCOMPARE(cellOf(csv, "found_out"), QStringLiteral("not_happened"));
        QCOMPARE(cellOf(csv, "error_kind"), QStringLiteral("timeout"));
    }

    void spreadsheetsAreToldTheEncoding()
    {
        QVERIFY(JournalExport::csv({}).startsWith("\xef\xbb\xbftime,"));
        QVERIFY(JournalExport::csv({}).endsWith("error_detail\r\n"));
    }

    void textFromOutsideComesBackAsItWent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Chinese") << QStringLiteral("模型，部署 😀");
        QTest::newRow("quotes") << QStringLiteral(R"(say "hi", 'you')");
        QTest::newRow("a lone quote") << QStringLiteral("\"");
        QTest::newRow("line ends") << QStringLiteral("one\r\ntwo\nthree\rfour");
        QTest::newRow("commas") << QStringLiteral(",,a,");
        QTest::newRow("markup") << QStringLiteral("</b><h1>&amp;");
        QTest::newRow("hidden characters") << QStringLiteral("a\u202eb\u200bc\u0001");
        QTest::newRow("a minus within") << QStringLiteral("qwen-plus=1+2@3");
        QTest::newRow("spaces around") << QStringLiteral("  a  ");
    }

    void textFromOutsideComesBackAsItWent()
    {
        QFETCH(const QString, text);
        Mutation mutation = deploy();
        mutation.deployedModel = text;
        mutation.error = Error{.message = text};
        const QByteArray csv = JournalExport::csv({mutation, deploy()});
        QCOMPARE(cellOf(csv, "deployed_model"), text);
        QCOMPARE(cellOf(csv, "error_message"), text);
        QCOMPARE(cellOf(csv, "deployed_model", 1), QStringLiteral("qwen-plus-1"));
        const auto json = Json::parse(JournalExport::json({mutation}));
        QVERIFY(json);
        QCOMPARE(json->items().first()["deployed_model"].text(), text);
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        const auto row = [](const QString &text, const QString &safe) {
            QTest::newRow(QUrl::toPercentEncoding(text, " ;@").constData()) << text << safe;
        };
        row(QStringLiteral("=1+1"), QStringLiteral("'=1+1"));
        row(QStringLiteral("+1"), QStringLiteral("'+1"));
        row(QStringLiteral("-1"), QStringLiteral("'-1"));
        row(QStringLiteral("@SUM(A1)"), QStringLiteral("'@SUM(A1)"));
        row(QStringLiteral("＝1"), QStringLiteral("'＝1"));
        row(QStringLiteral("  =1"), QStringLiteral("  '=1"));
        row(QStringLiteral("\t=1"), QStringLiteral("'\t'=1"));
        row(QStringLiteral("\rx"), QStringLiteral("'\rx"));
        row(QStringLiteral("=HYPERLINK(\"http://evil\",\"a\")"), QStringLiteral("'=HYPERLINK(\"http://evil\",\"a\")"));
        row(QStringLiteral("a;=cmd|' /C calc'!A0"), QStringLiteral("a;'=cmd|' /C calc'!A0"));
        row(QStringLiteral("a\n=1"), QStringLiteral("a\n'=1"));
        row(QStringLiteral("a; =1"), QStringLiteral("a; '=1"));
    }

    void noCellIsAFormula()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, safe);
        Mutation mutation = deploy();
        mutation.deployedModel = text;
        mutation.requestId = text;
        const QByteArray csv = JournalExport::csv({mutation});
        QCOMPARE(cellOf(csv, "deployed_model"), safe);
        QCOMPARE(cellOf(csv, "request_id"), safe);
    }

    void anAnswerThatNeverCameIsEmptyAndNull()
    {
        Mutation lost{
            .verb = Mutation::Verb::Delete, .deployedModel = QStringLiteral("a"), .started = deploy().started};
        QCOMPARE(cellOf(JournalExport::csv({lost}), "answered"), QString());
        QCOMPARE(cellOf(JournalExport::csv({lost}), "http_status"), QString());
        const auto json = Json::parse(JournalExport::json({lost}));
        for (const char *field : {"answered", "http_status", "request", "request_id", "error_code"})
            QVERIFY2(json->items().first()[field].isPresent() && !json->items().first()[field].hasValue(), field);
    }

    void whatWasSentIsJsonWithinJson()
    {
        const auto json = Json::parse(JournalExport::json({deploy()}));
        QVERIFY(json);
        const Json entry = json->items().first();
        QCOMPARE(entry["request"]["capacity"].integer(), std::optional<qint64>(4));
        QCOMPARE(entry["http_status"].integer(), std::optional<qint64>(200));
        QCOMPARE(entry["outcome"].text(), QStringLiteral("accepted"));
    }

    void aDamagedRequestIsKeptAsText()
    {
        Mutation mutation = deploy();
        mutation.body = "{\"capacity\":4,";
        const auto json = Json::parse(JournalExport::json({mutation}));
        QVERIFY(json);
        QCOMPARE(json->items().first()["request"].text(), QStringLiteral("{\"capacity\":4,"));
    }

    void everyVerbAndStateHasItsWord()
    {
        QStringList actions;
        for (const auto verb :
             {Mutation::Verb::Create, Mutation::Verb::Scale, Mutation::Verb::UpdateLimits, Mutation::Verb::Delete})
            actions << cellOf(JournalExport::csv({{.verb = verb}}), "action");
        QCOMPARE(actions.join(u' '), QStringLiteral("create scale limits delete"));
        QStringList outcomes;
        for (const auto state : {Mutation::State::Sending, Mutation::State::Accepted, Mutation::State::Refused,
                                 Mutation::State::NotSent, Mutation::State::Unknown})
            outcomes << cellOf(JournalExport::csv({{.state = state}}), "outcome");
        QCOMPARE(outcomes.join(u' '), QStringLiteral("sending accepted refused not_sent unknown"));
    }

    void nothingAskedIsAnEmptyArray() { QCOMPARE(JournalExport::json({}), QByteArray("[]\n")); }
};

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
