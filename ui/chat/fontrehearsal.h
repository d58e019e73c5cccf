// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcriptmessage.h"

#include <QObject>
#include <QTimer>

namespace Slipway {

/// Lays out and draws, unseen, a little of all that a reply may hold, so that its fonts are open before it comes: the
/// first frame that needs them would take twice as long. A row in each turn of the event loop, until ended().
class FontRehearsal : public QObject
{
    Q_OBJECT
public:
    FontRehearsal(const TextStyle &style, const QPalette &palette, QObject *parent);

Q_SIGNALS:
    void ended();

private:
    void drawNext();

    const TextStyle m_style;
    const QPalette m_palette;
    QTimer m_turn;
    TranscriptMessage m_sample;
    size_t m_next = 0;
};

} // namespace Slipway
