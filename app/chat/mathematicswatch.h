// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Slipway {

/// Whether mathematics that may go on over several lines, \[…\] or $$…$$, is open after the lines taken so far.
class MathematicsWatch
{
public:
    bool isOpen() const { return m_end != End::None; }
    void take(QStringView line);
    void close() { m_end = End::None; }

private:
    enum class End { None, Bracket, Dollars };
    End m_end = End::None; ///< what ends it
};

} // namespace Slipway
