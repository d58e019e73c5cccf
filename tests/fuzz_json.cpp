// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Json accepts it can give back: every value's source is the same value again, and what Qt reads, it reads alike.
#include "app/modelstudio/json.h"
#include "tests/support/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

namespace {

void requireSame(const Json &value, const Json &again)
{
    FUZZ_REQUIRE(again.type() == value.type());
    FUZZ_REQUIRE(again.text() == value.text());
    FUZZ_REQUIRE(again.integer() == value.integer());
    FUZZ_REQUIRE(again.boolean() == value.boolean());
    FUZZ_REQUIRE(again.source() == value.source());
}

void requireBounds(const Json &value, qsizetype size, int depth)
{
    FUZZ_REQUIRE(depth <= Json::depthLimit);
    FUZZ_REQUIRE(value.source().size() <= size);
    FUZZ_REQUIRE(value.text().size() <= size);
}

int walk(const Json &value, qsizetype size, int depth, int budget)
{
    requireBounds(value, size, depth);
    const auto again = Json::parse(value.source());
    FUZZ_REQUIRE(again);
    requireSame(value, *again);
    for (const Json &item : value.items()) {
        if (--budget > 0)
            budget = walk(item, size, depth + 1, budget);
    }
    for (const Json::Member &member : value.members()) {
        FUZZ_REQUIRE(!member.name.isValidUtf16() || value[member.name.toUtf8()].isPresent());
        if (--budget > 0)
            budget = walk(member.value, size, depth + 1, budget);
    }
    return budget;
}

/// An object that Qt's own reader takes as well has the same members for both.
void requireAgreement(const QByteArray &bytes, const std::optional<Json> &ours)
{
    QJsonParseError error;
    const QJsonDocument theirs = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !ours || !ours->isObject())
        return;
    FUZZ_REQUIRE(theirs.isObject());
    const QJsonObject object = theirs.object();
    for (const Json::Member &member : ours->members()) {
        if (member.name.isValidUtf16())
            FUZZ_REQUIRE(object.contains(member.name));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const auto json = Json::parse(bytes);
    if (json)
        walk(*json, 3 * bytes.size() + 8, 1, 200);
    if (bytes.isValidUtf8())
        requireAgreement(bytes, json);
    return 0;
}
