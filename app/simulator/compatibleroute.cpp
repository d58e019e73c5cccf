// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/compatibleroute.h"

#include "app/simulator/compatibleevents.h"
#include "app/simulator/generationforms.h"
#include "app/simulator/inference.h"

namespace Slipway::Simulator {

namespace {

Refusal invalidRequest(const char *code, const char *message)
{
    return {400, QString::fromLatin1(code), QString::fromLatin1(message)};
}

struct Order
{
    Dialogue dialogue;
    GenerationParameters parameters;
    QString model;
};

bool flag(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// An unknown model has this API's own words.
Check checkModel(const Exchange &exchange, const QString &model)
{
    if (!exchange.world.find(model))
        return Refusal{404, QStringLiteral("ModelNotFound"),
                       QStringLiteral("The model `%1` does not exist or you do not have access to it.").arg(model)};
    return readiness(exchange, model, Dialect::Compatible);
}

Check readOrder(const Exchange &exchange, const Json &body, Order &order)
{
    if (!body.is_object())
        return Refuse::badBody();
    order.model = stringAt(body, "model");
    if (order.model.isEmpty())
        return invalidRequest("invalid_request_error", "you must provide a model parameter.");
    if (!body.contains("messages"))
        return invalidRequest("missing_required_parameter", "you must provide a messages parameter");
    if (const Check refusal = checkModel(exchange, order.model))
        return refusal;
    order.parameters.stream = flag(body, "stream");
    if (const Check refusal = quirks(exchange, order.model, body, Dialect::Compatible, order.parameters.stream))
        return refusal;
    const Json input{{"messages", body["messages"]}};
    if (const Check refusal = readDialogue(input, order.dialogue))
        return refusal;
    if (const Check refusal = readRanges(body, Dialect::Compatible, order.parameters))
        return refusal;
    if (const Check refusal = readThinking(body, defaultsOf(exchange, order.model), order.parameters))
        return refusal;
    if (order.parameters.thinking && !order.parameters.stream)
        return Refuse::parameter(
            QStringLiteral("parameter.enable_thinking must be set to false for non-streaming calls"));
    if (const Check refusal = checkForms(body, order.dialogue, order.parameters))
        return refusal;
    return checkLength(exchange, order.model, TokenText(order.dialogue.everything.toUtf8()));
}

} // namespace

Reply refusedCompatibly(const Refusal &refusal, const QByteArray &requestId)
{
    Reply reply;
    reply.status = refusal.status;
    reply.body = compatibleError(refusal, requestId);
    return reply;
}

Reply generateCompatibly(const Exchange &exchange)
{
    const Json body = parsed(exchange.request.body);
    Order order;
    if (const Check refusal = readOrder(exchange, body, order))
        return refusedCompatibly(*refusal, exchange.requestId);
    const bool includeUsage = body.contains("stream_options") && body["stream_options"].is_object() &&
                              flag(body["stream_options"], "include_usage");
    Completion completion = complete(exchange, order.model, order.dialogue, order.parameters);
    Reply reply;
    reply.tokensPerSecond = exchange.options.tokensPerSecond;
    reply.tokens = completion.outputTokens();
    if (!order.parameters.stream) {
        reply.body = compatibleBody(completion);
        return reply;
    }
    reply.contentType = "text/event-stream;charset=UTF-8";
    reply.events = std::make_unique<CompatibleEvents>(std::move(completion), includeUsage, reply.tokensPerSecond);
    return reply;
}

} // namespace Slipway::Simulator
