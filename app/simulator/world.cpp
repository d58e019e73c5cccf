// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/world.h"

#include <algorithm>

namespace Slipway::Simulator {

namespace {

bool isPending(const QString &status)
{
    return status == u"PENDING" || status == u"DEPLOYING";
}

} // namespace

World::World(Settings settings, Clock clock) :
    m_settings(std::move(settings)), m_clock(std::move(clock)), m_random(m_settings.seed)
{
    if (m_settings.workspace.isEmpty())
        m_settings.workspace = QStringLiteral("llm-simulator0000001");
    if (!(m_settings.speed > 0))
        m_settings.speed = 1;
}

qsizetype World::size()
{
    settle();
    return m_byId.size();
}

const DeployedModel *World::find(const QString &id)
{
    settle();
    const Entry *found = entry(id);
    return found ? &found->model : nullptr;
}

bool World::wasDeleted(const QString &id)
{
    settle();
    return m_deleted.contains(id);
}

const DeployedModel *World::withSuffix(const QString &suffix)
{
    settle();
    for (const auto &each : m_entries)
        if (each->model.suffix == suffix)
            return &each->model;
    return nullptr;
}

const DeployedModel *World::ofModel(const QString &modelName)
{
    settle();
    const auto found = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                    [&](const auto &each) { return each->model.modelName == modelName; });
    return found == m_entries.crend() ? nullptr : &(*found)->model;
}

World::Page World::page(qint64 number, qint64 size, const QString &plan)
{
    settle();
    const bool all = plan.isEmpty() && m_settings.timings.listing == 0;
    std::vector<Entry *> chosen;
    if (!all)
        for (const auto &each : m_entries)
            if ((plan.isEmpty() || each->model.plan == plan) && isListed(*each))
                chosen.push_back(each.get());
    const auto total = static_cast<qint64>(all ? m_entries.size() : chosen.size());
    Page page{{}, total};
    for (qint64 at = (number - 1) * size; at < std::min(number * size, total); ++at) {
        const auto fromEnd = static_cast<size_t>(total - 1 - at); // newest first
        page.rows.append(rowOf(all ? *m_entries[fromEnd] : *chosen[fromEnd]));
    }
    return page;
}

bool World::insert(DeployedModel model)
{
    settle();
    if (m_byId.contains(model.id))
        return false;
    if (model.workspace.isEmpty())
        model.workspace = m_settings.workspace;
    m_deleted.remove(model.id);
    auto made = std::make_unique<Entry>();
    made->model = std::move(model);
    const auto place = std::upper_bound(
        m_entries.begin(), m_entries.end(), made->model.created,
        [](qint64 created, const std::unique_ptr<Entry> &each) { return created < each->model.created; });
    Entry &entry = **m_entries.insert(place, std::move(made));
    m_byId.insert(entry.model.id, &entry);
    begin(entry, now());
    return true;
}

bool World::edit(const QString &id, const std::function<void(DeployedModel &)> &change)
{
    settle();
    Entry *found = entry(id);
    if (!found)
        return false;
    unplan(*found);
    change(found->model);
    found->model.id = id;
    found->row.clear();
    begin(*found, now());
    return true;
}

QString World::create(DeployedModel model)
{
    settle();
    model.created = model.modified = now();
    model.status = QStringLiteral("PENDING");
    model.failsToStart =
        model.suffix.contains(u"fail") || (model.name.contains(u"fail") && !model.name.contains(u"fail-update"));
    model.failsToScale = model.name.contains(u"fail-update");
    if (model.capacity)
        model.readyCapacity = 0;
    const QString id = model.id;
    return insert(std::move(model)) ? id : QString();
}

void World::scale(const QString &id, qint64 capacity)
{
    settle();
    edit(id, [&](DeployedModel &model) {
        model.capacity = capacity;
        model.status = QStringLiteral("UPDATING");
        model.modified = now();
    });
}

void World::scale(const QString &id, const Throughput &throughput)
{
    settle();
    edit(id, [&](DeployedModel &model) {
        model.throughput = throughput;
        model.status = QStringLiteral("SCALING");
        model.modified = now();
    });
}

void World::setLimits(const QString &id, std::optional<qint64> rpm, std::optional<qint64> tpm)
{
    settle();
    Entry *found = entry(id);
    if (!found)
        return;
    if (rpm)
        found->model.rpmLimit = rpm;
    if (tpm)
        found->model.tpmLimit = tpm;
    found->model.modified = now();
    found->row.clear();
}

