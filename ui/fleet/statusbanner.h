// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/words.h"

#include <QWidget>

namespace Slipway {

/// A status, large: shape, word, colour, and how far a change has come.
class StatusBanner : public QWidget
{
    Q_OBJECT
public:
    struct State
    {
        Glyph glyph = Glyph::Ring;
        Look::Tone tone = Look::Tone::Idle;
        QString word;
        QString note;                ///< beside the word, e.g. "4 of 8 units ready"
        std::optional<double> share; ///< 0 to 1 while a change goes on
        bool operator==(const State &) const = default;
    };

    explicit StatusBanner(QWidget *parent = nullptr);

    void show(const State &state);
    const State &state() const { return m_state; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state;
};

} // namespace Slipway
