// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/stillscrollbar.h"

#include <QStyle>
#include <QStyleOptionSlider>

namespace Slipway {

void StillScrollBar::setAll(int maximum, int pageStep, int value)
{
    const Looks before = looks();
    m_isSettingAll = true;
    setRange(0, maximum);
    setPageStep(pageStep);
    setValue(value);
    m_isSettingAll = false;
    if (looks() != before)
        update();
}

/// All that it does is to update().
void StillScrollBar::sliderChange(SliderChange change)
{
    if (!m_isSettingAll)
        QScrollBar::sliderChange(change);
}

StillScrollBar::Looks StillScrollBar::looks() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return {.handle = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this),
            .isAtStart = value() == minimum(),
            .isAtEnd = value() == maximum()};
}

} // namespace Slipway
