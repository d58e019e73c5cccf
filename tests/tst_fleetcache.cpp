// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetcache.h"

#include "app/fleet/deploymentstore.h"
#include "tests/support/fleetfixture.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using Freshness = DeploymentStore::Freshness;

namespace {

const QString account = QStringLiteral("account-1");
const QString place = QStringLiteral("https://example.com/api/v1 ws");

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestFleetCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatOneRunReadTheNextOneShowsBeforeItHasRead()
    {
        remember({QStringLiteral("a"), QStringLiteral("b")});
        FleetFixture fleet;
        QSignalSpy told(fleet.store.get(), &DeploymentStore::freshnessChanged);
        const FleetCache cache(fleet.store.get(), folder(), account, place, noKey);
        QVERIFY(told.wait());
        QCOMPARE(fleet.store->freshness(), Freshness::Recalled);
        QCOMPARE(fleet.store->rows().size(), 2);
        QVERIFY(fleet.store->recalledFrom().isValid());
        QVERIFY(!fleet.store->lastGood().isValid());
    }

    void theFirstReadingTakesThePlaceOfWhatWasRecalled()
    {
        remember({QStringLiteral("a"), QStringLiteral("b")});
        FleetFixture fleet;
        QSignalSpy told(fleet.store.get(), &DeploymentStore::freshnessChanged);
        const FleetCache cache(fleet.store.get(), folder(), account, place, noKey);
        QVERIFY(told.wait());
        fleet.insert({QStringLiteral("b"), QStringLiteral("c")});
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->freshness(), Freshness::Live);
        QCOMPARE(fleet.store->rows().size(), 2);
        QVERIFY(!fleet.store->find(QStringLiteral("a")));
    }

    void whatIsRecalledComesTooLateForAStoreThatHasRead()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("x")});
        QVERIFY(fleet.load());
        const QList<Deployment> rows = fleet.store->rows();
        QVERIFY(fleet.poll());
        fleet.store->recall(rows + rows, QDateTime::currentDateTimeUtc());
        QCOMPARE(fleet.store->freshness(), Freshness::Live);
        QCOMPARE(fleet.store->rows().size(), 1);
    }

    void theFileIsForItsOwnerAlone()
    {
        remember({QStringLiteral("a")});
        const auto rights = QFileInfo(path()).permissions();
        QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                            QFileDevice::WriteOther)));
    }

    void whatIsDamagedIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        remember({QStringLiteral("a"), QStringLiteral("b")});
        const QByteArray good = readFile(path());
        QVERIFY(rememberedFleet(good));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another version") << QByteArray(good).replace(0, 15, "slipway fleet 1");
        QTest::newRow("cut short") << good.chopped(7);
        QTest::newRow("cut between rows") << good.first(good.size() / 2);
        QTest::newRow("more than there was") << good + good;
        QTest::newRow("no JSON") << QByteArray(good).replace("deployed_model", "deployed\"model");
        QTest::newRow("the same twice") << QByteArray(good).replace("\"b\"", "\"a\"");
        const qsizetype kindOfTime = 16 + 4 + 2 * place.size() + 4 + 8 + 4;
        QTest::newRow("a time of no kind") << QByteArray(good).replace(kindOfTime, 1, "\x20");
        QTest::newRow("noise") << QByteArray("slipway fleet 2\n") + QByteArray(5000, '\xff');
    }

    void whatIsDamagedIsIgnored()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!rememberedFleet(bytes));
        QVERIFY(QDir().mkpath(folder()));
        writeFile(path(), bytes);
        FleetFixture fleet;
        fleet.insert({QStringLiteral("x")});
        const FleetCache cache(fleet.store.get(), folder(), account, place, noKey);
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->rows().size(), 1);
    }

    void anotherPlacesFleetIsNotShown()
    {
        remember({QStringLiteral("a")});
        FleetFixture fleet;
        const FleetCache cache(fleet.store.get(), folder(), account, QStringLiteral("elsewhere"), noKey);
        QVERIFY(QSignalSpy(&cache, &FleetCache::looked).wait());
        QVERIFY(fleet.store->rows().isEmpty());
    }

    void whatAnotherKeyReadIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("rows");
        QTest::newRow("the same key") << QByteArray("sk-one") << 1;
        QTest::newRow("another key") << QByteArray("sk-two") << 0;
        QTest::newRow("a key that is still awaited") << QByteArray() << 1;
    }

    void whatAnotherKeyReadIsNotShown()
    {
        QFETCH(const QByteArray, key);
        remember({QStringLiteral("a")}, "sk-one");
        QVERIFY(!readFile(path()).contains("sk-one"));
        FleetFixture fleet;
        const FleetCache cache(fleet.store.get(), folder(), account, place, [key] { return key; });
        QVERIFY(QSignalSpy(&cache, &FleetCache::looked).wait());
        QTEST(int(fleet.store->rows().size()), "rows");
    }

    void whatHoldsTheKeyIsNotWritten()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("sk-secret")});
        QVERIFY(fleet.load());
        {
            const FleetCache cache(fleet.store.get(), folder(), account, place, [] { return QByteArray("sk-secret"); });
        }
        QVERIFY(!QFile::exists(path()));
    }

    void pollsThatChangeSomethingAreNotWrittenOneByOne()
    {
        FleetFixture fleet;
        const FleetCache cache(fleet.store.get(), folder(), account, place, noKey);
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QTRY_VERIFY(QFile::exists(path()));
        const QByteArray first = readFile(path());
        fleet.insert({QStringLiteral("b")});
        QVERIFY(fleet.poll());
        QCOMPARE(readFile(path()), first);
    }

    void anAccountTakesItsFileAlong()
    {
        remember({QStringLiteral("a")});
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        {
            FleetCache cache(fleet.store.get(), folder(), account, place, noKey);
            cache.forget();
        }
        QVERIFY(!QFile::exists(path()));
    }

    void filesOfOtherAccountsGo()
    {
        remember({QStringLiteral("a")});
        FleetCache::forgetAllBut(folder(), {account});
        QVERIFY(QFile::exists(path()));
        FleetCache::forgetAllBut(folder(), {QStringLiteral("account-2")});
        QVERIFY(!QFile::exists(path()));
    }

private:
    static QByteArray noKey() { return {}; }
    QString folder() const { return m_folder->filePath(QStringLiteral("fleets")); }

    QString path() const
    {
        const QStringList files = QDir(folder()).entryList({QStringLiteral("*.fleet")}, QDir::Files);
        return folder() + u'/' + files.value(0, QStringLiteral("account-1.fleet"));
    }

    /// An earlier run, in short.
    void remember(const QStringList &ids, const QByteArray &key = {})
    {
        if (!m_folder)
            m_folder = std::make_unique<QTemporaryDir>();
        FleetFixture fleet;
        fleet.insert(ids);
        QVERIFY(fleet.load());
        const FleetCache cache(fleet.store.get(), folder(), account, place, [key] { return key; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFleetCache)
#include "tst_fleetcache.moc"
