// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/deployed.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <memory>
#include <random>
#include <set>
#include <vector>

namespace Slipway::Simulator {

/// How long things take, in milliseconds at speed 1.
struct Timings
{
    qint64 pending = 8000;    ///< PENDING → RUNNING or FAILED
    qint64 updateStep = 2000; ///< each step of ready_capacity while UPDATING; never more than four steps
    qint64 scaling = 2000;    ///< SCALING → RUNNING (plan ptu)
    qint64 deleting = 3000;   ///< DELETING → gone
    qint64 listing = 0;       ///< created → shown by the list
};

/// The deployments of one workspace, living in time. Pure: no timer and no socket; the clock is given, and what is due
/// by then is carried out on every look, dated with the moment at which it was due. Equal seeds and calls give equal
/// worlds. At speed X everything takes an X-th of the time; the dates stay those of the clock.
class World
{
public:
    using Clock = std::function<qint64()>; ///< milliseconds since the epoch, UTC

    struct Settings
    {
        quint64 seed = 1;
        double speed = 1;
        QString workspace; ///< empty: llm-simulator0000001
        Timings timings;
    };

    World(Settings settings, Clock clock);

    const QString &workspace() const { return m_settings.workspace; }
    qint64 now() const { return m_clock(); }

    qsizetype size();
    const DeployedModel *find(const QString &id); ///< nullptr where there is none; valid until the world changes
    bool wasDeleted(const QString &id);           ///< it existed once and is gone
    const DeployedModel *withSuffix(const QString &suffix);
    const DeployedModel *ofModel(const QString &modelName); ///< the newest of this model

    /// Newest first; `plan` empty means all. `total` counts all pages.
    struct Page
    {
        QList<QByteArray> rows; ///< the objects' JSON, times in whole seconds
        qsizetype total = 0;
    };
    Page page(qint64 number, qint64 size, const QString &plan = {});

    /// Puts it in as it is and, where its status is one in between, lets it go on from there. False where the id is
    /// taken.
    bool insert(DeployedModel model);

    /// Changes it behind the service's back, e.g. to stop it for an unpaid bill. What was under way is forgotten; a
    /// status in between goes on from now. False where there is none.
    bool edit(const QString &id, const std::function<void(DeployedModel &)> &change);

    /// As a request would. create() answers the id that it made; the others expect an existing one.
    QString create(DeployedModel model);
    void scale(const QString &id, qint64 capacity);
    void scale(const QString &id, const Throughput &throughput);
    void setLimits(const QString &id, std::optional<qint64> rpm, std::optional<qint64> tpm);
    void remove(const QString &id); ///< nothing happens where it is being deleted already

    /// Counts one inference request; false where the deployment's rpm_limit is used up.
    bool admit(const QString &id);

    QByteArray digits(int count); ///< random lower-case hexadecimal digits

private:
    struct Entry
    {
        DeployedModel model;
        std::optional<qint64> due;
        qint64 step = 0; ///< units of ready_capacity per step while UPDATING
        QByteArray row;  ///< made when asked for, cleared by every change
        QList<qint64> admitted;
    };
    using Due = std::pair<qint64, QString>;

    void settle();
    bool isListed(const Entry &entry) const;
    void carryOut(Entry &entry, qint64 moment);
    void finishPending(DeployedModel &model);
    void stepCapacity(Entry &entry, qint64 moment);
    void begin(Entry &entry, qint64 moment);
    void plan(Entry &entry, qint64 moment, qint64 duration);
    void unplan(Entry &entry);
    void drop(const QString &id);
    Entry *entry(const QString &id);
    const QByteArray &rowOf(Entry &entry);

    Settings m_settings;
    Clock m_clock;
    std::mt19937_64 m_random;
    std::vector<std::unique_ptr<Entry>> m_entries; ///< oldest first
    QHash<QString, Entry *> m_byId;
    std::set<Due> m_due;
    QSet<QString> m_deleted;
};

} // namespace Slipway::Simulator
