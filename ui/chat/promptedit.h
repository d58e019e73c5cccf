// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace Slipway {

/// Where a prompt is typed: plain text only, as tall as its text up to eight lines. Enter sends, Shift+Enter breaks the
/// line; Up in an empty box brings back earlier prompts.
class PromptEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PromptEdit(QWidget *parent = nullptr);

    void setText(const QString &text);           ///< the cursor goes to its end
    void setHistory(const QStringList &prompts); ///< earlier prompts, oldest first

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void submitted(); ///< Enter or Ctrl+Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adapt();
    bool recall(int step);

    QStringList m_history;
    qsizetype m_recalled = -1; ///< index into m_history of what is shown; -1: the person's own text
    int m_lines = 1;
};

} // namespace Slipway
