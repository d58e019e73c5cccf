// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Slipway::Simulator {

/// A refusal in the service's own words (deployments.md §6, inference.md §5).
struct Refusal
{
    int status = 400;
    QString code;
    QString message;
    bool operator==(const Refusal &) const = default;
};

/// The result of one check: nothing where all is well.
using Check = std::optional<Refusal>;

namespace Refuse {

Refusal parameter(const QString &message);           ///< 400 InvalidParameter with this text
Refusal required(const QString &name);               ///< 400, a parameter is missing or invalid
Refusal badBody();                                   ///< 400, not a JSON object
Refusal verb(const QByteArray &verb);                ///< 400, the path exists but not with this verb
Refusal capacity(const QString &value, qint64 base); ///< 400, off the step
Refusal unsupported();                               ///< 400, not in this state or not with this plan
Refusal conflict(const QString &deployedModel);      ///< 409
Refusal unknown(const QString &id);                  ///< 404 "Model: X not found!"
Refusal gone();                                      ///< 404 "Not found.": it was deleted
Refusal unknownPath();                               ///< 404
Refusal badKey();                                    ///< 401
Refusal notAuthorized();                             ///< 401, a workspace that is none
Refusal workspaceDenied();                           ///< 403, a workspace of somebody else
Refusal arrearage();                                 ///< 400
Refusal modelUnavailable();                          ///< 503
Refusal modelNotFound();                             ///< 404

} // namespace Refuse

/// A refusal with this HTTP status in the words that the documents have for it.
Refusal refusalOfStatus(int status);

/// {"request_id", "code", "message"}
QByteArray managementError(const Refusal &refusal, const QByteArray &requestId);
/// {"code", "message", "request_id"}
QByteArray generationError(const Refusal &refusal, const QByteArray &requestId);

} // namespace Slipway::Simulator
