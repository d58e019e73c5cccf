// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/errorjson.h"

#include "app/modelstudio/wordtable.h"

namespace Slipway {

static constexpr Words<Error::Kind, 16> errors{{
    {Error::Kind::InvalidRequest, QLatin1String("invalid_request")},
    {Error::Kind::Cancelled, QLatin1String("cancelled")},
    {Error::Kind::Unreachable, QLatin1String("unreachable")},
    {Error::Kind::Tls, QLatin1String("tls")},
    {Error::Kind::Timeout, QLatin1String("timeout")},
    {Error::Kind::Lost, QLatin1String("lost")},
    {Error::Kind::Redirected, QLatin1String("redirected")},
    {Error::Kind::BadReply, QLatin1String("bad_reply")},
    {Error::Kind::TooLarge, QLatin1String("too_large")},
    {Error::Kind::Unauthorized, QLatin1String("unauthorized")},
    {Error::Kind::Forbidden, QLatin1String("forbidden")},
    {Error::Kind::NotFound, QLatin1String("not_found")},
    {Error::Kind::Conflict, QLatin1String("conflict")},
    {Error::Kind::Throttled, QLatin1String("throttled")},
    {Error::Kind::Refused, QLatin1String("refused")},
    {Error::Kind::ServerFault, QLatin1String("server_fault")},
}};

QString wordOf(Error::Kind kind)
{
    return wordOf(errors, kind);
}

void writeError(JsonWriter &json, const Error &error)
{
    json.beginObject();
    json.member("kind", wordOf(error.kind));
    json.member("http_status", qint64(error.httpStatus));
    json.member("code", error.code);
    json.member("message", error.message);
    json.member("request_id", error.requestId);
    json.member("detail", error.detail);
    json.member("sent", error.sent);
    json.endObject();
}

Error readError(const Json &object)
{
    return {.kind = valueOf(errors, object["kind"].text()).value_or(Error::Kind::Refused),
            .httpStatus = int(object["http_status"].integer().value_or(0)),
            .code = object["code"].text(),
            .message = object["message"].text(),
            .requestId = object["request_id"].text(),
            .detail = object["detail"].text(),
            .sent = object["sent"].boolean().value_or(false)};
}

} // namespace Slipway
