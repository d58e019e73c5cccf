// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as the file of a run: each answer counts once, nothing lies outside of the file, and every line that can be
// read is written and read the same again.
#include "app/compare/runindex.h"
#include "tests/support/fuzz.h"

#include <QBuffer>

using namespace Slipway;

namespace {

void requireLine(const QByteArray &bytes)
{
    const RunLine line = readRunLine(bytes);
    if (std::holds_alternative<std::monostate>(line))
        return;
    const QByteArray written = lineOf(line);
    FUZZ_REQUIRE(!written.contains('\n'));
    const RunLine again = readRunLine(written);
    FUZZ_REQUIRE(again.index() == line.index());
    FUZZ_REQUIRE(lineOf(again) == written);
}

void requirePlace(const LinePlace &place, qsizetype size)
{
    FUZZ_REQUIRE(place.at < 0 || (place.length > 0 && place.at + place.length <= size));
}

/// Every cell is in one state, and only answers that are whole are added up.
void requireModel(const RunIndex &index, int model)
{
    int cells = 0;
    for (const auto state :
         {RunCell::State::Open, RunCell::State::Asked, RunCell::State::Complete, RunCell::State::Stopped,
          RunCell::State::Cut, RunCell::State::Failed, RunCell::State::Lost}) {
        FUZZ_REQUIRE(index.count(model, state) >= 0);
        cells += index.count(model, state);
    }
    FUZZ_REQUIRE(cells == index.promptCount());
    FUZZ_REQUIRE(index.count(model, RunCell::State::Asked) == 0); // nobody waits for it any more
    const RunTotals &totals = index.totals(model);
    FUZZ_REQUIRE(totals.inputTokens >= 0 && totals.outputTokens >= 0 && totals.firstTokenSum >= 0);
    FUZZ_REQUIRE(totals.firstTokens <= totals.complete && totals.speeds <= totals.complete);
}

void requireVotes(const RunIndex &index, int first, int second)
{
    VoteTally tally;
    for (int prompt = 0; prompt < index.promptCount(); ++prompt) {
        const RunVote::Choice vote = index.vote(prompt, first, second);
        tally.first += vote == RunVote::Choice::First ? 1 : 0;
        tally.second += vote == RunVote::Choice::Second ? 1 : 0;
        tally.ties += vote == RunVote::Choice::Tie ? 1 : 0;
    }
    const VoteTally kept = index.tally(first, second);
    FUZZ_REQUIRE(kept.first == tally.first && kept.second == tally.second && kept.ties == tally.ties);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = Fuzz::bytesOf(data, size);
    for (const QByteArray &line : bytes.split('\n'))
        requireLine(line);
    QBuffer file(&bytes);
    FUZZ_REQUIRE(file.open(QIODevice::ReadOnly));
    const RunIndex index = readRunIndex(file);
    FUZZ_REQUIRE(index.damagedLines() <= bytes.count('\n') + 1);
    for (int model = 0; model < index.modelCount(); ++model) {
        requireModel(index, model);
        for (int prompt = 0; prompt < index.promptCount(); ++prompt)
            requirePlace(index.cell(prompt, model).answer, bytes.size());
        for (int other = model + 1; other < index.modelCount(); ++other)
            requireVotes(index, model, other);
    }
    for (int prompt = 0; prompt < index.promptCount(); ++prompt)
        requirePlace(index.prompt(prompt), bytes.size());
    return 0;
}
