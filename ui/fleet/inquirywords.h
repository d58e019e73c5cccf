// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"
#include "ui/look.h"

namespace Slipway {

/// What became of a mutation, in words that count in what the fleet has shown since its answer was lost.
QString stateWord(const Mutation &mutation); ///< "Accepted", "Unknown, checking", "Not carried out"
Look::Tone toneOf(const Mutation &mutation);

/// What was asked for, short: the deployed model, or a create's model and suffix. Hidden characters made visible.
QString subjectText(const Mutation &mutation);

/// One or two sentences about a lost answer: what is known by now, and what it means for the money. Empty where there
/// is no inquiry.
QString inquiryText(const Mutation &mutation);

/// The same with what it is about before it: "Deploy qwen-plus (suffix a1b2c3): …".
QString lineAbout(const Mutation &mutation, const QString &sentences);

int gravityOf(const Mutation &mutation); ///< the higher, the more it wants a person

/// What can be done about it now, as a button's text: "Compare…", "Send again…", "Show it"; empty where nothing can.
QString inquiryAction(const Mutation &mutation);

/// True for a create whose deployment the fleet has shown within the last hour: somebody should look at that row.
bool isFreshFind(const Mutation &mutation, const QDateTime &now);
QString foundText(const Mutation &mutation); ///< a sentence for that row

} // namespace Slipway
