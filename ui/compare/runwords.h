// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"
#include "app/compare/runs.h"
#include "ui/look.h"

#include <QString>

namespace Slipway::RunWords {

QString badLine(const BadLine &line);   ///< "Line 7: …"
QString asked(const SetPrompt &prompt); ///< what it asks last, or its beginning

QString state(RunCell::State state);
Look::Tone tone(RunCell::State state);

/// What will be sent and how it is paid for, before anything is.
QString plan(qsizetype prompts, const QList<ComparedModel> &models);

/// "118 of 120 answered · 1 failed · 1 lost".
QString progress(const RunIndex &index, int model);
QString progress(const RunIndex &index); ///< of all deployments together

/// "1 of 2": how many whole answers a prompt has, without saying whose.
QString answered(const RunIndex &index, int prompt);

/// Means over the whole answers: "first 0.31 s · 42 tok/s · 12,345 tokens out · ¥0.30".
QString totals(const RunIndex &index, int model);

/// Why a deployment is not asked now, or with what less it is; empty when neither. While names are hidden without the
/// service's words, which may name it.
QString trouble(const Run &run, int model);

QString known(const KnownRun &run); ///< one line for a list

} // namespace Slipway::RunWords
