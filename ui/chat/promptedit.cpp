// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/promptedit.h"

#include "ui/chat/promptfile.h"
#include "ui/look.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>
#include <QtMath>

namespace Slipway {

static constexpr int mostLines = 8;
// Breaking a very long text at words takes time that grows with the square of a line's length.
static constexpr int longText = 20000;

/// Of one that holds Chinese, whose characters often come from a taller font.
static int lineHeight(const QFont &font)
{
    QTextLayout layout(QStringLiteral("Åg国"), font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return qCeil(line.height());
}

PromptEdit::PromptEdit(QWidget *parent) : QPlainTextEdit(parent), m_lineHeight(lineHeight(font()))
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(Look::smallGap);
    connect(document(), &QTextDocument::contentsChange, this, [this] {
        const bool isLong = document()->characterCount() > longText;
        setWordWrapMode(isLong ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &PromptEdit::adapt);
}

void PromptEdit::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    showPlaceholder();
}

void PromptEdit::showPlaceholder()
{
    const int room = viewport()->width() - 2 * int(document()->documentMargin()) - 2 * cursorWidth();
    const QString shown = fontMetrics().elidedText(m_placeholder, Qt::ElideMiddle, room);
    if (shown != placeholderText())
        setPlaceholderText(shown);
}

void PromptEdit::setText(const QString &text)
{
    if (text.size() > longText)
        setWordWrapMode(QTextOption::WrapAnywhere);
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void PromptEdit::setHistory(const QStringList &prompts)
{
    m_history = prompts;
    m_recalled = -1;
}

QSize PromptEdit::sizeHint() const
{
    constexpr int spare = 1; // a pixel less, and the box holds its last line to be out of sight and scrolls to it
    const int frame = 2 * (frameWidth() + int(document()->documentMargin())) + spare;
    return {160, m_lines * m_lineHeight + frame};
}

void PromptEdit::adapt()
{
    const int lines = int(document()->documentLayout()->documentSize().height()); // of plain text, in lines
    const int shown = qBound(1, lines, mostLines);
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (shown == m_lines)
        return;
    m_lines = shown;
    updateGeometry();
}

void PromptEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    adapt();
    showPlaceholder();
}

void PromptEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_lineHeight = lineHeight(font());
    updateGeometry();
}

QString PromptEdit::sendTip() const
{
    return m_sendKey == SendKey::Enter ? tr("Send (Enter); Shift+Enter begins a new line")
                                       : tr("Send (Ctrl+Enter); Enter begins a new line");
}

bool PromptEdit::sends(const QKeyEvent *event) const
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    return m_sendKey == SendKey::Enter || event->modifiers().testFlag(Qt::ControlModifier);
}

/// What the bar could move does not tell: it has a line to go where the box is a pixel too low for its last one.
bool PromptEdit::turnsPage(const QKeyEvent *event) const
{
    const bool pages = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return pages && plain && verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff;
}

void PromptEdit::keyPressEvent(QKeyEvent *event)
{
    if (sends(event)) {
        Q_EMIT submitted();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
        return;
    }
    if (turnsPage(event)) {
        Q_EMIT pageTurned(event);
        return;
    }
    if (event->key() == Qt::Key_Up && recall(-1))
        return;
    if (event->key() == Qt::Key_Down && recall(1))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

/// Only from an empty box or from a prompt that was recalled and not changed, so that no typing is ever lost.
bool PromptEdit::recall(int step)
{
    const bool untouched = m_recalled >= 0 && m_recalled < m_history.size() && toPlainText() == m_history[m_recalled];
    if (!untouched && !document()->isEmpty())
        return false;
    const qsizetype at = untouched ? m_recalled : m_history.size();
    const qsizetype next = at + step;
    if (next < 0 || m_history.isEmpty())
        return untouched;
    if (next >= m_history.size()) {
        m_recalled = -1;
        clear();
        return untouched;
    }
    m_recalled = next;
    setText(m_history[next]);
    return true;
}

bool PromptEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasUrls();
}

/// Files as files managers give them; anything else as the plain text that it also is.
static QStringList filesOf(const QMimeData *source)
{
    QStringList files;
    const auto urls = source->urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        files += url.toLocalFile();
    }
    return files;
}

void PromptEdit::takeFile(const QString &path)
{
    const PromptFile file = PromptFile::read(path);
    if (file.problem.isEmpty())
        insertText(file.text);
    else
        Q_EMIT fileRefused(file.problem);
}

void PromptEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = filesOf(source);
    for (const QString &file : files)
        takeFile(file);
    if (files.isEmpty())
        insertText(source->text());
}

void PromptEdit::insertText(const QString &text)
{
    if (document()->characterCount() + text.size() > longText)
        setWordWrapMode(QTextOption::WrapAnywhere);
    insertPlainText(text);
    ensureCursorVisible();
}

} // namespace Slipway
