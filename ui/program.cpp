// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "app/accounts/keychaincredentials.h"
#include "ui/errortext.h"
#include "ui/fleet/fleetview.h"
#include "ui/messagebar.h"
#include "ui/performance/performancewindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <array>
#include <cstdio>

namespace Slipway {

static QString ownSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/slipway/slipway.ini");
}

static QString folderOf(const QString &dataFolder, const char *name)
{
    const QString own =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/slipway");
    return (dataFolder.isEmpty() ? own : dataFolder) + u'/' + QLatin1String(name);
}

/// What is there can be read again any time.
static QString fleetsFolder(const QString &dataFolder)
{
    const QString own =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/slipway");
    return (dataFolder.isEmpty() ? own : dataFolder) + QStringLiteral("/fleets");
}

// Other people on this machine can reach the loopback port, so even the simulator asks for a key, a new one each run.
static QByteArray newSimulatorKey()
{
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    QByteArray key("sk-sim-");
    for (const quint32 number : numbers)
        key += QByteArray::number(number, 16);
    return key;
}

static Simulator::Options simulatorOptions(const QByteArray &key, const StartOptions &start)
{
    Simulator::Options options;
    options.apiKey = key;
    options.speed = start.simulatorSpeed;
    options.tokensPerSecond = start.simulatorTokensPerSecond;
    return options;
}

Program::Program(const StartOptions &options) :
    m_options(options),
    m_settings(options.settingsFile.isEmpty() ? ownSettingsFile() : options.settingsFile),
    m_keychain(std::make_unique<KeychainCredentials>()),
    m_accounts(&m_settings, m_keychain.get()),
    m_simulatorKey(newSimulatorKey()),
    m_simulator(simulatorOptions(m_simulatorKey, options)),
    m_sessions(&m_accounts, folderOf(options.dataFolder, "journal"))
{
    m_sessions.setReachability(&m_reachability);
    m_sessions.keepConversationsIn(folderOf(options.dataFolder, "conversations"));
    m_sessions.keepRunsIn(folderOf(options.dataFolder, "runs"));
    m_sessions.keepFleetsIn(fleetsFolder(options.dataFolder));
    const auto remembered = [this](const QString &given, const char *key) {
        return given.isEmpty() ? m_settings.value(QLatin1String(key)).toString() : given;
    };
    m_language.use(remembered(options.language, "language"));
    Theme::apply(Theme::choiceOf(remembered(options.theme, "appearance")));
}

Program::~Program()
{
    m_gauge.setWindow(nullptr, nullptr, {});
    m_sessions.disconnect(&m_gauge);
}

bool Program::start()
{
    if (!m_simulator.start()) {
        std::fputs("slipway: the built-in simulator cannot listen on 127.0.0.1\n", stderr);
        return false;
    }
    m_accounts.setSimulator(m_simulator.url(), m_simulatorKey);
    const auto refused = m_accounts.setEnvironment(m_options.environmentKey, m_options.environmentUrl);
    m_window = std::make_unique<MainWindow>(&m_accounts, &m_sessions, &m_language, &m_settings);
    m_window->setRunsFolder(folderOf(m_options.dataFolder, "runs"));
    if (refused) {
        const Error error{.kind = Error::Kind::InvalidRequest, .detail = *refused};
        const char *variable = *refused == u"key" ? "DASHSCOPE_API_KEY" : "DASHSCOPE_HTTP_BASE_URL";
        m_window->messageBar()->show(MessageBar::Topic::Environment,
                                     {.text = QCoreApplication::translate("Slipway::Program", "%1 is not used: %2",
                                                                          "environment variable, reason")
                                                  .arg(QLatin1String(variable), textOf(error, Deed::Read).headline)});
    }
    QObject::connect(&m_sessions, &Sessions::currentChanged, &m_gauge, [this](Session *session) { follow(session); });
    m_gauge.setWindow(m_window.get(), m_window->fleet()->rowsView(), [this] { return m_window->fleet()->hasRows(); });
    QObject::connect(m_window.get(), &MainWindow::performanceRequested, &m_gauge, [this] { showPerformance(); });
    m_sessions.openCurrent();
    m_window->show();
    return true;
}

void Program::follow(Session *session)
{
    if (m_measured)
        m_measured->disconnect(&m_gauge);
    m_measured = session ? session->store() : nullptr;
    if (!m_measured)
        return;
    DeploymentStore *store = m_measured;
    if (m_options.pollInterval.count() > 0)
        store->setIntervals(m_options.pollInterval, m_options.pollInterval);
    QObject::connect(store, &DeploymentStore::pollStarted, &m_gauge, &Gauge::beginPoll);
    QObject::connect(store, &DeploymentStore::polled, &m_gauge, [this, store] {
        const PollWork &work = store->lastWork();
        m_gauge.endPoll({.parse = work.parse,
                         .apply = work.apply,
                         .rows = store->rows().size(),
                         .changed = work.changed,
                         .ok = !store->lastError()});
    });
    if (store->isPolling())
        m_gauge.beginPoll();
}

void Program::showPerformance()
{
    if (!m_performance)
        m_performance = new PerformanceWindow(&m_gauge, m_window.get());
    m_performance->show();
    m_performance->raise();
    m_performance->activateWindow();
}

void Program::comeToFront(const QByteArray &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken); // where Qt's Wayland plugin looks for it
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace Slipway
