// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/codereader.h"
#include "app/chat/markdownblocks.h"

#include <QColor>
#include <QFont>
#include <QTextDocument>
#include <QTextFormat>

#include <memory>

namespace Slipway {

/// Fonts and colours of a transcript.
struct TextStyle
{
    QFont font;
    QFont small;
    QFont mono;
    QColor text;
    QColor secondary;
    QColor link;
    QColor codeGround; ///< under code
    QColor line;       ///< rules, borders of tables, the bar of a quotation
    bool isDark = false;

    /// Of a font, for guesses.
    struct Grid
    {
        int line = 1;
        int column = 1;
    };
    Grid grid;
    Grid monoGrid;
    int codeRoom = 0; ///< kept free at the right of code, for its button

    static TextStyle of(const QFont &font, const QPalette &palette);
    QColor codeColour(CodeToken::Kind kind) const; ///< to be read on codeGround
};

/// One block of foreign Markdown as a document to be drawn: GitHub's dialect, HTML shown as it is written, images as
/// their words with a link to their address, links with the host they lead to; nothing is ever loaded from anywhere.
std::unique_ptr<QTextDocument> markdownDocument(const MarkdownBlock &block, const TextStyle &style);

/// Set in the format of a task that is done. Its marker is an empty box: Qt would cross it out like something that
/// failed.
inline constexpr int taskIsDone = QTextFormat::UserProperty;

/// Text as it is. The colour of both is that of the palette they are drawn with.
std::unique_ptr<QTextDocument> plainDocument(const QString &text, const QFont &font);

} // namespace Slipway
