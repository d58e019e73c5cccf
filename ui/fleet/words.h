// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"
#include "app/modelstudio/deployment.h"
#include "ui/look.h"

#include <QDateTime>
#include <QString>

/// The fleet in words: one place, so that the same thing has the same name everywhere. All answers are plain text;
/// words from outside that we do not know come out as they came, hidden characters made visible.
namespace Slipway {

/// The shape that stands for a status, so that no status is told by colour alone.
enum class Glyph {
    Disc,     ///< serving
    HalfDisc, ///< serving, and changing
    Ring,     ///< not serving yet
    Cross,    ///< failed
    Square,   ///< stopped
};

QString statusWord(Status status, const QString &raw);
QString statusWord(const Deployment &deployment);
Glyph statusGlyph(Status status);
Look::Tone toneOf(Phase phase);
QString phaseWord(Phase phase);

/// One or two sentences: what the status means, for prompts and for money.
QString statusMeaning(const Deployment &deployment);

QString planWord(const QString &raw); ///< empty for a plan that was not sent

/// "4/8" (ready/assigned), "10K in / 1K out" for reserved throughput, empty where the service sent neither.
QString capacityText(const Deployment &deployment);
QString capacitySentence(const Deployment &deployment); ///< the same, spelled out
QString numberText(std::optional<qint64> number);       ///< empty when unset

/// How far a change of capacity has come, 0 to 1; unset where the numbers do not tell.
std::optional<double> readyShare(const Deployment &deployment);

QString relativeTime(const QDateTime &time, const QDateTime &now); ///< "3 min ago"; empty for an invalid time
QString dateText(QDate date);                ///< short, in the order of the language, the year with all its digits
QString minuteText(const QDateTime &time);   ///< local time to the minute; empty for an invalid time
QString exactTime(const QDateTime &time);    ///< local time to the second; empty likewise
QString timeWithZone(const QDateTime &time); ///< local time to the millisecond, and its zone
QString durationText(qint64 seconds);        ///< "3 s", "12 min", "5 h", "3 days"
QString listText(const QStringList &names);  ///< "a, b", as the language puts it
QString agoText(qint64 seconds);             ///< "3 s ago", never "just now"

QString verbWord(Mutation::Verb verb);
QString stateWord(Mutation::State state);
Look::Tone toneOf(Mutation::State state);
Glyph glyphOf(Mutation::State state);
QString progressText(const Mutation &mutation);  ///< "Scale: sending…", "Delete refused"
QString askedText(const Mutation &mutation);     ///< what was asked for and what held before; empty for Delete
QString askedSizeText(const Mutation &mutation); ///< the same without the model

} // namespace Slipway
