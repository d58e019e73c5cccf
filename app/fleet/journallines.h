// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"

namespace Slipway {

/// A journal as lines of JSON, three kinds of them, version 1. Pure. A mutation gets a line when it is begun, one when
/// it is answered or lost, and one each time the looks at the fleet have shown something new; `id` ties them together.
/// None ever holds a key: neither a mutation nor an Error does.
QByteArray begunLine(const Mutation &mutation);
QByteArray answeredLine(const Mutation &mutation);
QByteArray concludedLine(const Mutation &mutation);

/// What one line says about whether its mutation has an outcome.
struct JournalStep
{
    enum class Kind {
        Begins,
        Lost, ///< its answer was
        Ends,
    };
    QUuid key;
    Kind kind = Kind::Begins;
};

/// Nothing for a line that says nothing about it, or is damaged, foreign or of a newer version.
std::optional<JournalStep> stepOf(const QByteArray &line);

/// The mutations of such lines, in the order in which they were begun; a line may come twice. A line that is damaged,
/// foreign or of a newer version costs what that line told and nothing else; where it told the beginning, the answer
/// still makes an entry. What was begun and not answered is Unknown and Checking: it may have been sent.
QList<Mutation> readJournal(const QByteArray &lines);

} // namespace Slipway
