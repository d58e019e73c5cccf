// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Slipway {

/// Every status a source names (deployments.md §5). Other words arrive as Unknown; `statusText` keeps the word.
enum class Status {
    Unknown,
    Pending,
    Deploying,
    Running,
    Updating,
    UpdatingFailed,
    Stopped,
    Offlining,
    Deleting,
    Deleted,
    Failed,
    ArrearsDown,
    ArrearsRecovering,
    Scaling,
    WaitPrePaidBillingToDeploying,
    WaitPrePaidBillingToScaling,
    WaitToDeploy,
    Stopping,
    Suspending,
    Suspended,
    Starting,
    Recovering,
};

Status statusOf(const QString &word);

/// How a status is treated: what can be done, what colour it has, how often we look.
enum class Phase { Running, Changing, Failed, Stopped };

/// UPDATING_FAILED leaves the service running but counts as Failed, so that somebody looks; an unknown word counts as
/// Changing (deployments.md §5: keep looking).
Phase phaseOf(Status status);

/// True where the service may be answering prompts: RUNNING, UPDATING, SCALING, UPDATING_FAILED.
bool maybeServing(Status status);

/// Throughput of plan ptu, tokens per minute.
struct PtuCapacity
{
    std::optional<qint64> inputTpm;
    std::optional<qint64> outputTpm;
    std::optional<qint64> thinkingOutputTpm;
    bool operator==(const PtuCapacity &) const = default;
};

/// One field of an object exactly as the service sent it.
struct Field
{
    QString name;
    QString value; ///< a string's content; anything else as its JSON text
    bool operator==(const Field &) const = default;
};

/// One deployment as the service described it (deployments.md §3). Fields that were not sent are empty. Two are equal
/// when the service sent the same bytes.
struct Deployment
{
    QString deployedModel; ///< the unique id: the path id, and `model` for inference
    QString name;          ///< display name; often absent
    QString modelName;
    QString baseModel;
    Status status = Status::Unknown;
    QString statusText;                     ///< as it came
    QString plan;                           ///< as it came: mu, lora, ptu, cu …; empty when not sent
    std::optional<qint64> baseCapacity;     ///< smallest step of capacity, units
    std::optional<qint64> capacity;         ///< assigned units
    std::optional<qint64> readyCapacity;    ///< units that serve already
    std::optional<qint64> rpmLimit;         ///< requests per minute
    std::optional<qint64> tpmLimit;         ///< tokens per minute
    std::optional<qint64> maxContextLength; ///< tokens
    std::optional<bool> enableThinking;
    std::optional<PtuCapacity> ptuCapacity;
    QString modelUnitSpec; ///< e.g. MU1
    QString workspaceId;
    QString chargeType; ///< post_paid, pre_paid
    QString creator;
    QString modifier;
    QString failReason;
    QDateTime created;  ///< UTC; invalid when absent or unreadable (service times without a zone are UTC+8)
    QDateTime modified; ///< UTC; likewise
    QByteArray source;  ///< the object's JSON text as it came

    bool operator==(const Deployment &other) const { return source == other.source; }
};

/// Every field of the object in the order in which it was sent, those we do not know included.
QList<Field> fieldsOf(const Deployment &deployment);

} // namespace Slipway
