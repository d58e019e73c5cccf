// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QWidget>

#include <functional>

namespace Slipway {

/// Calls back before each paint of a widget.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *watched, std::function<void()> painting) : m_painting(std::move(painting))
    {
        watched->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painting();
        return false;
    }

private:
    std::function<void()> m_painting;
};

} // namespace Slipway
