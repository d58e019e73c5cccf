// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"

#include <QString>

namespace Slipway {

/// What was being done when an Error came, so that the sentence can say what it means for the person and their money.
enum class Deed { Read, Catalog, TestKey, Create, Scale, UpdateLimits, Delete, Prompt };

/// An Error in words: what happened, what it means, what to do. The only place that turns an Error into text for
/// people. Plain text; holds the service's own words, with hidden characters made visible.
struct ErrorText
{
    QString headline;  ///< what happened, one short sentence without the service's words
    QString meaning;   ///< what it means (for the money, for the data) and what to do
    QString service;   ///< the service's own code and message, "InvalidParameter: …"; empty when it said nothing
    QString requestId; ///< to copy; empty when there is none

    QString whole() const; ///< everything in one block of lines, for a person to read or copy
};

ErrorText textOf(const Error &error, Deed deed);

/// One after the other, with what the language puts between them. One of them may be empty.
QString twoSentences(const QString &first, const QString &second);

} // namespace Slipway
