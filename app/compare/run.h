// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/asking.h"
#include "app/compare/runfile.h"
#include "app/compare/runlane.h"

#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace Slipway {

/// A set of prompts that is asked of two to four deployments. What came lies on disk before it counts; that something
/// is asked lies there before it is sent. So a run that was stopped, or killed, goes on where it was: no answer that
/// came is lost, none is paid for twice. What was asked and not answered is asked again by askAgain() alone; only what
/// was certainly not generated is tried again by itself. Holds no texts but those that are under way.
class Run : public QObject
{
    Q_OBJECT
public:
    /// The api's client outlives this, or detach() is called before it goes. Stopped at first.
    Run(const GenerationApi &api, const QString &path, RunIndex index, QObject *parent = nullptr);
    ~Run() override; ///< what is under way ends as by stop()

    bool lock() { return m_file.lock(); } ///< false while another window or program has this run; then do not start it

    const RunIndex &index() const { return m_index; }
    const RunHeader &header() const { return m_index.header(); }
    const QString &path() const { return m_file.path(); }
    bool isRunning() const { return m_isRunning; }
    bool isFinished() const; ///< there is nothing left that was never asked

    const RunLane &lane(int model) const { return m_lanes[size_t(model)].lane; }
    std::chrono::milliseconds pauseLeft(int model) const; ///< until it is asked again after a rate limit

    void start();
    void stop();     ///< at once; what came so far is kept
    void detach();   ///< stops for good: the account is closed
    void askAgain(); ///< all that was asked and has no whole answer; and starts

    /// The parameter whose refusal halted this deployment, once nothing of it is under way; asks all that was refused
    /// for it again without it, and what is open. Others that are halted stay so.
    std::optional<Parameter> refusedParameter(int model) const;
    void goOnWithout(int model, Parameter parameter);
    QList<Parameter> leftOut(int model) const; ///< from then on, in whatever program it goes on

    void setConcurrency(int concurrency);
    int concurrency() const { return m_concurrency; }
    void setRetryRule(const RetryRule &rule); ///< before start()

    SetPrompt prompt(int number) const;                      ///< read from disk
    std::optional<Turn> answer(int prompt, int model) const; ///< read from disk, or as far as it has come

    void vote(int prompt, int first, int second, RunVote::Choice choice);
    void setBlind(bool blind);

    /// The system's words while results cannot be written: then nothing more is asked, and what came is kept in memory
    /// until start() has written it.
    const QString &diskProblem() const { return m_diskProblem; }
    qsizetype unwritten() const { return m_unwritten.size(); }

Q_SIGNALS:
    void cellChanged(int prompt, int model);
    void grew(int prompt, int model); ///< an answer under way became longer
    void voted(int prompt);
    void stateChanged(); ///< running, pauses, what halted a lane, the disk; not for every cell

private:
    struct Lane
    {
        explicit Lane(int concurrency) : lane(concurrency) {}
        RunLane lane;
        int next = 0; ///< no prompt before it is open
        std::unique_ptr<QTimer> pause;
    };

    using Place = std::pair<int, int>; ///< prompt, model

    GenerationRequest request(int model) const;
    std::optional<Parameter> refusedBy(const std::optional<Error> &error, int model) const;
    bool isSettled(int model) const;
    void keepLeftOut(int model);
    void begin();
    int takeOpen(int model);
    void open(int prompt, int model);
    void pump();
    void pump(int model);
    void ask(int prompt, int model);
    void send(int prompt, int model);
    void take(int prompt, int model);
    void release(int prompt, int model);
    void keep(const RunAnswer &answer);
    void write(const RunLine &line, std::function<void(const LinePlace &)> written);
    void writeAgain();
    void failDisk(const QString &problem);
    void endWhenIdle();

    GenerationApi m_api;
    RunIndex m_index;
    std::vector<Lane> m_lanes;
    std::map<Place, Asking *> m_asking; ///< nullptr: about to be sent
    std::map<Place, RunAnswer> m_kept;  ///< ended, not on disk yet
    QList<RunAnswer> m_unwritten;       ///< could not be written
    QString m_diskProblem;
    RetryRule m_rule;
    int m_concurrency;
    bool m_isRunning = false;
    bool m_isDetached = false;
    RunFile m_file; ///< last: its destructor waits for the disk
};

} // namespace Slipway
