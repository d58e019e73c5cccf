// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentorder.h"

#include "app/fleet/billing.h"

#include <QtEndian>

#include <algorithm>
#include <iterator>
#include <optional>

namespace Slipway {

namespace {

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

char folded(QChar ascii)
{
    return ascii >= u'A' && ascii <= u'Z' ? static_cast<char>(ascii.toLatin1() - 'A' + 'a') : ascii.toLatin1();
}

void add(SortKey &key, const QString &text)
{
    if (isAscii(text))
        std::ranges::transform(text, std::back_inserter(key.value), folded);
    else
        key.value += text.toCaseFolded().toStdString();
}

/// Big end first, and the negative ones below the others.
void add(SortKey &key, qint64 number)
{
    constexpr quint64 sign = Q_UINT64_C(1) << 63;
    const quint64 bytes = qToBigEndian(static_cast<quint64>(number) ^ sign);
    key.value.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

void take(SortKey &key, const QString &text)
{
    key.isAbsent = text.isEmpty();
    add(key, text);
}

void take(SortKey &key, std::optional<qint64> number)
{
    key.isAbsent = !number;
    add(key, number.value_or(0));
}

void take(SortKey &key, const QDateTime &time)
{
    take(key, time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt);
}

std::optional<qint64> microyuanPerHour(const Deployment &deployment)
{
    const auto yuan = yuanPerHour(deployment);
    return yuan ? std::optional(qRound64(*yuan * 1e6)) : std::nullopt;
}

} // namespace

int statusRank(Status status)
{
    constexpr int phaseStep = 100;
    const int within = static_cast<int>(status);
    switch (phaseOf(status)) {
    case Phase::Failed:
        return within;
    case Phase::Changing:
        return phaseStep + within;
    case Phase::Running:
        return 2 * phaseStep + within;
    case Phase::Stopped:
        return 3 * phaseStep + within;
    }
    return within;
}

SortKey sortKeyOf(const Deployment &deployment, DeploymentModel::Column column)
{
    SortKey key{.id = deployment.deployedModel};
    switch (column) {
    case DeploymentModel::StatusColumn:
        add(key, statusRank(deployment.status));
        add(key, deployment.statusText);
        break;
    case DeploymentModel::NameColumn:
        take(key, deployment.name);
        break;
    case DeploymentModel::ModelNameColumn:
        take(key, deployment.modelName);
        break;
    case DeploymentModel::BaseModelColumn:
        take(key, deployment.baseModel);
        break;
    case DeploymentModel::PlanColumn:
        take(key, deployment.plan);
        break;
    case DeploymentModel::CapacityColumn:
        take(key, deployment.capacity);
        add(key, deployment.readyCapacity.value_or(0));
        break;
    case DeploymentModel::CostColumn:
        take(key, microyuanPerHour(deployment));
        break;
    case DeploymentModel::RpmLimitColumn:
        take(key, deployment.rpmLimit);
        break;
    case DeploymentModel::TpmLimitColumn:
        take(key, deployment.tpmLimit);
        break;
    case DeploymentModel::CreatedColumn:
        take(key, deployment.created);
        break;
    case DeploymentModel::ModifiedColumn:
        take(key, deployment.modified);
        break;
    case DeploymentModel::DeployedModelColumn:
    case DeploymentModel::ColumnCount:
        take(key, deployment.deployedModel);
        break;
    }
    return key;
}

quint64 headOf(const SortKey &key)
{
    quint64 bytes = 0;
    key.value.copy(reinterpret_cast<char *>(&bytes), sizeof bytes);
    return qFromBigEndian(bytes);
}

bool standsBefore(const SortKey &a, const SortKey &b, Qt::SortOrder direction)
{
    if (a.isAbsent != b.isAbsent)
        return b.isAbsent;
    const int order = a.isAbsent ? 0 : a.value.compare(b.value);
    if (order == 0)
        return a.id < b.id;
    return direction == Qt::AscendingOrder ? order < 0 : order > 0;
}

bool standsBefore(const Deployment &a, const Deployment &b, DeploymentModel::Column column, Qt::SortOrder direction)
{
    return standsBefore(sortKeyOf(a, column), sortKeyOf(b, column), direction);
}

} // namespace Slipway
