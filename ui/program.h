// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accounts.h"
#include "app/files/settings.h"
#include "app/session/sessions.h"
#include "app/session/systemreachability.h"
#include "app/simulator/background.h"
#include "app/stats/gauge.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/plainclipboard.h"

#include <memory>

namespace Slipway {

class PerformanceWindow;

/// How the program is started, from the command line.
struct StartOptions
{
    QString language;     ///< empty: as remembered, else the system's
    QString theme;        ///< empty: as remembered
    QString tourFolder;   ///< not empty: walk the tour, write pictures there, end
    QString settingsFile; ///< empty: the person's own
    QString dataFolder;   ///< empty: the person's own; the journals lie there
    double simulatorSpeed = 1;
    double simulatorTokensPerSecond = 40;
    std::chrono::milliseconds pollInterval{0}; ///< between two polls, whatever changes; 0: as it is best
    QByteArray environmentKey;
    QString environmentUrl;
};

/// The object graph, built by hand in the order in which things need each other.
class Program
{
public:
    explicit Program(const StartOptions &options);
    ~Program();

    /// Shows the window; false, with a word on standard error, when the built-in simulator cannot start.
    bool start();

    /// Raises the window, from the task bar too. `activationToken`, when there is one, is the desktop's leave to do so.
    void comeToFront(const QByteArray &activationToken);

    MainWindow &window() { return *m_window; }
    Gauge *gauge() { return &m_gauge; }
    Accounts &accounts() { return m_accounts; }
    Sessions &sessions() { return m_sessions; }
    Simulator::Background &simulator() { return m_simulator; }
    QByteArray simulatorKey() const { return m_simulatorKey; }

private:
    void follow(Session *session);
    void showPerformance();

    StartOptions m_options;
    Gauge m_gauge;
    QPointer<DeploymentStore> m_measured; ///< the store whose polls the gauge hears of
    Settings m_settings;
    std::unique_ptr<Credentials> m_keychain;
    Accounts m_accounts;
    QByteArray m_simulatorKey;
    Simulator::Background m_simulator;
    SystemReachability m_reachability;
    Sessions m_sessions;
    Language m_language;
    PlainClipboard m_clipboard;
    std::unique_ptr<MainWindow> m_window;
    QPointer<PerformanceWindow> m_performance; ///< made when it is first wanted; the window's child
};

} // namespace Slipway
