// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultcases.h"
#include "ui/errortext.h"

#include <QThread>

#include <atomic>
#include <cstdio>

using namespace Slipway;
using namespace Slipway::Faults;
using namespace std::chrono_literals;
namespace {

Deed deedOf(Operation operation)
{
    switch (operation) {
    case Operation::Catalog:
        return Deed::Catalog;
    case Operation::List:
    case Operation::Get:
        return Deed::Read;
    case Operation::Create:
        return Deed::Create;
    case Operation::Scale:
        return Deed::Scale;
    case Operation::Limits:
        return Deed::UpdateLimits;
    case Operation::Delete:
        return Deed::Delete;
    case Operation::WholeReply:
    case Operation::StreamedReply:
    case Operation::CompatibleReply:
        return Deed::Prompt;
    }
    return Deed::Read;
}

QByteArray routeOf(Operation operation)
{
    return std::array<const char *, 10>{"catalog", "list",   "get",      "create",   "scale",
                                        "update",  "delete", "generate", "generate", "generate"}[size_t(operation)];
}

/// One fault against one operation. Collects the promises that did not hold.
class Pair
{
public:
    Pair(Operation operation, const Case &fault) : m_operation(operation), m_case(fault) {}

    QStringList brokenPromises()
    {
        if (!m_bench.isReady() || !addFault())
            return {QStringLiteral("it could not begin")};
        m_before = fleetAsText(m_bench.store());
        m_world = m_bench.worldText();
        constexpr qint64 quicklyReached = 200'000;
        if (m_case.spec == "endless")
            m_bench.setPatience(10'000ms, quicklyReached);
        else if (m_case.isLate)
            m_bench.setPatience(1500ms);
        m_told = m_bench.perform(m_operation, QStringLiteral("a"));
        if (m_case.dependsOnQt && m_told.answered && !m_told.error)
            m_case = harmless(m_case.spec.constData());
        checkOutcome();
        checkRequests();
        checkWords();
        checkTable();
        m_bench.simulator().clearFaults();
        m_bench.setPatience(10'000ms);
        checkUsable();
        return m_broken;
    }

private:
    bool addFault()
    {
        const QByteArray spec = m_case.spec.startsWith("any=") ? m_case.spec : routeOf(m_operation) + '=' + m_case.spec;
        return m_bench.simulator().addFault(QString::fromUtf8(spec));
    }

    void promise(bool isKept, const QString &words)
    {
        if (!isKept)
            m_broken += words;
    }

    std::optional<Kind> expectedKind() const
    {
        const bool isStream = m_operation == Operation::StreamedReply || m_operation == Operation::CompatibleReply;
        return isStream ? m_case.streamKind : m_case.kind;
    }

    /// The compatible API gives its events no numbers: nothing tells that one is missing or came twice.
    bool isBeyondKnowing() const
    {
        return m_operation == Operation::CompatibleReply && m_case.spec.contains("-event") &&
               !m_case.spec.startsWith("error");
    }

    void checkOutcome()
    {
        promise(m_told.answered, QStringLiteral("an answer comes"));
        if (isBeyondKnowing())
            return;
        const auto kind = m_told.error ? std::optional(m_told.error->kind) : std::nullopt;
        const auto number = [](std::optional<Kind> each) { return each ? int(*each) : -1; };
        // Both our limit on an event and Qt's on proportion are passed within one read.
        const bool isChance = isReply(m_operation) && m_case.spec == "gzip-bomb" && kind == Kind::TooLarge;
        promise(kind == expectedKind() || isChance, QStringLiteral("it ends with error %1, not %2 (%3)")
                                                        .arg(number(expectedKind()))
                                                        .arg(number(kind))
                                                        .arg(m_told.error ? m_told.error->detail : QString()));
        if (isMutation(m_operation))
            checkState();
        if (isReply(m_operation))
            checkReply();
    }

    void checkState()
    {
        const bool wasGone = m_operation == Operation::Delete && m_case.spec == "status=404";
        const State expected = wasGone ? State::Accepted : m_case.state;
        promise(m_told.state == expected,
                QStringLiteral("its state is %1, not %2").arg(int(expected)).arg(int(m_told.state)));
        const bool isDone = m_bench.worldText() != m_world;
        promise(m_told.state != State::Refused || !isDone, QStringLiteral("what was refused was not done"));
        promise(m_told.state != State::NotSent || !isDone, QStringLiteral("what was not sent was not done"));
        promise(m_told.state != State::Accepted || isDone || wasGone, QStringLiteral("what was accepted was done"));
    }

    void checkReply()
    {
        const bool isWhole = m_operation == Operation::WholeReply;
        const End failure = m_case.kind ? End::Failed : End::Complete;
        const End expected = isWhole ? failure : m_case.stream;
        // How much of a stream is heard before Qt gives it up is a matter of chance.
        const bool isChance = (m_case.spec.startsWith("wrong-length") || m_case.spec.startsWith("gzip-")) &&
                              (m_told.ending == End::Cut || m_told.ending == End::Failed);
        promise(m_told.ending == expected || isChance,
                QStringLiteral("the reply's state is %1, not %2").arg(int(expected)).arg(int(m_told.ending)));
        promise((m_told.ending == End::Failed) == m_told.reply.isEmpty(),
                QStringLiteral("it failed where nothing came"));
        QString heard = m_told.reply;
        if (m_case.spec == "bad-utf8")
            heard.remove(QChar(QChar::ReplacementCharacter)).remove(u'(');
        const bool isAll = heard == FaultBench::replyText();
        promise(isAll || m_told.ending != End::Complete, QStringLiteral("a complete reply is complete: ") + heard);
        const bool repeatsItself = m_case.spec == "endless" || m_case.spec.startsWith("drop-event");
        promise(repeatsItself || FaultBench::replyText().startsWith(heard),
                QStringLiteral("nothing but the model's words is in the reply: ") + heard);
    }

    /// A mutation and a reply once, ever; a poll once, for the next one comes soon; other reads as often as the rule of
    /// three tries says.
    void checkRequests()
    {
        const qsizetype seen = m_bench.requests(m_operation);
        const auto kind = expectedKind();
        const bool isTransient = kind == Kind::Lost || kind == Kind::Throttled || kind == Kind::ServerFault;
        qsizetype expected = 1;
        const bool mayBeTriedAgain = m_operation == Operation::Catalog || m_operation == Operation::Get;
        if (mayBeTriedAgain && isTransient)
            expected = 3;
        if (m_operation == Operation::Catalog && m_case.spec.startsWith("status=400"))
            expected = 2;                                            // in the older form, too
        const bool isTornBody = kind == Kind::BadReply && seen == 3; // what came whole is not asked for again
        promise(seen == expected || (mayBeTriedAgain && isTornBody),
                QStringLiteral("the server sees %1 requests, not %2").arg(expected).arg(seen));
    }

    void checkWords()
    {
        if (!m_told.error)
            return;
        const ErrorText text = textOf(*m_told.error, deedOf(m_operation));
        const QString whole = text.whole();
        const bool endsWithAddress = m_told.error->kind == Kind::Redirected && !m_told.error->detail.isEmpty();
        promise(text.headline.endsWith(u'.') || (endsWithAddress && text.headline.endsWith(m_told.error->detail)),
                QStringLiteral("a sentence says what happened: ") + whole);
        promise(!whole.contains(QLatin1String(FaultBench::key)), QStringLiteral("no word holds the key: ") + whole);
        for (const char *tag : {"<html", "<!DOCTYPE", "<h1"})
            promise(!whole.contains(QLatin1String(tag), Qt::CaseInsensitive),
                    QStringLiteral("no page is shown: ") + whole);
        if (isMutation(m_operation))
            promise(text.meaning.contains(QStringLiteral("bill")), QStringLiteral("the bill is spoken of: ") + whole);
        if (m_operation == Operation::List)
            promise(text.meaning.contains(QStringLiteral("last good")),
                    QStringLiteral("the table is spoken of: ") + whole);
    }

    void checkTable()
    {
        promise(!m_bench.hasLostRows(), QStringLiteral("no row is taken away"));
        const bool mayDiffer = isMutation(m_operation) && m_case.state != State::Refused;
        promise(mayDiffer || fleetAsText(m_bench.store()) == m_before,
                QStringLiteral("the table holds the last good data"));
        if (m_operation == Operation::List && m_case.kind)
            promise(m_bench.store().freshness() == DeploymentStore::Freshness::Stale,
                    QStringLiteral("it is told as old"));
    }

    /// The next poll and the same operation without a fault.
    void checkUsable()
    {
        const Told polled = m_bench.poll();
        promise(polled.answered && !polled.error,
                QStringLiteral("the next poll succeeds: %1").arg(polled.error ? int(polled.error->kind) : -1));
        promise(m_bench.store().rows().size() == m_bench.simulator().world().size(),
                QStringLiteral("the table shows what there is"));
        const Told again = m_bench.perform(m_operation, QStringLiteral("b"));
        promise(again.answered && !again.error, QStringLiteral("the same succeeds without the fault"));
        promise(!isMutation(m_operation) || again.state == State::Accepted, QStringLiteral("and is accepted"));
        promise(!isReply(m_operation) || again.reply == FaultBench::replyText(), QStringLiteral("and is complete"));
        promise(m_bench.requests(m_operation) == 1, QStringLiteral("and is asked once"));
    }

    Operation m_operation;
    Case m_case;
    FaultBench m_bench;
    Told m_told;
    QString m_before;
    QString m_world;
    QStringList m_broken;
};

/// Runs the pairs of one operation side by side, each with everything of its own; most of their time is waiting.
QStringList brokenOnes(Operation operation, const QList<Case> &cases)
{
    constexpr int atOnce = 12;
    std::vector<QStringList> broken(size_t(cases.size()));
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < cases.size(); i = next++)
            broken[size_t(i)] = Pair(operation, cases.at(i)).brokenPromises();
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < atOnce; ++i)
        threads.emplace_back(QThread::create(work))->start();
    for (const auto &thread : threads)
        thread->wait();
    QStringList lines;
    for (qsizetype i = 0; i < cases.size(); ++i)
        if (!broken[size_t(i)].isEmpty())
            lines += QString::fromUtf8(cases.at(i).spec) + QStringLiteral(": ") +
                     broken[size_t(i)].join(QStringLiteral("; "));
    return lines;
}

} // namespace

class TestFlowFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultOfACatalogKeepsEveryPromise() { verify(Operation::Catalog); }
    void everyFaultOfAListKeepsEveryPromise() { verify(Operation::List); }
    void everyFaultOfAGetKeepsEveryPromise() { verify(Operation::Get); }
    void everyFaultOfACreateKeepsEveryPromise() { verify(Operation::Create); }
    void everyFaultOfAScaleKeepsEveryPromise() { verify(Operation::Scale); }
    void everyFaultOfALimitsChangeKeepsEveryPromise() { verify(Operation::Limits); }
    void everyFaultOfADeleteKeepsEveryPromise() { verify(Operation::Delete); }
    void everyFaultOfAWholeReplyKeepsEveryPromise() { verify(Operation::WholeReply); }
    void everyFaultOfAStreamedReplyKeepsEveryPromise() { verify(Operation::StreamedReply); }
    void everyFaultOfACompatibleReplyKeepsEveryPromise() { verify(Operation::CompatibleReply); }

    void cleanupTestCase()
    {
        std::printf("fault pairs: %lld held of %lld\n", static_cast<long long>(m_held),
                    static_cast<long long>(m_pairs));
        std::fflush(stdout);
        QCOMPARE(m_held, m_pairs);
        const bool isWhole =
            m_operations == int(Operation::CompatibleReply) + 1 && !qEnvironmentVariableIsSet("SLIPWAY_FAULT");
        QVERIFY(m_pairs >= 200 || !isWhole);
    }

private:
    void verify(Operation operation)
    {
        const QList<Case> cases = casesFor(operation);
        const QStringList broken = brokenOnes(operation, cases);
        m_operations += 1;
        m_pairs += cases.size();
        m_held += cases.size() - broken.size();
        QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
    }

    int m_operations = 0;
    qsizetype m_pairs = 0;
    qsizetype m_held = 0;
};

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "300000"); // hundreds of pairs
    QCoreApplication application(argc, argv);
    TestFlowFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_flow_faults.moc"
