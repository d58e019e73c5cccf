// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/sendkey.h"

#include <QPlainTextEdit>
#include <QStringList>

namespace Slipway {

/// Where a prompt is typed: plain text only, as tall as its text up to eight lines. Enter or Ctrl+Enter sends,
/// Shift+Enter breaks the line; Up in an empty box brings back earlier prompts. Takes text files that are dropped on it
/// or pasted.
class PromptEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PromptEdit(QWidget *parent = nullptr);

    void setPlaceholder(const QString &text); ///< shown in one line, elided in its middle
    void setText(const QString &text);        ///< the cursor goes to its end
    void setSendKey(SendKey key) { m_sendKey = key; }
    QString sendTip() const;                     ///< what sends, and what breaks a line
    void takeFile(const QString &path);          ///< puts its text where the cursor is, or says why not
    void setHistory(const QStringList &prompts); ///< earlier prompts, oldest first

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void submitted();
    void pageTurned(QKeyEvent *event);        ///< by a key that the box has no use for, for it shows all of its text
    void fileRefused(const QString &problem); ///< a sentence

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adapt();
    void showPlaceholder();
    void insertText(const QString &text);
    bool sends(const QKeyEvent *event) const;
    bool turnsPage(const QKeyEvent *event) const;
    bool recall(int step);

    QStringList m_history;
    qsizetype m_recalled = -1; ///< index into m_history of what is shown; -1: the person's own text
    QString m_placeholder;
    SendKey m_sendKey = SendKey::Enter;
    int m_lines = 1;
    int m_lineHeight;
};

} // namespace Slipway
