// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/error.h"

namespace Slipway {

bool mayHaveHappened(const Error &error)
{
    if (!error.sent)
        return false;
    switch (error.kind) {
    case Error::Kind::Cancelled:
    case Error::Kind::Timeout:
    case Error::Kind::Lost:
    case Error::Kind::BadReply:
    case Error::Kind::TooLarge:
    case Error::Kind::ServerFault:
        return true;
    case Error::Kind::InvalidRequest:
    case Error::Kind::Unreachable:
    case Error::Kind::Tls:
    case Error::Kind::Redirected:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Throttled:
    case Error::Kind::Refused:
        return false;
    }
    return true;
}

bool isTransient(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Lost:
    case Error::Kind::BadReply:
    case Error::Kind::Throttled:
    case Error::Kind::ServerFault:
        return true;
    case Error::Kind::InvalidRequest:
    case Error::Kind::Cancelled:
    case Error::Kind::Tls:
    case Error::Kind::Redirected:
    case Error::Kind::TooLarge:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Refused:
        return false;
    }
    return false;
}

Error::Kind kindOfStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::Throttled;
    default:
        break;
    }
    if (httpStatus >= 500)
        return Error::Kind::ServerFault;
    return httpStatus >= 400 ? Error::Kind::Refused : Error::Kind::Redirected;
}

} // namespace Slipway
