// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/heights.h"
#include "ui/look.h"

#include <optional>

namespace Slipway {

/// A small line under a field or in a row: quiet while it explains, in a tone's colour when something is wrong. Plain
/// text, wrapped. Follows the palette.
class NoteLabel : public QLabel
{
    Q_OBJECT
public:
    explicit NoteLabel(QWidget *parent = nullptr);

    void setNote(const QString &text, std::optional<Look::Tone> tone = {});

    /// Keeps room for that many lines and for all of `text`, so that another note moves nothing below.
    void reserve(int lines, const QString &text);
    int heightForWidth(int width) const override;
    std::optional<Look::Tone> tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintInTone();
    int measuredHeight(int width) const;

    std::optional<Look::Tone> m_tone;
    QString m_reserved;
    mutable Heights m_heights;
};

} // namespace Slipway
