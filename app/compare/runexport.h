// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/runindex.h"

/// A run for other programs: one row for each prompt and deployment, in the prompts' order, with every answer and
/// figure. Words in English whatever the language, text as it came, what is not known empty or null.
namespace Slipway::RunExport {

enum class Format { Csv, JsonLines };

struct Outcome
{
    qsizetype rows = 0;
    QString problem; ///< in the system's words; empty when it was written
};

/// Reads the run's file answer by answer, so that it needs no more memory than the longest. May run in any thread.
Outcome write(const QString &runPath, const RunIndex &index, const QString &to, Format format);

} // namespace Slipway::RunExport
