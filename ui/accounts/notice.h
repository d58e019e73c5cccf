// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look.h"

#include <QLabel>

namespace Slipway {

/// What a dialog has to say as a whole: what is going on, or what went wrong. Can be selected and copied.
class Notice : public QLabel
{
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    void say(Look::Tone tone, const QString &text); ///< plain text; Idle is quiet, without a background

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look::Tone m_tone = Look::Tone::Idle;
};

} // namespace Slipway
