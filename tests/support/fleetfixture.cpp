// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fleetfixture.h"

#include "app/modelstudio/endpoint.h"

#include <QSignalSpy>
#include <QStringList>

namespace Slipway {

using namespace std::chrono_literals;

namespace {

Simulator::Options emptyWorld(const qint64 *time, Simulator::Timings timings)
{
    Simulator::Options options;
    options.timings = timings;
    options.deployments = 0;
    options.clock = [time] { return *time; };
    return options;
}

} // namespace

Simulator::DeployedModel running(const QString &id)
{
    Simulator::DeployedModel model;
    model.id = id;
    model.modelName = QStringLiteral("qwen-plus-2025-12-01");
    model.baseModel = QStringLiteral("qwen-plus");
    model.plan = QStringLiteral("mu");
    model.baseCapacity = 4;
    model.capacity = 4;
    model.readyCapacity = 4;
    model.modelUnitSpec = QStringLiteral("MU1");
    return model;
}

CreateRequest goodRequest(const QString &suffix)
{
    return {.modelName = QStringLiteral("qwen-plus-2025-12-01"),
            .plan = QStringLiteral("mu"),
            .capacity = 4,
            .deploySpec = QStringLiteral("MU1"),
            .billingMethod = QStringLiteral("POST_PAY"),
            .suffix = suffix};
}

FleetFixture::FleetFixture(Simulator::Timings timings) :
    m_time(QDateTime::currentMSecsSinceEpoch()), simulator(emptyWorld(&m_time, timings))
{
    if (!simulator.listen())
        qFatal("The simulator cannot listen.");
    client = std::make_unique<Client>(endpoint());
    Patience patience = client->patience();
    patience.retry.attempts = 1;
    client->setPatience(patience);
    store = std::make_unique<DeploymentStore>(client.get(), &journal, account().name);
    store->setIntervals(1h, 1h);
    store->setBeat(1h);
    store->setClock([this] { return now(); });
}

FleetFixture::~FleetFixture() = default;

bool FleetFixture::load()
{
    QSignalSpy polled(store.get(), &DeploymentStore::polled);
    store->start();
    return polled.wait();
}

bool FleetFixture::poll()
{
    QSignalSpy polled(store.get(), &DeploymentStore::polled);
    store->refresh();
    return polled.wait();
}

void FleetFixture::advance(std::chrono::milliseconds time)
{
    m_time += time.count();
}

void FleetFixture::insert(const QStringList &ids)
{
    for (const QString &id : ids) {
        auto model = running(id);
        model.created = m_time;
        model.modified = m_time;
        world().insert(model);
    }
}

Endpoint FleetFixture::endpoint() const
{
    return endpointAt(simulator.url(), QString(), QByteArrayLiteral("sk-test"));
}

Account FleetFixture::account() const
{
    return {.id = QStringLiteral("test"), .name = QStringLiteral("Test account"), .root = simulator.url()};
}

QDateTime FleetFixture::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_time).toUTC();
}

qsizetype FleetFixture::requests(const QByteArray &verb, const QByteArray &pathEnd) const
{
    qsizetype count = 0;
    for (const auto &request : simulator.requests())
        count += request.verb == verb && request.path.endsWith(pathEnd) ? 1 : 0;
    return count;
}

QString modelAsText(const QAbstractItemModel &model, const QList<int> &columns, int role)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            if (columns.isEmpty() || columns.contains(column))
                cells.append(model.index(row, column).data(role).toString());
        lines.append(cells.join(QLatin1String(" | ")));
    }
    return lines.join(QLatin1Char('\n'));
}

QString fleetAsText(const DeploymentStore &store)
{
    QStringList lines;
    for (const Deployment &row : store.rows())
        lines.append(QStringLiteral("%1 %2 %3/%4")
                         .arg(row.deployedModel, row.statusText, QString::number(row.readyCapacity.value_or(-1)),
                              QString::number(row.capacity.value_or(-1))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Slipway
