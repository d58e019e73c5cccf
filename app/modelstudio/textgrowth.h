// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

/// Turns the texts of a stream into additions, whether each holds only what is new or all so far. Which of the two a
/// model does when it was not asked for either differs from model to model, so it is found out: by the second text,
/// which begins with the first or does not. A text that repeats the first tells nothing and waits. Pure.
class TextGrowth
{
public:
    enum class Kind { Unknown, Incremental, Cumulative };

    explicit TextGrowth(Kind kind = Kind::Unknown) : m_kind(kind) {}

    /// What `text` adds. Text that was handed out cannot be taken back: where a cumulative text differs from what came
    /// before, what it holds beyond the length of that is new.
    QString take(const QString &text);

    Kind kind() const { return m_kind; }

private:
    QString takeUnknown(const QString &text);
    QString takeCumulative(const QString &text);

    Kind m_kind;
    QString m_known; ///< all that was handed out; not kept up when incremental
    qsizetype m_repeats = 0;
};

} // namespace Slipway
