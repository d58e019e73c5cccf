// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/nativeroute.h"

#include "app/simulator/generationforms.h"
#include "app/simulator/inference.h"
#include "app/simulator/nativeevents.h"

namespace Slipway::Simulator {

namespace {

bool wantsStream(const HttpRequest &request)
{
    return request.header("X-DashScope-SSE").toLower() == "enable" ||
           request.header("Accept").toLower().startsWith("text/event-stream");
}

Refusal badRequest(const char *code, const char *message)
{
    return {400, QStringLiteral("BadRequest.") + QString::fromLatin1(code), QString::fromLatin1(message)};
}

Check checkBody(const Exchange &exchange, const Json &body)
{
    if (exchange.request.header("X-DashScope-Async").toLower() == "enable")
        return Refusal{403, QStringLiteral("AccessDenied"),
                       QStringLiteral("Current user api does not support asynchronous calls.")};
    if (!body.is_object())
        return Refuse::badBody();
    if (stringAt(body, "model").isEmpty())
        return badRequest("EmptyModel", "Required parameter \"model\" missing from request.");
    if (!body.contains("input"))
        return badRequest("EmptyInput", "Required input parameter missing from request.");
    if (!body["input"].is_object())
        return badRequest("IllegalInput", "The input parameter requires json format.");
    if (body.contains("parameters") && !body["parameters"].is_object())
        return Refuse::required(QStringLiteral("parameters"));
    return std::nullopt;
}

struct Order
{
    Dialogue dialogue;
    GenerationParameters parameters;
    QString model;
};

Check readOrder(const Exchange &exchange, Order &order)
{
    const Json body = parsed(exchange.request.body);
    if (const Check refusal = checkBody(exchange, body))
        return refusal;
    order.model = stringAt(body, "model");
    if (const Check refusal = readiness(exchange, order.model, Dialect::Native))
        return refusal;
    const Json parameters = body.contains("parameters") ? body["parameters"] : Json::object();
    if (const Check refusal = quirks(exchange, order.model, parameters, Dialect::Native, order.parameters.stream))
        return refusal;
    if (const Check refusal = readDialogue(body["input"], order.dialogue))
        return refusal;
    if (const Check refusal = readRanges(parameters, Dialect::Native, order.parameters))
        return refusal;
    if (const Check refusal = readNativeForm(parameters, defaultsOf(exchange, order.model), order.parameters))
        return refusal;
    if (const Check refusal = checkForms(parameters, order.dialogue, order.parameters))
        return refusal;
    return checkLength(exchange, order.model, TokenText(order.dialogue.everything.toUtf8()));
}

Reply refusedNatively(const Exchange &exchange, const Refusal &refusal, bool stream)
{
    Reply reply;
    reply.status = refusal.status;
    reply.body = generationError(refusal, exchange.requestId);
    if (stream) {
        reply.contentType = "text/event-stream;charset=UTF-8";
        reply.body = nativeErrorEvent(1, refusal, exchange.requestId);
    }
    return reply;
}

} // namespace

Reply generateNatively(const Exchange &exchange)
{
    Order order;
    order.parameters.stream = wantsStream(exchange.request);
    if (const Check refusal = readOrder(exchange, order))
        return refusedNatively(exchange, *refusal, order.parameters.stream);
    Completion completion = complete(exchange, order.model, order.dialogue, order.parameters);
    Reply reply;
    reply.tokensPerSecond = exchange.options.tokensPerSecond;
    reply.tokens = completion.outputTokens();
    if (!order.parameters.stream) {
        reply.body = nativeBody(completion, order.parameters.messageFormat);
        return reply;
    }
    reply.contentType = "text/event-stream;charset=UTF-8";
    reply.events = std::make_unique<NativeEvents>(std::move(completion), order.parameters.messageFormat,
                                                  order.parameters.incremental, reply.tokensPerSecond);
    return reply;
}

Reply generateMultimodally(const Exchange &exchange)
{
    return refusedNatively(exchange, Refuse::parameter(QStringLiteral("url error, please check url！")),
                           wantsStream(exchange.request));
}

} // namespace Slipway::Simulator
