// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/inference.h"

#include "app/simulator/replytext.h"

namespace Slipway::Simulator {

namespace {

Check checkKind(const DeployedModel &model, Dialect dialect)
{
    const ModelInfo *info = findModel(model.modelName);
    if (!info || info->kind == ModelInfo::Kind::Text)
        return std::nullopt;
    if (dialect == Dialect::Native)
        return Refuse::parameter(QStringLiteral("url error, please check url！"));
    if (info->kind == ModelInfo::Kind::Multimodal)
        return std::nullopt;
    return Refusal{404, QStringLiteral("model_not_supported"),
                   QStringLiteral("Unsupported model %1 for OpenAI compatibility mode.").arg(model.id)};
}

} // namespace

Check readiness(const Exchange &exchange, const QString &deployedModel, Dialect dialect)
{
    const DeployedModel *model = exchange.world.find(deployedModel);
    if (!model)
        return Refuse::parameter(QStringLiteral("Model not exist."));
    const QString &status = model->status;
    if (status == u"PENDING" || status == u"DEPLOYING" || status == u"DELETING")
        return Refuse::modelNotFound();
    if (status.startsWith(u"ARREARS"))
        return Refuse::arrearage();
    const bool serving =
        status == u"RUNNING" || status == u"UPDATING" || status == u"SCALING" || status == u"UPDATING_FAILED";
    if (!serving || model->readyCapacity == 0)
        return Refuse::modelUnavailable();
    if (const Check refusal = checkKind(*model, dialect))
        return refusal;
    if (!exchange.world.admit(deployedModel))
        return Refusal{429, QStringLiteral("Throttling.RateQuota"),
                       QStringLiteral("Requests rate limit exceeded, please try again later")};
    return std::nullopt;
}

Check quirks(const Exchange &exchange, const QString &deployedModel, const Json &parameters, Dialect dialect,
             bool stream)
{
    return refuseByName(*exchange.world.find(deployedModel), parameters, dialect, stream);
}

GenerationDefaults defaultsOf(const Exchange &exchange, const QString &deployedModel)
{
    const DeployedModel *model = exchange.world.find(deployedModel);
    return {model ? findModel(model->modelName) : nullptr, deployedModel,
            model && model->enableThinking.value_or(false)};
}

Check checkLength(const Exchange &exchange, const QString &deployedModel, const TokenText &input)
{
    constexpr qint64 usual = 129'024;
    const DeployedModel *model = exchange.world.find(deployedModel);
    const qint64 most = model ? model->maxContextLength.value_or(usual) : usual;
    if (input.size() >= 1 && input.size() <= most)
        return std::nullopt;
    return Refuse::parameter(QStringLiteral("Range of input length should be [1, %1]").arg(most));
}

Completion complete(const Exchange &exchange, const QString &deployedModel, const Dialogue &dialogue,
                    const GenerationParameters &parameters)
{
    QByteArray text = exchange.options.reply.isEmpty() ? replyTo(dialogue.prompt, deployedModel, dialogue.turn)
                                                       : exchange.options.reply;
    for (const QByteArray &stop : parameters.stops)
        if (const qsizetype at = text.indexOf(stop); at >= 0)
            text.truncate(at);
    Completion completion;
    completion.content = TokenText(text);
    completion.thinks = parameters.thinking;
    if (parameters.thinking)
        completion.reasoning = TokenText(thoughtOn(dialogue.prompt));
    if (parameters.maxTokens && *parameters.maxTokens < completion.content.size()) {
        completion.content.truncate(*parameters.maxTokens);
        completion.finishReason = "length";
    }
    completion.inputTokens = TokenText(dialogue.everything.toUtf8()).size();
    completion.choices = parameters.choices;
    completion.model = deployedModel.toUtf8();
    completion.requestId = exchange.requestId;
    completion.created = exchange.world.now() / 1000;
    return completion;
}

} // namespace Slipway::Simulator
