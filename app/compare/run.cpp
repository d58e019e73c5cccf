// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/run.h"

#include "app/modelstudio/generationrefusal.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Slipway {

using State = RunCell::State;

Run::Run(const GenerationApi &api, const QString &path, RunIndex index, QObject *parent) :
    QObject(parent), m_api(api), m_index(std::move(index)), m_concurrency(m_index.header().concurrency), m_file(path)
{
    for (int model = 0; model < m_index.modelCount(); ++model) {
        m_lanes.emplace_back(m_concurrency);
        m_lanes.back().pause = std::make_unique<QTimer>();
        m_lanes.back().pause->setSingleShot(true);
        connect(m_lanes.back().pause.get(), &QTimer::timeout, this, [this, model] {
            m_lanes[size_t(model)].lane.endPause();
            pump();
            Q_EMIT stateChanged();
        });
        for (const Parameter parameter : m_index.leftOut(model))
            m_api.leaveOut(request(model), parameter);
    }
}

Run::~Run()
{
    stop();
}

/// The first prompt that was never asked; -1 where there is none.
int Run::takeOpen(int model)
{
    int &next = m_lanes[size_t(model)].next;
    while (next < m_index.promptCount() && m_index.cell(next, model).state != State::Open)
        ++next;
    return next < m_index.promptCount() ? next++ : -1;
}

void Run::open(int prompt, int model)
{
    int &next = m_lanes[size_t(model)].next;
    next = std::min(next, prompt);
    m_index.setState(prompt, model, State::Open);
    Q_EMIT cellChanged(prompt, model);
}

bool Run::isFinished() const
{
    bool any = !m_asking.empty();
    for (int model = 0; model < m_index.modelCount(); ++model)
        any = any || m_index.count(model, State::Open) > 0;
    return !any;
}

std::chrono::milliseconds Run::pauseLeft(int model) const
{
    const QTimer &pause = *m_lanes[size_t(model)].pause;
    return std::chrono::milliseconds(pause.isActive() ? pause.remainingTime() : 0);
}

void Run::setRetryRule(const RetryRule &rule)
{
    m_rule = rule;
    for (Lane &lane : m_lanes)
        lane.lane = RunLane(m_concurrency, rule);
}

void Run::setConcurrency(int concurrency)
{
    m_concurrency = concurrency;
    for (Lane &lane : m_lanes)
        lane.lane.setConcurrency(concurrency);
    pump();
}

// ---- starting and stopping

void Run::start()
{
    if (m_isRunning || m_isDetached)
        return;
    for (Lane &lane : m_lanes) {
        lane.pause->stop();
        lane.lane.resume();
    }
    begin();
}

void Run::begin()
{
    m_diskProblem.clear();
    m_isRunning = true;
    writeAgain();
    for (int model = 0; model < m_index.modelCount(); ++model)
        keepLeftOut(model);
    pump();
    endWhenIdle();
    Q_EMIT stateChanged();
}

void Run::stop()
{
    const bool was = std::exchange(m_isRunning, false);
    for (Lane &lane : m_lanes) {
        lane.pause->stop();
        lane.lane.endPause();
    }
    const auto asking = std::exchange(m_asking, {});
    for (const auto &[place, one] : asking) {
        m_lanes[size_t(place.second)].lane.stopped();
        if (!one) {
            release(place.first, place.second);
            continue;
        }
        one->stop();
        keep({place.first, place.second, one->turn()});
        one->deleteLater();
    }
    if (was)
        Q_EMIT stateChanged();
}

void Run::detach()
{
    m_isDetached = true;
    stop();
}

void Run::askAgain()
{
    for (int prompt = 0; prompt < m_index.promptCount(); ++prompt) {
        for (int model = 0; model < m_index.modelCount(); ++model) {
            if (!isWithoutAnswer(m_index.cell(prompt, model).state) || m_kept.contains({prompt, model}))
                continue;
            open(prompt, model);
        }
    }
    start();
}

// ---- refused for one parameter

