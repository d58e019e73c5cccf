// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace Slipway {

/// What went wrong with one request, as a value. Classified by HTTP status first, then by our own flags, then by Qt's
/// code. Holds no text made for people (that is ui/errortext) and never a key.
struct Error
{
    enum class Kind {
        InvalidRequest, ///< refused by ourselves; nothing was sent
        Cancelled,      ///< stopped by its caller
        Unreachable,    ///< never sent: unknown host, refused connection, no network, proxy trouble
        Tls,            ///< never sent: no trusted connection could be made
        Timeout,        ///< no answer in time; `sent` tells whether the service may have read it
        Lost,           ///< the connection ended before a complete answer
        Redirected,     ///< 3xx; never followed
        BadReply,       ///< answered 2xx with a body that is not what it claims (HTML, empty, truncated, wrong type)
        TooLarge,       ///< the answer passed our limit on size
        Unauthorized,   ///< 401
        Forbidden,      ///< 403
        NotFound,       ///< 404
        Conflict,       ///< 409
        Throttled,      ///< 429
        Refused,        ///< any other 4xx
        ServerFault,    ///< 5xx
    };

    Kind kind = Kind::InvalidRequest;
    int httpStatus = 0; ///< 0 when no status line arrived
    QString code;       ///< the service's code as it came, e.g. "InvalidParameter"
    QString message;    ///< the service's message as it came
    QString requestId;  ///< empty when the service gave none
    QString
        detail; ///< the transport's own words, which field or URL, or certificateFaults(); untranslated, free of keys
    bool sent = false;                  ///< true once any byte of the request may have reached the service
    std::chrono::seconds retryAfter{0}; ///< what the service asked to wait; zero: it did not say

    bool operator==(const Error &) const = default;
};

/// True when a mutation that ended with this error may have been carried out all the same, so that only a look at the
/// fleet can tell: sent, and neither refused (4xx) nor redirected.
bool mayHaveHappened(const Error &error);

/// True when trying the same read again later can help: no connection, a lost or late answer, 429, 5xx.
bool isTransient(const Error &error);

/// The kind that belongs to an HTTP status of 300 and above.
Error::Kind kindOfStatus(int httpStatus);

} // namespace Slipway
