// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultbench.h"

#include <QFile>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 mostGrowth = 900; // it keeps what was freed for a while
constexpr qint64 mostGrowthOfStream = 400;
#else
constexpr qint64 mostGrowth = 250;
constexpr qint64 mostGrowthOfStream = 20;
#endif

/// MB that this process, simulator included, has held at the most since resetPeak().
qint64 peak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(2).trimmed().toLongLong() / 1024;
    return -1;
}

bool resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

Q_DECLARE_METATYPE(Operation)

/// Bodies without measure, read with the limits that people have.
class TestFlowBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnswerFillsTheMemory_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *fault, Operation operation, const char *name, Error::Kind kind) {
            QTest::addRow("%s of %s", fault, name) << QString::fromLatin1(fault) << operation << kind;
        };
        row("gzip-bomb", Operation::Delete, "a delete", Error::Kind::BadReply);
        row("gzip-bomb", Operation::WholeReply, "a reply", Error::Kind::BadReply);
        for (const char *fault : {"endless", "gzip-flood", "long-line=40000000"}) {
            row(fault, Operation::Get, "one deployment", Error::Kind::TooLarge);
            row(fault, Operation::Delete, "a delete", Error::Kind::TooLarge);
            row(fault, Operation::WholeReply, "a reply", Error::Kind::TooLarge);
        }
        for (const char *fault : {"gzip-flood", "long-line=40000000"})
            row(fault, Operation::StreamedReply, "a stream", Error::Kind::TooLarge);
        row("nested=10000000", Operation::Get, "one deployment", Error::Kind::BadReply);
        row("nested=10000000", Operation::StreamedReply, "a stream", Error::Kind::TooLarge);
    }

    void noAnswerFillsTheMemory()
    {
        QFETCH(const QString, fault);
        QFETCH(const Operation, operation);
        FaultBench bench;
        QVERIFY(bench.isReady());
        Patience patience;
        if (fault == u"endless") // takes long, from a server in this very thread
            patience.sizeLimit = 4'000'000;
        bench.client().setPatience(patience);
        QVERIFY(bench.simulator().addFault(QStringLiteral("any=") + fault));
        if (!resetPeak())
            QSKIP("This system does not tell how much memory is used.");
        const qint64 before = peak();
        const Told told = bench.perform(operation, QStringLiteral("a"));
        QVERIFY(told.answered && told.error);
        QTEST(told.error->kind, "kind");
        QVERIFY2(peak() - before < mostGrowth, QByteArray::number(peak() - before).constData());
        QCOMPARE(bench.requests(operation), 1);
    }

    void anEndlessReplyEndsByItselfOrWhenStopped()
    {
        FaultBench bench;
        QVERIFY(bench.isReady());
        bench.client().setPatience({.textLimit = 8'000});
        QVERIFY(bench.simulator().addFault(QStringLiteral("any=endless")));
        const Told told = bench.perform(Operation::StreamedReply, QStringLiteral("a"));
        QVERIFY(told.error && told.error->kind == Error::Kind::TooLarge);
        QVERIFY(told.reply.size() > 8'000 && told.reply.size() < 20'000);

        bench.client().setPatience({});
        Conversation *conversation = bench.conversation(QStringLiteral("b"));
        QVERIFY(conversation->send(QStringLiteral("Hello?")));
        QTRY_VERIFY(conversation->turns().constLast().content.size() > 1'000);
        const qint64 before = peak();
        QTRY_VERIFY_WITH_TIMEOUT(conversation->turns().constLast().content.size() > 20'000, 30'000);
        QVERIFY2(peak() - before < mostGrowthOfStream, QByteArray::number(peak() - before).constData());
        conversation->stop();
        const qsizetype size = conversation->turns().constLast().content.size();
        QCOMPARE(conversation->turns().constLast().state, Turn::State::Stopped);
        QTRY_COMPARE(bench.simulator().requests().constLast().fate, Simulator::RecordedRequest::Fate::Dropped);
        QCOMPARE(conversation->turns().constLast().content.size(), size);
    }
};

QTEST_GUILESS_MAIN(TestFlowBounds)
#include "tst_flow_bounds.moc"
