// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runindex.h"

#include <QFile>

namespace Slipway {

using State = RunCell::State;

bool isWithoutAnswer(State state)
{
    return state == State::Stopped || state == State::Cut || state == State::Failed || state == State::Lost;
}

State stateOf(const Turn &turn)
{
    switch (turn.state) {
    case Turn::State::Complete:
        return State::Complete;
    case Turn::State::Waiting:
    case Turn::State::Streaming:
        return State::Asked;
    case Turn::State::Stopped:
        return State::Stopped;
    case Turn::State::Cut:
        return State::Cut;
    case Turn::State::Failed:
        break;
    }
    using Kind = Error::Kind;
    const bool lost =
        turn.error && turn.error->sent && (turn.error->kind == Kind::Lost || turn.error->kind == Kind::Timeout);
    return lost ? State::Lost : State::Failed;
}

bool RunIndex::has(int prompt, int model) const
{
    return m_hasHeader && prompt >= 0 && prompt < promptCount() && model >= 0 && model < modelCount();
}

/// Of four models there are six pairs: 01 02 12 03 13 23.
size_t RunIndex::pairOf(int first, int second)
{
    return size_t(second) * size_t(second - 1) / 2 + size_t(first);
}

void RunIndex::begin(const RunHeader &header)
{
    m_header = header;
    m_hasHeader = true;
    m_missingPrompts = header.prompts;
    m_prompts.resize(size_t(header.prompts));
    m_cells.resize(size_t(header.prompts) * size_t(modelCount()));
    m_counts.resize(size_t(modelCount()));
    for (auto &counts : m_counts)
        counts[size_t(State::Open)] = header.prompts;
    m_totals.resize(size_t(modelCount()));
    m_leftOut.resize(size_t(modelCount()));
    m_votes.resize(size_t(header.prompts));
}

void RunIndex::take(const RunLine &line, const LinePlace &place)
{
    if (const auto *header = std::get_if<RunHeader>(&line); header && !m_hasHeader) {
        begin(*header);
    } else if (const auto *prompt = std::get_if<RunPrompt>(&line); prompt && has(prompt->prompt, 0)) {
        LinePlace &known = m_prompts[size_t(prompt->prompt)];
        m_missingPrompts -= known.at < 0 ? 1 : 0;
        known = place;
    } else if (const auto *asked = std::get_if<RunAsked>(&line); asked && has(asked->prompt, asked->model)) {
        setState(asked->prompt, asked->model, State::Asked);
    } else if (const auto *open = std::get_if<RunReleased>(&line); open && has(open->prompt, open->model)) {
        setState(open->prompt, open->model, State::Open);
    } else if (const auto *answer = std::get_if<RunAnswer>(&line); answer && has(answer->prompt, answer->model)) {
        take(*answer, place);
    } else if (const auto *vote = std::get_if<RunVote>(&line); vote && has(vote->prompt, vote->second)) {
        take(*vote);
    } else if (const auto *blindness = std::get_if<RunBlindness>(&line)) {
        m_blind = blindness->blind;
    } else if (const auto *without = std::get_if<RunLeftOut>(&line); without && has(0, without->model)) {
        QList<Parameter> &known = m_leftOut[size_t(without->model)];
        if (!known.contains(without->parameter))
            known.append(without->parameter);
    } else {
        ++m_damaged;
    }
}

void RunIndex::take(const RunVote &vote)
{
    RunVote::Choice &known = m_votes[size_t(vote.prompt)][pairOf(vote.first, vote.second)];
    VoteTally &tally = m_tallies[pairOf(vote.first, vote.second)];
    const auto count = [&tally](RunVote::Choice choice, int step) {
        tally.first += choice == RunVote::Choice::First ? step : 0;
        tally.second += choice == RunVote::Choice::Second ? step : 0;
        tally.ties += choice == RunVote::Choice::Tie ? step : 0;
    };
    count(known, -1);
    known = vote.choice;
    count(known, 1);
}

/// A line that was written twice, after a full disk, counts once.
void RunIndex::take(const RunAnswer &answer, const LinePlace &place)
{
    const State before = cell(answer.prompt, answer.model).state;
    const State state = stateOf(answer.turn);
    setState(answer.prompt, answer.model, state);
    RunCell &answered = m_cells[indexOf(answer.prompt, answer.model)];
    answered.answer = place;
    answered.leftOut = quint8(leftOut(answer.model).size());
    if (before == State::Complete || before == state)
        return; // a line that is there twice
    if (state == State::Complete)
        add(answer.model, answer.turn);
    else if (isEstimate(answer.turn))
        addEarly(answer.model, answer.turn);
}

void RunIndex::addEarly(int model, const Turn &turn)
{
    RunTotals &totals = m_totals[size_t(model)];
    ++totals.early;
    totals.earlyOutputTokens += turn.usage.outputTokens.value_or(0);
    if (const auto &price = m_header.models[model].price)
        totals.earlyYuan += costOf(turn.usage, *price).value_or(0);
}

void RunIndex::add(int model, const Turn &turn)
{
    RunTotals &totals = m_totals[size_t(model)];
    ++totals.complete;
    totals.inputTokens += turn.usage.inputTokens.value_or(0);
    totals.outputTokens += turn.usage.outputTokens.value_or(0);
    if (const auto &price = m_header.models[model].price)
        totals.yuan += costOf(turn.usage, *price).value_or(0);
    if (turn.firstToken) {
        totals.firstTokenSum += turn.firstToken->count();
        ++totals.firstTokens;
    }
    if (const auto speed = tokensPerSecond(turn)) {
        totals.speedSum += *speed;
        ++totals.speeds;
    }
}

QList<Parameter> RunIndex::leftOut(int prompt, int model) const
{
    const RunCell &one = cell(prompt, model);
    return one.answer.at < 0 ? QList<Parameter>() : leftOut(model).first(one.leftOut);
}

void RunIndex::setState(int prompt, int model, State state)
{
    State &known = m_cells[indexOf(prompt, model)].state;
    auto &counts = m_counts[size_t(model)];
    --counts[size_t(known)];
    known = state;
    ++counts[size_t(known)];
}

void RunIndex::endOfFile()
{
    for (int prompt = 0; m_hasHeader && prompt < promptCount(); ++prompt) {
        for (int model = 0; model < modelCount(); ++model) {
            if (cell(prompt, model).state == State::Asked)
                setState(prompt, model, State::Lost);
        }
    }
}

RunVote::Choice RunIndex::vote(int prompt, int first, int second) const
{
    return m_votes[size_t(prompt)][pairOf(first, second)];
}

VoteTally RunIndex::tally(int first, int second) const
{
    return m_tallies[pairOf(first, second)];
}

RunIndex readRunIndex(QIODevice &file)
{
    RunIndex index;
    while (!file.atEnd()) {
        const qint64 at = file.pos();
        QByteArray line = file.readLine(); // a limit would be allocated for each line
        if (line.isEmpty())
            break;
        if (line.endsWith('\n'))
            line.chop(1);
        if (!line.isEmpty())
            index.take(readRunLine(line), {at, qint32(line.size())});
    }
    index.endOfFile();
    return index;
}

RunIndex readRunIndex(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readRunIndex(file) : RunIndex();
}

} // namespace Slipway
