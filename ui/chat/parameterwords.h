// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationparameters.h"

#include <QString>
#include <QStringList>

namespace Slipway {

/// What a form says about one parameter.
struct ParameterWords
{
    QString label;
    QString effect;   ///< one sentence
    QString range;    ///< one sentence; also what is said of a wrong value
    QString standard; ///< the service's usual default, short; empty where it is the model's own
};

ParameterWords wordsOf(Parameter parameter);

/// "service default (0.7)"
QString placeholderOf(Parameter parameter);

/// Effect, range, default and the service's name for it, as text for Look::toolTip.
QString toolTipOf(Parameter parameter);

/// "top_k, seed"
QString namesOf(const QList<Parameter> &parameters);

/// True for a number that the service takes as this parameter.
bool isInRange(Parameter parameter, double number);

} // namespace Slipway