/// What is the same for every prompt of this deployment.
GenerationRequest Run::request(int model) const
{
    return requestOf(header().models[model].deployedModel, {}, header().settings);
}

std::optional<Parameter> Run::refusedBy(const std::optional<Error> &error, int model) const
{
    return error ? Slipway::refusedParameter(*error, m_api.prepared(request(model))) : std::nullopt;
}

bool Run::isSettled(int model) const
{
    return lane(model).underWay() == 0 &&
           std::none_of(m_kept.begin(), m_kept.end(), [model](const auto &kept) { return kept.first.second == model; });
}

std::optional<Parameter> Run::refusedParameter(int model) const
{
    return isSettled(model) ? refusedBy(lane(model).halted(), model) : std::nullopt;
}

void Run::goOnWithout(int model, Parameter parameter)
{
    if (m_isDetached || refusedParameter(model) != parameter)
        return;
    for (int prompt = 0; prompt < m_index.promptCount(); ++prompt) {
        if (m_index.cell(prompt, model).state != State::Failed)
            continue;
        const auto answered = answer(prompt, model);
        if (answered && refusedBy(answered->error, model) == parameter)
            open(prompt, model);
    }
    m_api.leaveOut(request(model), parameter);
    m_lanes[size_t(model)].lane.resume();
    begin();
}

/// Also what was left out before, in the window that compares: the run's file tells what its answers were asked with.
void Run::keepLeftOut(int model)
{
    const auto parameters = leftOut(model);
    for (const Parameter parameter : parameters) {
        if (m_index.leftOut(model).contains(parameter))
            continue;
        const RunLeftOut line{model, parameter};
        m_index.take(RunLine(line), {});
        write(line, {});
    }
}

QList<Parameter> Run::leftOut(int model) const
{
    return m_api.leftOut(request(model));
}

/// A run ends by itself when nothing is left to do, or no lane may go on.
void Run::endWhenIdle()
{
    if (!m_isRunning || !m_asking.empty())
        return;
    bool canGoOn = false;
    for (int model = 0; model < m_index.modelCount(); ++model)
        canGoOn = canGoOn || (m_index.count(model, State::Open) > 0 && !lane(model).halted());
    if (canGoOn && m_diskProblem.isEmpty())
        return;
    m_isRunning = false;
    Q_EMIT stateChanged();
}

// ---- asking

void Run::pump()
{
    for (int model = 0; model < int(m_lanes.size()); ++model)
        pump(model);
}

void Run::pump(int model)
{
    Lane &lane = m_lanes[size_t(model)];
    while (m_isRunning && m_diskProblem.isEmpty() && lane.lane.room() > 0) {
        const int prompt = takeOpen(model);
        if (prompt < 0)
            return;
        lane.lane.asked();
        ask(prompt, model);
    }
}

/// That it is asked is written first: should the program die meanwhile, nobody asks it a second time unawares.
void Run::ask(int prompt, int model)
{
    m_asking[{prompt, model}] = nullptr;
    m_index.setState(prompt, model, State::Asked);
    Q_EMIT cellChanged(prompt, model);
    write(RunAsked{prompt, model}, [this, prompt, model](const LinePlace &) { send(prompt, model); });
}

void Run::send(int prompt, int model)
{
    const auto waiting = m_asking.find({prompt, model});
    if (waiting == m_asking.end() || waiting->second)
        return; // stopped meanwhile, and released
    const SetPrompt asked = this->prompt(prompt);
    auto *asking = new Asking(m_api, header().models[model].deployedModel, asked.messages, header().settings, this);
    waiting->second = asking;
    connect(asking, &Asking::grew, this, [this, prompt, model] { Q_EMIT grew(prompt, model); });
    connect(asking, &Asking::ended, this, [this, prompt, model] { take(prompt, model); });
}

