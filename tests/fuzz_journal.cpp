// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a journal on disk: no more entries than lines, what was not answered is being looked into, a cut tail
// costs nothing before it, and what is written again reads the same.
#include "app/fleet/journallines.h"
#include "tests/support/fuzz.h"

#include <QSet>

using namespace Slipway;

namespace {

/// What makes the difference between a deployment billed and none.
struct Essence
{
    QUuid key;
    Mutation::Verb verb;
    Mutation::State state;
    QString deployedModel;
    bool operator==(const Essence &) const = default;
};

QList<Essence> essenceOf(const QList<Mutation> &mutations)
{
    QList<Essence> essence;
    for (const Mutation &mutation : mutations)
        essence.append({mutation.key, mutation.verb, mutation.state, mutation.deployedModel});
    return essence;
}

QByteArray written(const QList<Mutation> &mutations)
{
    QByteArrayList lines;
    for (const Mutation &mutation : mutations) {
        lines.append(begunLine(mutation));
        if (mutation.answered.isValid())
            lines.append(answeredLine(mutation));
        if (mutation.inquiry.settled.isValid())
            lines.append(concludedLine(mutation));
    }
    for (const QByteArray &line : std::as_const(lines))
        FUZZ_REQUIRE(!line.contains('\n'));
    return lines.join('\n');
}

void requireEntries(const QList<Mutation> &mutations, qsizetype lines)
{
    FUZZ_REQUIRE(mutations.size() <= lines);
    QSet<QUuid> keys;
    for (const Mutation &mutation : mutations) {
        keys.insert(mutation.key);
        const bool isUnknown = mutation.state == Mutation::State::Unknown;
        FUZZ_REQUIRE(isUnknown == (mutation.inquiry.kind != Inquiry::Kind::None));
        FUZZ_REQUIRE(isUnknown || mutation.answered.isValid());
        FUZZ_REQUIRE(mutation.state != Mutation::State::Sending); // nothing is under way that was read from disk
    }
    FUZZ_REQUIRE(keys.size() == mutations.size());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const QList<Mutation> mutations = readJournal(bytes);
    requireEntries(mutations, bytes.count('\n') + 1);
    const QList<Essence> essence = essenceOf(mutations);
    FUZZ_REQUIRE(essenceOf(readJournal(bytes + "\n{\"v\":1,\"t\":\"begun\",\"id\":\"0d7b0f61-51c4")) == essence);
    FUZZ_REQUIRE(essenceOf(readJournal(written(mutations))) == essence);
    return 0;
}
