// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace Slipway::Simulator {

/// Throughput of plan ptu, tokens per minute.
struct Throughput
{
    qint64 input = 0;
    qint64 output = 0;
    std::optional<qint64> thinkingOutput;
    bool operator==(const Throughput &) const = default;
};

/// One deployment as the simulated service keeps it (deployments.md §3). Times are milliseconds since the epoch, UTC.
struct DeployedModel
{
    QString id;   ///< deployed_model
    QString name; ///< display name; not sent when empty
    QString modelName;
    QString baseModel;
    QString status = QStringLiteral("RUNNING"); ///< the service's word
    QString plan;                               ///< mu, lora, ptu, cu
    QString suffix;
    qint64 created = 0;
    qint64 modified = 0;
    std::optional<qint64> baseCapacity; ///< unset for lora, as are the next two
    std::optional<qint64> capacity;
    std::optional<qint64> readyCapacity;
    QString workspace;
    QString chargeType = QStringLiteral("post_paid");
    QString creator = QStringLiteral("1739204857163920");
    QString modifier = QStringLiteral("1739204857163920");
    QString modelUnitSpec; ///< mu only, as are the next four
    std::optional<bool> enableThinking;
    std::optional<qint64> maxContextLength;
    std::optional<qint64> rpmLimit;
    std::optional<qint64> tpmLimit;
    std::optional<Throughput> throughput; ///< ptu only
    QString failReason;                   ///< ptu only
    bool failsToStart = false;            ///< PENDING ends as FAILED
    bool failsToScale = false;            ///< UPDATING ends as UPDATING_FAILED
    bool operator==(const DeployedModel &) const = default;
};

/// How times are written: reads give whole seconds, answers to create, scale and delete a fraction (deployments.md
/// §10).
enum class Times { Whole, Exact };

/// China Standard Time without a zone; a fraction without trailing zeros.
QString serviceTime(qint64 milliseconds, Times times);

/// The object in the documents' key order.
Json jsonOf(const DeployedModel &model, Times times);

} // namespace Slipway::Simulator
