// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/fontrehearsal.h"

#include <QImage>
#include <QPainter>

namespace Slipway {

namespace {

constexpr int width = 400;

/// Letters, digits and the commonest characters of Chinese, in every shape that Markdown gives them.
Turn sampleTurn()
{
    const QString latin =
        QStringLiteral("The quick brown fox jumps over the lazy dog, 0123456789. WAY (of) it: “ok” – ");
    const QString chinese = QStringLiteral("部署模型，的一是不了人我在有他这为之大来以个中上们。");
    const QString both = latin + chinese;
    Turn turn;
    turn.role = Role::Assistant;
    turn.state = Turn::State::Complete;
    turn.content = QStringLiteral("# %1\n\n## %1\n\n### %1\n\n%1 **%1** *%1* ***%2*** ~~%2~~ `%2` [%2](https://e.x)\n\n"
                                  "- %1\n- [x] %2\n\n1. %1\n\n> %1\n\n| %2 | %3 |\n|---|---|\n| %2 | %3 |\n\n"
                                  "```\n%1\n```\n")
                       .arg(both, latin, chinese);
    turn.reasoning = both;
    return turn;
}

} // namespace

FontRehearsal::FontRehearsal(const TextStyle &style, const QPalette &palette, QObject *parent) :
    QObject(parent), m_style(style), m_palette(palette), m_sample(sampleTurn())
{
    m_sample.settle();
    m_sample.setUnfolded(true);
    m_sample.arrange(m_style, width);
    connect(&m_turn, &QTimer::timeout, this, &FontRehearsal::drawNext);
    m_turn.start(0);
}

void FontRehearsal::drawNext()
{
    if (m_next == m_sample.placed().size()) {
        m_turn.stop();
        Q_EMIT ended();
        return;
    }
    TranscriptRow *row = m_sample.placed()[m_next++].row;
    row->layOut(m_style, width);
    QImage picture(width, row->height(m_style, width), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    row->draw(&painter, picture.rect(), m_style, m_palette, {});
    row->release();
}

} // namespace Slipway