void Run::take(int prompt, int model)
{
    const auto found = m_asking.find({prompt, model});
    if (found == m_asking.end())
        return;
    Asking *asking = found->second;
    m_asking.erase(found);
    asking->deleteLater();
    const Turn &turn = asking->turn();
    Lane &lane = m_lanes[size_t(model)];
    if (certainlyNotGenerated(turn)) {
        if (const auto pause = lane.lane.refused(*turn.error, QRandomGenerator::global()->generateDouble()))
            lane.pause->start(*pause);
        release(prompt, model);
        Q_EMIT stateChanged();
    } else {
        if (turn.state == Turn::State::Complete)
            lane.lane.answered();
        else
            lane.lane.failed(*turn.error, refusedBy(turn.error, model).has_value());
        keep({prompt, model, turn});
        if (lane.lane.halted())
            Q_EMIT stateChanged();
    }
    pump();
    endWhenIdle();
}

void Run::release(int prompt, int model)
{
    open(prompt, model);
    write(RunReleased{prompt, model}, {});
}

// ---- what lies on disk

void Run::keep(const RunAnswer &answer)
{
    const Place place{answer.prompt, answer.model};
    m_kept.insert_or_assign(place, answer);
    m_file.append(lineOf(answer), [this, place](const QString &problem, const LinePlace &where) {
        const auto kept = m_kept.find(place);
        if (kept == m_kept.end())
            return;
        if (problem.isEmpty()) {
            m_index.take(RunLine(kept->second), where);
            m_kept.erase(kept);
            Q_EMIT cellChanged(place.first, place.second);
            return;
        }
        m_unwritten.append(kept->second);
        failDisk(problem);
    });
    Q_EMIT cellChanged(answer.prompt, answer.model);
}

void Run::write(const RunLine &line, std::function<void(const LinePlace &)> written)
{
    m_file.append(lineOf(line), [this, written](const QString &problem, const LinePlace &where) {
        if (!problem.isEmpty())
            failDisk(problem);
        else if (written)
            written(where);
    });
}

void Run::writeAgain()
{
    const auto answers = std::exchange(m_unwritten, {});
    for (const RunAnswer &answer : answers)
        keep(answer);
}

/// Nothing more is asked that could not be kept; what is under way may end.
void Run::failDisk(const QString &problem)
{
    m_diskProblem = problem;
    for (auto one = m_asking.begin(); one != m_asking.end();) {
        const auto [prompt, model] = one->first;
        if (one->second) {
            ++one;
            continue;
        }
        one = m_asking.erase(one);
        m_lanes[size_t(model)].lane.stopped();
        open(prompt, model);
    }
    Q_EMIT stateChanged();
    endWhenIdle();
}

// ---- reading

SetPrompt Run::prompt(int number) const
{
    const RunLine line = readRunLine(m_file.read(m_index.prompt(number)));
    const auto *prompt = std::get_if<RunPrompt>(&line);
    return prompt ? prompt->asked : SetPrompt();
}

std::optional<Turn> Run::answer(int prompt, int model) const
{
    const Place place{prompt, model};
    if (const auto asking = m_asking.find(place); asking != m_asking.end() && asking->second)
        return asking->second->turn();
    if (const auto kept = m_kept.find(place); kept != m_kept.end())
        return kept->second.turn;
    const LinePlace &where = m_index.cell(prompt, model).answer;
    if (where.at < 0)
        return std::nullopt;
    const RunLine line = readRunLine(m_file.read(where));
    const auto *answer = std::get_if<RunAnswer>(&line);
    return answer ? std::optional(answer->turn) : std::nullopt;
}

// ---- votes

void Run::vote(int prompt, int first, int second, RunVote::Choice choice)
{
    const RunVote vote{prompt, std::min(first, second), std::max(first, second), choice, m_index.isBlind()};
    m_index.take(RunLine(vote), {});
    write(vote, {});
    Q_EMIT voted(prompt);
}

void Run::setBlind(bool blind)
{
    const RunBlindness line{blind};
    m_index.take(RunLine(line), {});
    write(line, {});
    Q_EMIT stateChanged();
}

} // namespace Slipway
