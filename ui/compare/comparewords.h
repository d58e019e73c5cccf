// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"
#include "app/compare/comparedmodel.h"

#include <QString>

namespace Slipway::CompareWords {

QString seconds(std::chrono::milliseconds time); ///< "0.31 s"
QString speed(double tokensPerSecond);           ///< "42 tok/s"

QString tokens(const Usage &usage); ///< "11 in · 63 out"; empty where nothing was counted

/// The figure, called an estimate where the answer ended before the service gave its last count.
QString estimate(const Turn &turn, const QString &figure);

/// What this answer cost: money, "free", or why there is no sum.
QString cost(const Turn &turn, const ComparedModel &model);
QString costTip(const ComparedModel &model);

/// "Asked without top_k, which it refused."; empty where nothing is left out.
QString leftOut(QList<Parameter> parameters);

} // namespace Slipway::CompareWords
