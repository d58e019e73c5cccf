// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/seedfleet.h"

#include "app/simulator/models.h"
#include "app/simulator/world.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Slipway::Simulator {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24LL * 60 * minute;

/// One line of the hand-written part. Capacity counts steps of the base capacity, throughput counts 10,000 in and 1,000
/// out.
struct Line
{
    const char *model;
    const char *plan;
    const char *spec;
    const char *name;
    const char *status;
    qint64 steps;
    qint64 readySteps;
    qint64 age;
};

constexpr std::array lines{
    Line{"qwen-plus-2025-12-01", "mu", "MU1", "customer-support", "RUNNING", 2, 2, 6 * minute},
    Line{"qwen3-8b-ft-202603041015-0007", "lora", "", "contract-review", "RUNNING", 0, 0, 11 * minute},
    Line{"qwen-flash-2025-07-28", "ptu", "", "search-rewrite", "RUNNING", 2, 2, 17 * minute},
    Line{"qwen3-32b", "mu", "MU6", "report-writer", "RUNNING", 1, 1, 24 * minute},
    Line{"qwen3-8b", "mu", "MU1", "translation-draft", "PENDING", 1, 0, 31 * minute},
    Line{"qwen2.5-7b-instruct", "mu", "MU1", "ticket-triage", "UPDATING", 4, 1, 2 * day},
    Line{"emo", "cu", "", "avatar-video", "RUNNING", 1, 1, 3 * day + 200 * minute},
    Line{"qwen2.5-72b-instruct", "mu", "MU1", "nightly-batch", "STOPPED", 1, 0, 9 * day},
    Line{"qwen3-14b-ft-202602111640-4f2a", "mu", "MU1", "old-pilot", "ARREARS_DOWN", 1, 0, 16 * day},
    Line{"qwen3-4b", "mu", "MU5", "load-test", "FAILED", 2, 0, 21 * day},
    Line{"qwen2.5-14b-instruct", "mu", "MU1", "legal-search", "UPDATING_FAILED", 3, 2, 40 * day},
    Line{"deepseek-v3.2", "ptu", "", "code-assistant", "RUNNING", 3, 3, 63 * day},
};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

void setUnits(DeployedModel &deployed, qint64 unit, qint64 steps, qint64 readySteps)
{
    deployed.baseCapacity = unit;
    deployed.capacity = unit * steps;
    deployed.readyCapacity = unit * readySteps;
}

void setPlan(DeployedModel &deployed, const ModelInfo &model, const QString &spec, qint64 steps, qint64 readySteps)
{
    if (deployed.plan == u"mu") {
        const Template *on = model.find(spec);
        setUnits(deployed, on ? on->unit : 1, steps, readySteps);
        deployed.modelUnitSpec = on ? on->modelUnitSpec : spec;
        deployed.rpmLimit = 500;
        deployed.tpmLimit = 100'000 * steps;
        deployed.maxContextLength = 131'072;
        if (model.thinks)
            deployed.enableThinking = false;
    } else if (deployed.plan == u"cu") {
        setUnits(deployed, model.cuUnit, steps, readySteps);
    } else if (deployed.plan == u"ptu") {
        deployed.throughput = Throughput{10'000 * steps, 1'000 * steps, std::nullopt};
    }
}

DeployedModel made(World &world, const ModelInfo &model, const QString &plan)
{
    DeployedModel deployed;
    deployed.modelName = model.name;
    deployed.baseModel = model.baseModel;
    deployed.plan = plan;
    deployed.id = model.name + u'-' + (plan == u"ptu" ? QStringLiteral("ptu-") : QString()) +
                  QString::fromLatin1(world.digits(8));
    return deployed;
}

DeployedModel fromLine(World &world, const Line &line)
{
    const ModelInfo &model = *findModel(text(line.model));
    DeployedModel deployed = made(world, model, text(line.plan));
    if (model.custom)
        deployed.id = model.name;
    if (model.name == u"emo") {
        deployed.suffix = QStringLiteral("demo01");
        deployed.id += u'-' + deployed.suffix;
    }
    deployed.name = text(line.name);
    deployed.status = text(line.status);
    setPlan(deployed, model, text(line.spec), line.steps, line.readySteps);
    deployed.created = world.now() - line.age;
    constexpr qint64 startTime = 5 * minute;
    const bool changing = deployed.status == u"UPDATING";
    deployed.modified = changing ? world.now() - 1000 : deployed.created + std::min(startTime, line.age);
    return deployed;
}

/// What a large fleet is made of: mostly running, a few of everything that needs somebody.
QString commonStatus(qsizetype index)
{
    constexpr std::array rare{"STOPPED", "FAILED", "STOPPED", "ARREARS_DOWN", "UPDATING_FAILED"};
    constexpr qsizetype every = 9;
    return index % every == every - 1 ? text(rare[static_cast<size_t>(index / every) % rare.size()])
                                      : QStringLiteral("RUNNING");
}

QString commonPlan(const ModelInfo &model)
{
    return model.cuUnit > 0             ? QStringLiteral("cu")
           : !model.templates.isEmpty() ? QStringLiteral("mu")
           : model.lora                 ? QStringLiteral("lora")
                                        : QStringLiteral("ptu");
}

DeployedModel numbered(World &world, qsizetype index)
{
    const QList<ModelInfo> &models = allModels();
    const ModelInfo &model = models[index * 7 % models.size()];
    DeployedModel deployed = made(world, model, commonPlan(model));
    deployed.name = QStringLiteral("service-%1").arg(index + 1, 5, 10, QLatin1Char('0'));
    deployed.status = commonStatus(index);
    const qint64 steps = 1 + index % 3;
    const bool ready = deployed.status == u"RUNNING" || deployed.status == u"UPDATING_FAILED";
    setPlan(deployed, model, model.templates.isEmpty() ? QString() : model.templates.first().id, steps,
            ready ? steps : 0);
    deployed.created = world.now() - 64 * day - index * 37 * minute;
    deployed.modified = deployed.created + 5 * minute;
    return deployed;
}

} // namespace

void seedFleet(World &world, int count)
{
    std::vector<DeployedModel> fleet;
    for (qsizetype index = 0; index < count; ++index)
        fleet.push_back(index < static_cast<qsizetype>(lines.size())
                            ? fromLine(world, lines[static_cast<size_t>(index)])
                            : numbered(world, index));
    std::for_each(fleet.rbegin(), fleet.rend(), [&](DeployedModel &each) {
        while (!world.insert(each)) // two of ten thousand may have drawn the same digits
            each.id += u'0';
    });
}

} // namespace Slipway::Simulator
