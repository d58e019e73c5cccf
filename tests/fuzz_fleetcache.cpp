// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a fleet on disk: nothing, or deployments with names of their own, of exactly the bytes that are written
// for them.
#include "app/fleet/fleetcache.h"
#include "tests/support/fuzz.h"

#include <QSet>

using namespace Slipway;

static void requireFleet(const QByteArray &bytes)
{
    const auto fleet = rememberedFleet(bytes);
    if (!fleet)
        return;
    qsizetype length = fleet->place.size();
    QSet<QString> ids;
    for (const Deployment &row : fleet->rows) {
        FUZZ_REQUIRE(!row.deployedModel.isEmpty());
        ids.insert(row.deployedModel);
        length += row.source.size();
    }
    FUZZ_REQUIRE(fleet->read.isValid());
    FUZZ_REQUIRE(ids.size() == fleet->rows.size());
    FUZZ_REQUIRE(length <= bytes.size());
    FUZZ_REQUIRE(bytesOf(*fleet) == bytes);
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    requireFleet(bytes);
    requireFleet("slipway fleet 2\n" + bytes); // or most of the search would end at the first line
    for (qsizetype left = bytes.size(); left > 0 && left > bytes.size() - 4; --left)
        requireFleet(bytes.first(left - 1));
    return 0;
}
