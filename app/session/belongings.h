// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Slipway {

/// Where accounts keep what outlives the program, each under its id. What has no folder is gone with the program.
struct Belongings
{
    QString journals; ///< prompts lie there too
    QString conversations;
    QString runs;

    QString promptFileOf(const QString &account) const;          ///< may be empty
    QString conversationsFolderOf(const QString &account) const; ///< likewise

    /// Makes what one account kept, but for its journal, another's. What that one has already stays as it is. May be
    /// done again where it was broken off: each thing is renamed, so that it is always in one of the two places.
    /// Answers what stayed where it was.
    QStringList move(const QString &from, const QString &to) const;
};

} // namespace Slipway
