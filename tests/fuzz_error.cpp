// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any body behind any status: the error is of the status' kind, no longer than what came, and the same each time.
#include "app/modelstudio/envelope.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

Error::Kind expected(int status)
{
    return status < 300 ? Error::Kind::BadReply : kindOfStatus(status);
}

void requireError(const Error &error, const Reply &reply)
{
    const qsizetype most = 3 * reply.body.size() + reply.requestId.size() + 8;
    FUZZ_REQUIRE(error.kind == expected(reply.status));
    FUZZ_REQUIRE(error.httpStatus == reply.status && error.sent);
    FUZZ_REQUIRE(error.code.size() <= most && error.message.size() <= most && error.requestId.size() <= most);
    FUZZ_REQUIRE(error.detail.size() <= 500);
}

/// Secrets ride in the user part, the query and the fragment of an address.
void requireNoSecret(const QString &target)
{
    FUZZ_REQUIRE(!target.contains(u'?') && !target.contains(u'#'));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr int statuses[] = {200, 202, 301, 302, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504, 599};
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const int status = statuses[size > 0 ? data[0] % std::size(statuses) : 0];
    const QByteArray head = bytes.mid(1, 64).split('\n').first();
    const Reply reply{.status = status, .contentType = head, .location = head, .requestId = head, .body = bytes.mid(1)};
    const Error error = status < 300 ? badReply(reply, QStringLiteral("field")) : failureOf(reply);
    requireError(error, reply);
    if (error.kind == Error::Kind::Redirected)
        requireNoSecret(error.detail);
    FUZZ_REQUIRE((status < 300 ? badReply(reply, QStringLiteral("field")) : failureOf(reply)) == error);
    if (const auto envelope = openEnvelope(reply))
        FUZZ_REQUIRE(envelope->output.isPresent());
    return 0;
}
