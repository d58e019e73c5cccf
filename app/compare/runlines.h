// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/compare/comparedmodel.h"
#include "app/compare/promptset.h"

#include <QDateTime>

#include <variant>

namespace Slipway {

/// The lines of a run's file: JSON objects, each with a member that says what it is. A format: version 1. A line that
/// says something else, or nothing that can be read, is passed over.

/// The first line: what is asked of whom.
struct RunHeader
{
    QString account;   ///< its id
    QString source;    ///< the file's name, for people
    QDateTime created; ///< UTC
    QList<ComparedModel> models;
    ChatSettings settings;
    int concurrency = 2; ///< requests at once to each deployment
    int prompts = 0;
    quint64 seed = 0; ///< which side an answer stands on while names are hidden
};

struct RunPrompt
{
    int prompt = 0;
    SetPrompt asked;
};

/// Written before a request is sent: where no answer follows, it got lost, and may have been generated all the same.
struct RunAsked
{
    int prompt = 0;
    int model = 0;
};

/// What was asked was certainly not generated (a refusal with 429, or never sent): it is as if it had not been asked.
struct RunReleased
{
    int prompt = 0;
    int model = 0;
};

/// The last one of a prompt and a model holds.
struct RunAnswer
{
    int prompt = 0;
    int model = 0;
    Turn turn; ///< Complete, Stopped, Cut or Failed; Failed with an error of Kind::Lost or Timeout: nothing came
};

struct RunVote
{
    enum class Choice : quint8 { None, First, Second, Tie };

    int prompt = 0;
    int first = 0; ///< the model with the lower number
    int second = 1;
    Choice choice = Choice::None; ///< None: taken back
    bool blind = false;           ///< the names were hidden
};

/// From here on the names are shown, or hidden.
struct RunBlindness
{
    bool blind = false;
};

/// From here on this deployment is asked without a parameter that it refused.
struct RunLeftOut
{
    int model = 0;
    Parameter parameter = Parameter::Further;
};

using RunLine = std::variant<std::monostate, RunHeader, RunPrompt, RunAsked, RunReleased, RunAnswer, RunVote,
                             RunBlindness, RunLeftOut>;

/// Without a line feed.
QByteArray lineOf(const RunLine &line);

/// std::monostate where it cannot be read.
RunLine readRunLine(const QByteArray &line);

} // namespace Slipway
