// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The network as the system tells of it: a NetworkManager that is played by another process, on a bus of the test's
// own.
#include "app/session/session.h"
#include "app/session/systemreachability.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QNetworkInformation>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace Slipway;

namespace {

const QString service = QStringLiteral("org.freedesktop.NetworkManager");
const QString path = QStringLiteral("/org/freedesktop/NetworkManager");

// Of NetworkManager's states and connectivities, as its documentation numbers them.
constexpr uint disconnected = 20;
constexpr uint connectedGlobally = 70;
constexpr uint noConnectivity = 1;
constexpr uint fullConnectivity = 4;

} // namespace

/// As much of a NetworkManager as is asked: whether there is a network. "up" and "down" on standard input change that.
class PlayedNetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state)
    Q_PROPERTY(uint Connectivity READ connectivity)

public:
    PlayedNetworkManager() : m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &PlayedNetworkManager::obey);
    }

    uint state() const { return m_isUp ? connectedGlobally : disconnected; }
    uint connectivity() const { return m_isUp ? fullConnectivity : noConnectivity; }

private:
    void obey()
    {
        char word[16] = {};
        if (::read(STDIN_FILENO, word, sizeof word - 1) <= 0)
            return QCoreApplication::exit();
        m_isUp = QByteArray(word).trimmed() == "up";
        auto changed = QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                                  QStringLiteral("PropertiesChanged"));
        changed << service
                << QVariantMap{{QStringLiteral("State"), state()}, {QStringLiteral("Connectivity"), connectivity()}}
                << QStringList();
        QDBusConnection::sessionBus().send(changed);
    }

    QSocketNotifier m_input;
    bool m_isUp = true;
};

class TestFlowNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_manager.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--network-manager")});
        QVERIFY(m_manager.waitForReadyRead());
        m_network = std::make_unique<SystemReachability>();
        if (!QTest::qWaitFor([] { return QNetworkInformation::instance() != nullptr; }))
            QSKIP("Qt has nobody here to ask about the network.");
        QVERIFY(!m_network->isOffline());
    }

    void cleanup()
    {
        m_manager.write("up\n");
        QTRY_VERIFY(!m_network || !m_network->isOffline());
    }

    void cleanupTestCase()
    {
        m_manager.closeWriteChannel();
        QVERIFY(m_manager.waitForFinished());
    }

    void aNetworkThatGoesAndComesIsTold()
    {
        QSignalSpy changed(m_network.get(), &Reachability::changed);
        m_manager.write("down\n");
        QTRY_VERIFY(m_network->isOffline());
        QVERIFY(!changed.isEmpty());
        changed.clear();
        m_manager.write("up\n");
        QTRY_VERIFY(!m_network->isOffline());
        QVERIFY(!changed.isEmpty());
    }

    void anAccountPausesWithTheNetworkAndIsPolledAtOnceWhenItIsBack()
    {
        Session session({.id = QStringLiteral("far"), .root = QUrl(QStringLiteral("https://slipway.invalid/api/v1"))},
                        "sk-test");
        DeploymentStore *store = session.store();
        session.follow(m_network.get());
        store->start();
        QTRY_VERIFY_WITH_TIMEOUT(!store->isPolling(), 40'000);
        m_manager.write("down\n");
        QTRY_VERIFY(store->isOffline());
        QTRY_VERIFY_WITH_TIMEOUT(!store->isPolling(), 40'000); // one may have begun before
        QVERIFY(!store->untilNextPoll());
        QSignalSpy started(store, &DeploymentStore::pollStarted);
        m_manager.write("up\n");
        QTRY_VERIFY(!store->isOffline());
        QCOMPARE(started.size(), 1);
    }

private:
    QProcess m_manager;
    std::unique_ptr<SystemReachability> m_network;
};

static int playNetworkManager()
{
    PlayedNetworkManager manager;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.registerObject(path, &manager, QDBusConnection::ExportAllProperties) || !bus.registerService(service))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS")); // the system's own is left alone
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String("--network-manager"))
        return playNetworkManager();
    TestFlowNetwork test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_flow_network.moc"