void World::remove(const QString &id)
{
    settle();
    const Entry *found = entry(id);
    if (!found || found->model.status == u"DELETING")
        return;
    edit(id, [&](DeployedModel &model) {
        model.status = QStringLiteral("DELETING");
        model.modified = now();
    });
}

bool World::admit(const QString &id)
{
    const auto minute = static_cast<qint64>(60'000 / m_settings.speed);
    Entry *found = entry(id);
    if (!found || !found->model.rpmLimit)
        return true;
    const qint64 moment = now();
    while (!found->admitted.isEmpty() && found->admitted.first() <= moment - minute)
        found->admitted.removeFirst();
    if (found->admitted.size() >= *found->model.rpmLimit)
        return false;
    found->admitted.append(moment);
    return true;
}

QByteArray World::digits(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text.append("0123456789abcdef"[m_random() >> 60U]);
    return text;
}

void World::settle()
{
    const qint64 moment = now();
    while (!m_due.empty() && m_due.begin()->first <= moment) {
        const auto [due, id] = *m_due.begin();
        m_due.erase(m_due.begin());
        Entry *next = entry(id);
        next->due.reset();
        if (next->model.status == u"DELETING")
            drop(id);
        else
            carryOut(*next, due);
    }
}

bool World::isListed(const Entry &entry) const
{
    const auto lag = static_cast<qint64>(static_cast<double>(m_settings.timings.listing) / m_settings.speed);
    return entry.model.created + lag <= now();
}

void World::carryOut(Entry &entry, qint64 moment)
{
    DeployedModel &model = entry.model;
    model.modified = moment;
    entry.row.clear();
    if (isPending(model.status))
        finishPending(model);
    else if (model.status == u"SCALING")
        model.status = QStringLiteral("RUNNING");
    else if (model.status == u"UPDATING")
        stepCapacity(entry, moment);
}

void World::finishPending(DeployedModel &model)
{
    model.status = model.failsToStart ? QStringLiteral("FAILED") : QStringLiteral("RUNNING");
    if (!model.failsToStart)
        model.readyCapacity = model.capacity;
    else if (model.plan == u"ptu")
        model.failReason = QStringLiteral("Simulated: no throughput was free.");
}

void World::stepCapacity(Entry &entry, qint64 moment)
{
    DeployedModel &model = entry.model;
    if (model.failsToScale) {
        model.status = QStringLiteral("UPDATING_FAILED");
        return;
    }
    const qint64 wanted = model.capacity.value_or(0);
    const qint64 ready = model.readyCapacity.value_or(0);
    const qint64 next = ready < wanted ? std::min(wanted, ready + entry.step) : std::max(wanted, ready - entry.step);
    model.readyCapacity = next;
    if (next == wanted)
        model.status = QStringLiteral("RUNNING");
    else
        plan(entry, moment, m_settings.timings.updateStep);
}

/// Plans what follows from a status in between.
void World::begin(Entry &entry, qint64 moment)
{
    const DeployedModel &model = entry.model;
    const Timings &timings = m_settings.timings;
    if (isPending(model.status)) {
        plan(entry, moment, timings.pending);
    } else if (model.status == u"SCALING") {
        plan(entry, moment, timings.scaling);
    } else if (model.status == u"DELETING") {
        plan(entry, moment, timings.deleting);
    } else if (model.status == u"UPDATING") {
        const qint64 base = std::max<qint64>(1, model.baseCapacity.value_or(1));
        const qint64 distance = std::abs(model.capacity.value_or(0) - model.readyCapacity.value_or(0));
        constexpr qint64 mostSteps = 4;
        entry.step = std::max(base, (distance + mostSteps * base - 1) / (mostSteps * base) * base);
        plan(entry, moment, timings.updateStep);
    }
}

void World::plan(Entry &entry, qint64 moment, qint64 duration)
{
    entry.due = moment + static_cast<qint64>(static_cast<double>(duration) / m_settings.speed);
    m_due.insert({*entry.due, entry.model.id});
}

void World::unplan(Entry &entry)
{
    if (entry.due)
        m_due.erase({*entry.due, entry.model.id});
    entry.due.reset();
}

void World::drop(const QString &id)
{
    Entry *gone = m_byId.take(id);
    std::erase_if(m_entries, [&](const auto &each) { return each.get() == gone; });
    m_deleted.insert(id);
}

World::Entry *World::entry(const QString &id)
{
    return m_byId.value(id, nullptr);
}

const QByteArray &World::rowOf(Entry &entry)
{
    if (entry.row.isEmpty())
        entry.row = bytesOf(jsonOf(entry.model, Times::Whole));
    return entry.row;
}

} // namespace Slipway::Simulator
