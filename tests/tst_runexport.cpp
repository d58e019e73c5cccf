// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runexport.h"
#include "tests/support/runbench.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

class TestRunExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerWithItsFiguresIsAJsonLine()
    {
        RunBench bench(2);
        const QList<QJsonObject> rows = exported(bench);
        QCOMPARE(rows.size(), 4);
        const QJsonObject row = rows[3];
        const Turn turn = *bench.run->answer(1, 1);
        QCOMPARE(row[QLatin1String("prompt")].toString(), QStringLiteral("Question 1"));
        QCOMPARE(row[QLatin1String("line")].toInt(), 2);
        QCOMPARE(row[QLatin1String("deployed_model")].toString(), QStringLiteral("qwen3-32b-other"));
        QCOMPARE(row[QLatin1String("answer")].toString(), turn.content);
        QCOMPARE(row[QLatin1String("state")].toString(), QStringLiteral("complete"));
        QCOMPARE(row[QLatin1String("input_tokens")].toInteger(), *turn.usage.inputTokens);
        QCOMPARE(row[QLatin1String("output_tokens")].toInteger(), *turn.usage.outputTokens);
        QCOMPARE(row[QLatin1String("first_token_ms")].toInteger(), turn.firstToken->count());
        QCOMPARE(row[QLatin1String("duration_ms")].toInteger(), turn.duration->count());
        QCOMPARE(row[QLatin1String("finish_reason")].toString(), QStringLiteral("stop"));
        QCOMPARE(row[QLatin1String("request_id")].toString(), turn.requestId);
        QVERIFY(row[QLatin1String("error_code")].isNull());
        QCOMPARE(row[QLatin1String("vote")].toString(), QStringLiteral("worse than qwen3-32b-chat"));
        QCOMPARE(rows[2][QLatin1String("vote")].toString(), QStringLiteral("better than qwen3-32b-other"));
    }

    void aFailureIsARowWithItsCode()
    {
        RunBench bench(1);
        bench.service.server->addFault(QStringLiteral("generate:1=status=500"));
        const QList<QJsonObject> rows = exported(bench);
        const auto failed = std::find_if(rows.begin(), rows.end(), [](const QJsonObject &row) {
            return row[QLatin1String("state")].toString() == QLatin1String("failed");
        });
        QVERIFY(failed != rows.end());
        QVERIFY(!(*failed)[QLatin1String("error_code")].toString().isEmpty());
        QVERIFY(!(*failed)[QLatin1String("request_id")].toString().isEmpty());
        QCOMPARE((*failed)[QLatin1String("http_status")].toInt(), 500);
    }

    void anAnswerTellsWhatItWasAskedWithout()
    {
        RunBench bench(2);
        bench.refuseTopK();
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        QTRY_COMPARE(bench.run->refusedParameter(1), std::optional(Parameter::TopK));
        bench.run->goOnWithout(1, Parameter::TopK);
        QVERIFY(bench.finishes());
        const QList<QJsonObject> rows = written(bench);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1][QLatin1String("left_out")].toString(), QStringLiteral("top_k"));
        QCOMPARE(rows[3][QLatin1String("left_out")].toString(), QStringLiteral("top_k"));
        QVERIFY(rows[0][QLatin1String("left_out")].isNull());
    }

    void noAnswerIsAFormulaInASpreadsheet()
    {
        RunBench bench(1, "=HYPERLINK(\"http://x\"), \"quoted\"\n@SUM(1)");
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        const QString to = bench.folder.filePath(QStringLiteral("out.csv"));
        const auto outcome = RunExport::write(bench.path, bench.run->index(), to, RunExport::Format::Csv);
        QCOMPARE(outcome.problem, QString());
        QCOMPARE(outcome.rows, 2);
        const QByteArray bytes = read(to);
        QVERIFY(bytes.startsWith("\xef\xbb\xbfprompt_number,line,prompt,deployed_model,"));
        QCOMPARE(bytes.count("\"'=HYPERLINK(\"\"http://x\"\"), \"\"quoted\"\"\n'@SUM(1)\""), 2);
    }

    void whatWasNeverAskedIsThereToo()
    {
        RunBench bench(2);
        QVERIFY(bench.create());
        bench.open();
        const QString to = bench.folder.filePath(QStringLiteral("out.jsonl"));
        QCOMPARE(RunExport::write(bench.path, bench.run->index(), to, RunExport::Format::JsonLines).rows, 4);
        QCOMPARE(read(to).count("\"state\":\"not_asked\""), 4);
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        RunBench bench(1);
        QVERIFY(bench.create());
        bench.open();
        const auto outcome = RunExport::write(bench.path, bench.run->index(), QStringLiteral("/no/such/folder/x"),
                                              RunExport::Format::Csv);
        QVERIFY(!outcome.problem.isEmpty());
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QList<QJsonObject> exported(RunBench &bench)
    {
        if (!bench.create())
            return {};
        bench.open()->start();
        if (!bench.finishes())
            return {};
        bench.run->vote(bench.header.prompts - 1, 0, 1, RunVote::Choice::First);
        return written(bench);
    }

    static QList<QJsonObject> written(const RunBench &bench)
    {
        const QString to = bench.folder.filePath(QStringLiteral("out.jsonl"));
        RunExport::write(bench.path, bench.run->index(), to, RunExport::Format::JsonLines);
        QList<QJsonObject> rows;
        const auto lines = read(to).split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                rows += QJsonDocument::fromJson(line).object();
        }
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_runexport.moc"
