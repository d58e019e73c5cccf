// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/refusal.h"

#include "app/simulator/json.h"

namespace Slipway::Simulator {

namespace Refuse {

namespace {
QString invalidParameter()
{
    return QStringLiteral("InvalidParameter");
}
} // namespace

Refusal parameter(const QString &message)
{
    return {400, invalidParameter(), message};
}

Refusal required(const QString &name)
{
    return parameter(
        QStringLiteral("Required parameter(%1) missing or invalid, please check the request parameters.").arg(name));
}

Refusal badBody()
{
    return parameter(QStringLiteral("Required body invalid, please check the request body format."));
}

Refusal verb(const QByteArray &verb)
{
    return parameter(QStringLiteral("Request method '%1' is not supported.").arg(QString::fromLatin1(verb)));
}

Refusal capacity(const QString &value, qint64 base)
{
    return parameter(
        QStringLiteral("Invalid capacity (%1), capacity must be larger than or equal to 0 and multiples of %2 "
                       "and less than 1000!")
            .arg(value, QString::number(base)));
}

Refusal unsupported()
{
    return {400, QStringLiteral("UnsupportedOperation"),
            QStringLiteral("The operation is unsupported on the referee object.")};
}

Refusal conflict(const QString &deployedModel)
{
    return {409, QStringLiteral("Conflict"),
            QStringLiteral("Deployed model %1 already exists, please specify a suffix.").arg(deployedModel)};
}

Refusal unknown(const QString &id)
{
    return {404, QStringLiteral("NotFound"), QStringLiteral("Model: %1 not found!").arg(id)};
}

Refusal gone()
{
    return {404, QStringLiteral("NotFound"), QStringLiteral("Not found.")};
}

Refusal unknownPath()
{
    return {404, QStringLiteral("NotFound"), QStringLiteral("Request path not found.")};
}

Refusal badKey()
{
    return {401, QStringLiteral("InvalidApiKey"), QStringLiteral("Invalid API-key provided.")};
}

Refusal notAuthorized()
{
    return {
        401, QStringLiteral("NOT AUTHORIZED"),
        QStringLiteral("Access denied: Either you are not authorized to access this workspace, or the workspace does "
                       "not exist.")};
}

Refusal workspaceDenied()
{
    return {403, QStringLiteral("Workspace.AccessDenied"), QStringLiteral("Workspace access denied.")};
}

Refusal arrearage()
{
    return {400, QStringLiteral("Arrearage"),
            QStringLiteral("Access denied, please make sure your account is in good standing.")};
}

Refusal modelUnavailable()
{
    return {503, QStringLiteral("ModelUnavailable"), QStringLiteral("Model is unavailable, please try again later.")};
}

Refusal modelNotFound()
{
    return {404, QStringLiteral("ModelNotFound"), QStringLiteral("Model can not be found.")};
}

} // namespace Refuse

Refusal refusalOfStatus(int status)
{
    switch (status) {
    case 400:
        return Refuse::parameter(QStringLiteral("Required parameter(X) missing or invalid, please check the request "
                                                "parameters."));
    case 401:
        return Refuse::badKey();
    case 403:
        return Refuse::workspaceDenied();
    case 404:
        return {404, QStringLiteral("NotFound"), QStringLiteral("Not found!")};
    case 409:
        return Refuse::conflict(QStringLiteral("X"));
    case 413:
        return {413, QStringLiteral("BadRequest.TooLarge"), QStringLiteral("Payload Too Large.")};
    case 429:
        return {429, QStringLiteral("Throttling"), QStringLiteral("Requests throttling triggered.")};
    case 503:
        return Refuse::modelUnavailable();
    default:
        return {status, QStringLiteral("InternalError"),
                QStringLiteral("An internal error has occured, please try again later or contact service support.")};
    }
}

QByteArray managementError(const Refusal &refusal, const QByteArray &requestId)
{
    return bytesOf(Json{
        {"request_id", requestId.toStdString()}, {"code", utf8(refusal.code)}, {"message", utf8(refusal.message)}});
}

QByteArray generationError(const Refusal &refusal, const QByteArray &requestId)
{
    return bytesOf(Json{
        {"code", utf8(refusal.code)}, {"message", utf8(refusal.message)}, {"request_id", requestId.toStdString()}});
}

} // namespace Slipway::Simulator
