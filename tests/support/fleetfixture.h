// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/journal.h"
#include "app/modelstudio/client.h"
#include "app/simulator/server.h"

#include <QAbstractItemModel>

#include <chrono>
#include <memory>

namespace Slipway {

/// One deployment of the simulated world: RUNNING on plan mu, 4 of 4 units ready.
Simulator::DeployedModel running(const QString &id);

/// What the simulator accepts: 4 units of qwen-plus-2025-12-01 on plan mu.
CreateRequest goodRequest(const QString &suffix = QStringLiteral("new"));

/// A whole account on loopback: an empty simulated world, client, journal and store, in the test's own thread. The
/// store polls only when asked, unless setIntervals says otherwise, and no read is tried twice. Time stands still for
/// the world and the store until advance().
class FleetFixture
{
public:
    explicit FleetFixture(Simulator::Timings timings = {});
    ~FleetFixture();

    bool load(); ///< starts the store and waits for the end of its first poll; false when that did not come
    bool poll(); ///< one more poll, waited for
    void advance(std::chrono::milliseconds time);

    Simulator::World &world() { return simulator.world(); }
    void insert(const QStringList &ids); ///< running() ones; the last is the newest, so it is listed first
    Endpoint endpoint() const;
    Account account() const; ///< for dialogs
    QDateTime now() const;

    /// How many requests of that verb arrived whose path ends so.
    qsizetype requests(const QByteArray &verb, const QByteArray &pathEnd = {}) const;

private:
    qint64 m_time;

public:
    Simulator::Server simulator;
    std::unique_ptr<Client> client;
    Journal journal;
    std::unique_ptr<DeploymentStore> store;
};

/// A table as lines of cells, so that a failing test shows what differs. No columns named: all of them.
QString modelAsText(const QAbstractItemModel &model, const QList<int> &columns = {}, int role = Qt::DisplayRole);

/// "id STATUS ready/capacity", one line each.
QString fleetAsText(const DeploymentStore &store);

} // namespace Slipway
