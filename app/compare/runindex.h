// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/runlines.h"

#include <QIODevice>

#include <array>
#include <vector>

namespace Slipway {

/// A line of a run's file.
struct LinePlace
{
    qint64 at = -1; ///< byte; -1: there is none
    qint32 length = 0;
};

/// What became of one prompt with one model.
struct RunCell
{
    enum class State : quint8 {
        Open,  ///< not asked yet
        Asked, ///< waiting for its answer, which may be growing
        Complete,
        Stopped, ///< by a person, with what came
        Cut,     ///< ended before its end, with what came
        Failed,  ///< refused, or a fault of the service
        Lost,    ///< asked, and no answer came: it may have been generated all the same
    };

    State state = State::Open;
    quint8 leftOut = 0; ///< so many of what its model refused were left out when it was asked
    LinePlace answer;
};

/// True where something was asked and no whole answer came of it: a person may ask again.
bool isWithoutAnswer(RunCell::State state);

RunCell::State stateOf(const Turn &turn); ///< once it ended

/// Sums over the complete answers of one model.
struct RunTotals
{
    int complete = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    double yuan = 0;          ///< of those with a price
    qint64 firstTokenSum = 0; ///< ms
    int firstTokens = 0;
    double speedSum = 0; ///< tokens per second
    int speeds = 0;

    // Answers that were stopped or cut, also those that were asked for again: estimates of what they cost.
    int early = 0;
    qint64 earlyOutputTokens = 0;
    double earlyYuan = 0;
};

struct VoteTally
{
    int first = 0;
    int second = 0;
    int ties = 0;
    int all() const { return first + second + ties; }
};

/// Where everything of a run lies in its file, and how far it has come: 24 bytes for each answer, never a text.
/// Takes the file's lines in their order, when it is read as well as while it grows.
class RunIndex
{
public:
    bool isValid() const { return m_hasHeader && m_missingPrompts == 0; } ///< the header and every prompt were there
    const RunHeader &header() const { return m_header; }
    int promptCount() const { return m_header.prompts; }
    int modelCount() const { return int(m_header.models.size()); }
    int damagedLines() const { return m_damaged; }

    void take(const RunLine &line, const LinePlace &place);

    /// What was asked before and never answered got lost with the program that asked.
    void endOfFile();

    const LinePlace &prompt(int number) const { return m_prompts[size_t(number)]; }
    const RunCell &cell(int prompt, int model) const { return m_cells[indexOf(prompt, model)]; }
    void setState(int prompt, int model, RunCell::State state);
    int count(int model, RunCell::State state) const { return m_counts[size_t(model)][size_t(state)]; }
    const RunTotals &totals(int model) const { return m_totals[size_t(model)]; }

    RunVote::Choice vote(int prompt, int first, int second) const;
    VoteTally tally(int first, int second) const;
    bool isBlind() const { return m_blind; }
    const QList<Parameter> &leftOut(int model) const { return m_leftOut[size_t(model)]; } ///< from now on
    QList<Parameter> leftOut(int prompt, int model) const; ///< of the answer that came; none where none did

private:
    static constexpr size_t stateCount = 7;
    static constexpr size_t pairCount = 6;

    size_t indexOf(int prompt, int model) const { return size_t(prompt) * size_t(modelCount()) + size_t(model); }
    bool has(int prompt, int model) const;
    static size_t pairOf(int first, int second);
    void begin(const RunHeader &header);
    void take(const RunAnswer &answer, const LinePlace &place);
    void take(const RunVote &vote);
    void add(int model, const Turn &turn);
    void addEarly(int model, const Turn &turn);

    RunHeader m_header;
    std::vector<LinePlace> m_prompts;
    std::vector<RunCell> m_cells;
    std::vector<std::array<int, stateCount>> m_counts;
    std::vector<RunTotals> m_totals;
    std::vector<QList<Parameter>> m_leftOut; ///< by model
    std::vector<std::array<RunVote::Choice, pairCount>> m_votes;
    std::array<VoteTally, pairCount> m_tallies{};
    int m_missingPrompts = 0;
    int m_damaged = 0;
    bool m_hasHeader = false;
    bool m_blind = false;
};

/// Reads a run's file to its end, whatever is damaged in it. A line of more than 64 MB counts as damaged.
RunIndex readRunIndex(QIODevice &file);

/// The same of the file at `path`; not valid where it cannot be opened.
RunIndex readRunIndex(const QString &path);

} // namespace Slipway
