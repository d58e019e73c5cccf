// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/envelope.h"

#include "app/modelstudio/eventstream.h"

#include <QUrl>

namespace Slipway {

namespace {

QString requestIdOf(const Json &object, const Reply &reply)
{
    for (const Json &id : {object["request_id"], object["error"]["request_id"], object["requestId"]}) {
        if (id.hasValue())
            return id.text();
    }
    return QString::fromUtf8(reply.requestId);
}

/// What people are shown must stay readable, whatever a server makes of its message.
constexpr qsizetype longestMessage = 4'000;
constexpr qsizetype longestCode = 200;

QString shortened(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.left(most) + QChar(u'…');
}

/// What a body says it is, without parameters: text/html.
QString mediaTypeOf(const Reply &reply)
{
    return QString::fromLatin1(reply.contentType.split(';').first().trimmed().left(100));
}

QString describe(const Reply &reply)
{
    if (reply.body.trimmed().isEmpty())
        return QStringLiteral("empty");
    const QString type = mediaTypeOf(reply);
    return type.isEmpty() ? QStringLiteral("no content type") : type;
}

/// The first event's data, of a body that is framed as events; services send those with a content type of JSON too.
std::optional<Json> firstEventOf(const QByteArray &body)
{
    EventStream stream;
    QList<ServerEvent> events = stream.feed(body);
    if (const auto last = stream.end())
        events.append(*last);
    for (const ServerEvent &event : std::as_const(events)) {
        if (!event.data.isEmpty())
            return Json::parse(event.data);
    }
    return std::nullopt;
}

std::optional<Json> objectIn(const QByteArray &body)
{
    auto json = Json::parse(body);
    if (!json)
        json = firstEventOf(body);
    return json && json->isObject() ? json : std::nullopt;
}

/// Where a redirect pointed, free of anything that could be a secret.
QString targetOf(const Reply &reply)
{
    const QUrl target(QString::fromUtf8(reply.location));
    return target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(500);
}

} // namespace

Result<Envelope> openEnvelope(const Reply &reply)
{
    const auto body = Json::parse(reply.body);
    if (!body || !body->isObject())
        return badReply(reply, body ? QStringLiteral("no JSON object") : describe(reply));
    const Json whole = *body;
    const Json output = whole["output"].hasValue() ? whole["output"] : whole["data"];
    return Envelope{.output = output.hasValue() ? output : whole,
                    .requestId = requestIdOf(whole, reply),
                    .isWhole = !output.hasValue()};
}

Error badReply(const Reply &reply, const QString &detail)
{
    Error error;
    if (const auto body = objectIn(reply.body))
        error = errorFrom(*body);
    if (error.requestId.isEmpty())
        error.requestId = QString::fromUtf8(reply.requestId);
    error.kind = Error::Kind::BadReply;
    error.httpStatus = reply.status;
    error.detail = detail;
    error.sent = true;
    return error;
}

Error failureOf(const Reply &reply)
{
    Error error;
    if (const auto body = objectIn(reply.body))
        error = errorFrom(*body);
    else
        error.detail = describe(reply);
    if (error.requestId.isEmpty())
        error.requestId = QString::fromUtf8(reply.requestId);
    error.kind = kindOfStatus(reply.status);
    error.retryAfter = reply.retryAfter;
    error.httpStatus = reply.status;
    error.sent = true;
    if (error.kind == Error::Kind::Redirected)
        error.detail = targetOf(reply);
    return error;
}

Error errorFrom(const Json &object)
{
    const Json nested = object["error"];
    const Json &holder = nested.isObject() ? nested : object;
    Error error;
    error.code = holder["code"].text();
    if (error.code.isEmpty() && nested.isObject())
        error.code = nested["type"].text();
    error.message = holder["message"].text();
    if (error.message.isEmpty())
        error.message = holder["msg"].text();
    if (error.message.isEmpty() && nested.isString())
        error.message = nested.text();
    error.requestId = requestIdOf(object, {});
    error.code = shortened(error.code, longestCode);
    error.message = shortened(error.message, longestMessage);
    error.requestId = shortened(error.requestId, longestCode);
    return error;
}

} // namespace Slipway
