// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two programs, as on two machines, that look after the same account: what one does is a change to the other.
#include "tests/support/fleetfixture.h"

#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

/// The other program: everything its own, but for the account. It polls when asked, as the first one does.
struct OtherProgram
{
    explicit OtherProgram(const FleetFixture &first) : client(first.endpoint())
    {
        store.setIntervals(24h, 24h);
        store.setClock([&first] { return first.now(); });
        store.start();
    }

    const Mutation &entry(quint64 id) const { return *journal.find(id); }

    Client client;
    Journal journal;
    DeploymentStore store{&client, &journal, QStringLiteral("other")};
};

} // namespace

class TestFlowTwoPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_first = std::make_unique<FleetFixture>();
        m_first->insert({QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(m_first->load());
        m_other = std::make_unique<OtherProgram>(*m_first);
        QTRY_COMPARE(m_other->store.rows().size(), 2);
    }

    void cleanup()
    {
        m_other.reset();
        m_first.reset();
    }

    void whatTheOtherOneDeploysAppears()
    {
        const quint64 id = m_other->store.create(goodRequest());
        QTRY_COMPARE(m_other->entry(id).state, Mutation::State::Accepted);
        QVERIFY(m_first->poll());
        QVERIFY(m_first->store->find(m_other->entry(id).deployedModel));
        QVERIFY(m_first->journal.entries().isEmpty()); // it is not this one's deed
    }

    void whatTheOtherOneScalesChanges()
    {
        const quint64 id = m_other->store.scale(QStringLiteral("a"), {.capacity = 8});
        QTRY_COMPARE(m_other->entry(id).state, Mutation::State::Accepted);
        QVERIFY(m_first->poll());
        QCOMPARE(m_first->store->find(QStringLiteral("a"))->capacity, std::optional<qint64>(8));
    }

    void whatTheOtherOneDeletesGoes()
    {
        deleteByOther(QStringLiteral("a"));
        QVERIFY(m_first->poll());
        QVERIFY(!m_first->store->find(QStringLiteral("a")));
        QVERIFY(m_first->store->find(QStringLiteral("b")));
    }

    void deletingWhatTheOtherOneDeletedIsToldAsGone()
    {
        deleteByOther(QStringLiteral("a"));
        const quint64 id = m_first->store->remove(QStringLiteral("a")); // the row is still there, it has not polled
        QTRY_VERIFY(m_first->journal.find(id)->state != Mutation::State::Sending);
        const Mutation &entry = *m_first->journal.find(id);
        QCOMPARE(entry.state, Mutation::State::Accepted);
        QVERIFY(entry.error);
        QCOMPARE(entry.error->kind, Error::Kind::NotFound);
        QTRY_VERIFY(!m_first->store->find(QStringLiteral("a")));
        QVERIFY(m_first->store->find(QStringLiteral("b")));
    }

    void changingWhatTheOtherOneDeletedIsRefusedAndTheRowGoes()
    {
        deleteByOther(QStringLiteral("a"));
        const quint64 id = m_first->store->scale(QStringLiteral("a"), {.capacity = 8});
        QTRY_COMPARE(m_first->journal.find(id)->state, Mutation::State::Refused);
        QCOMPARE(m_first->journal.find(id)->error->kind, Error::Kind::NotFound);
        QTRY_VERIFY(!m_first->store->find(QStringLiteral("a")));
    }

    // Both press at the same moment: the service decides, and both tables end up showing the same.
    void twoDeedsAtOnceEndInOneState()
    {
        const quint64 one = m_first->store->scale(QStringLiteral("a"), {.capacity = 8});
        const quint64 two = m_other->store.remove(QStringLiteral("a"));
        QTRY_VERIFY(m_first->journal.find(one)->state != Mutation::State::Sending);
        QTRY_VERIFY(m_other->entry(two).state != Mutation::State::Sending);
        QVERIFY(m_first->journal.find(one)->state != Mutation::State::Unknown);
        QVERIFY(m_other->entry(two).state != Mutation::State::Unknown);
        m_first->advance(30s);
        m_first->store->refresh();
        m_other->store.refresh();
        QTRY_VERIFY(!m_first->store->isPolling() && !m_other->store.isPolling());
        QTRY_COMPARE(fleetAsText(*m_first->store), fleetAsText(m_other->store));
        QCOMPARE(m_first->requests("PUT"), 1);
        QCOMPARE(m_first->requests("DELETE"), 1);
    }

private:
    void deleteByOther(const QString &deployedModel)
    {
        const quint64 id = m_other->store.remove(deployedModel);
        QTRY_COMPARE(m_other->entry(id).state, Mutation::State::Accepted);
        m_first->advance(10s); // it has been deleting, and is gone
    }

    std::unique_ptr<FleetFixture> m_first;
    std::unique_ptr<OtherProgram> m_other;
};

QTEST_GUILESS_MAIN(TestFlowTwoPrograms)
#include "tst_flow_twoprograms.moc"
