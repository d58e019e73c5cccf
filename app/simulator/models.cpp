// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/models.h"

#include <QHash>

namespace Slipway::Simulator {

namespace {

using Kind = ModelInfo::Kind;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

Template on(const char *spec, qint64 unit)
{
    return {text(spec), text(spec), unit, 0};
}

Template separated(const char *spec, qint64 prefill, qint64 decode)
{
    return {text(spec) + QStringLiteral("-PD"), text(spec), prefill, decode};
}

ModelInfo named(const char *name, const char *base = nullptr)
{
    ModelInfo model;
    model.name = text(name);
    model.baseModel = text(base ? base : name);
    return model;
}

ModelInfo onUnits(const char *name, QList<Template> templates, const char *base = nullptr)
{
    ModelInfo model = named(name, base);
    model.templates = std::move(templates);
    model.openWeights = model.name.startsWith(QStringLiteral("qwen3-")) && !model.name.contains(QStringLiteral("max"));
    model.thinks = model.openWeights;
    return model;
}

ModelInfo byThroughput(const char *name, const char *listed = "ptu", Kind kind = Kind::Text, bool thinks = false)
{
    ModelInfo model = named(name);
    model.ptu = text(listed);
    model.kind = kind;
    model.thinks = thinks;
    return model;
}

ModelInfo onComputeUnits(const char *name, qint64 unit, Kind kind)
{
    ModelInfo model = named(name);
    model.cuUnit = unit;
    model.kind = kind;
    return model;
}

ModelInfo fineTuned(const char *name, const char *base, QList<Template> templates, bool lora)
{
    ModelInfo model = onUnits(name, std::move(templates), base);
    model.custom = true;
    model.lora = lora;
    return model;
}

QList<ModelInfo> unitModels()
{
    ModelInfo plus = onUnits("qwen-plus-2025-12-01", {on("MU1", 4), separated("MU1", 8, 8)});
    plus.thinks = true;
    plus.ptu = text("ptu");
    ModelInfo max = onUnits("qwen3-max-2025-09-23", {on("MU2", 8), on("MU3", 8), separated("MU3", 8, 8)});
    max.openWeights = true; // Qwen3-Max has the defaults of the open models
    max.ptu = text("ptu");
    ModelInfo small = onUnits("qwen3-8b", {on("MU1", 4), separated("MU1", 4, 4), on("MU2", 8), on("MU5", 1)});
    small.lora = true;
    return {plus,
            max,
            onUnits("qwen3-32b", {on("MU1", 4), on("MU6", 16), separated("MU6", 16, 16)}),
            onUnits("qwen3-14b", {on("MU1", 4)}),
            small,
            onUnits("qwen3-4b", {on("MU1", 2), on("MU5", 1)}),
            onUnits("qwen3-1.7b", {on("MU1", 1), on("MU5", 1)}),
            onUnits("qwen2.5-72b-instruct", {on("MU1", 8)}),
            onUnits("qwen2.5-32b-instruct", {on("MU1", 4)}),
            onUnits("qwen2.5-14b-instruct", {on("MU1", 4)}),
            onUnits("qwen2.5-7b-instruct", {on("MU1", 2), on("MU5", 1)}),
            onUnits("qwen2.5-3b-instruct", {on("MU5", 1)})};
}

QList<ModelInfo> throughputModels()
{
    return {byThroughput("qwen-flash-2025-07-28"),
            byThroughput("qwen3.5-plus-2026-04-20", "ptu", Kind::Multimodal, true),
            byThroughput("qwen3.6-plus-2026-04-02", "ptu", Kind::Multimodal, true),
            byThroughput("qwen3.6-flash-2026-04-16", "ptu", Kind::Multimodal, true),
            byThroughput("qwen3.7-max-2026-05-20", "ptu", Kind::Text, true),
            byThroughput("qwen3.7-plus", "ptu_v2", Kind::Multimodal, true),
            byThroughput("deepseek-v3"),
            byThroughput("deepseek-v3.2", "ptu", Kind::Text, true),
            byThroughput("deepseek-v4-pro", "ptu", Kind::Text, true),
            byThroughput("deepseek-v4-flash", "ptu_v2", Kind::Text, true),
            byThroughput("glm-5.1", "ptu", Kind::Text, true)};
}

QList<ModelInfo> computeModels()
{
    return {onComputeUnits("qwen-plus", 8, Kind::Text), onComputeUnits("emo", 1, Kind::Media),
            onComputeUnits("animate-anyone-detect", 1, Kind::Media), onComputeUnits("animate-anyone", 2, Kind::Media)};
}

QList<ModelInfo> customModels()
{
    ModelInfo old = onComputeUnits("qwen-plus-ft-20260110-ab12", 8, Kind::Text);
    old.baseModel = text("qwen-plus");
    old.custom = true;
    ModelInfo video = fineTuned("wan2.5-i2v-preview-ft-202603181732-5e0b", "wan2.5-i2v-preview", {}, true);
    video.kind = Kind::Media;
    return {fineTuned("qwen3-8b-ft-202603041015-0007", "qwen3-8b", {on("MU1", 4), on("MU5", 1)}, true),
            fineTuned("qwen3-8b-ft-202604220931-8c1d", "qwen3-8b", {on("MU1", 4), on("MU5", 1)}, true),
            fineTuned("qwen3-14b-ft-202602111640-4f2a", "qwen3-14b", {on("MU1", 4)}, true),
            fineTuned("qwen3-32b-ft-202605090820-b7e3", "qwen3-32b", {on("MU1", 4), on("MU6", 16)}, true),
            fineTuned("qwen2.5-7b-instruct-ft-202601151122-9d60", "qwen2.5-7b-instruct", {on("MU1", 2)}, true),
            old,
            video};
}

QHash<QString, qsizetype> indexOfNames()
{
    QHash<QString, qsizetype> index;
    for (qsizetype at = 0; at < allModels().size(); ++at)
        index.insert(allModels()[at].name, at);
    return index;
}

} // namespace

std::optional<qint64> ModelInfo::baseCapacity() const
{
    if (cuUnit > 0)
        return cuUnit;
    if (!templates.isEmpty())
        return templates.first().unit;
    return std::nullopt;
}

const Template *ModelInfo::find(const QString &templateId) const
{
    for (const Template &each : templates)
        if (each.id == templateId)
            return &each;
    return nullptr;
}

const QList<ModelInfo> &allModels()
{
    static const QList<ModelInfo> models = unitModels() + throughputModels() + computeModels() + customModels();
    return models;
}

const ModelInfo *findModel(const QString &name)
{
    static const QHash<QString, qsizetype> index = indexOfNames();
    const auto found = index.constFind(name);
    return found == index.cend() ? nullptr : &allModels()[*found];
}

} // namespace Slipway::Simulator
