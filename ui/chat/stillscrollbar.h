// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QScrollBar>

namespace Slipway {

/// A scroll bar that is painted only when something in it moves: what grows by a line, forty times a second, mostly
/// moves its handle by less than a pixel.
class StillScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    using QScrollBar::QScrollBar;

    void setAll(int maximum, int pageStep, int value); ///< from zero on; see QScrollBar for each

protected:
    void sliderChange(SliderChange change) override;

private:
    /// All that a style may draw otherwise when the numbers change.
    struct Looks
    {
        QRect handle;
        bool isAtStart = false;
        bool isAtEnd = false;
        bool operator==(const Looks &other) const = default;
    };

    Looks looks() const;

    bool m_isSettingAll = false;
};

} // namespace Slipway
