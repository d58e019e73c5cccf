// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/worddiff.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace Slipway {

/// One of two texts with what the other does not have marked in it: struck through on the left, underlined on the
/// right, and coloured. Marks in slices, so that a long text holds nothing up.
class DifferenceText : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Side { Left, Right };

    explicit DifferenceText(Side side, QWidget *parent = nullptr);

    /// Lines that are too long to be laid out at once are broken, hidden characters made visible: what the marks refer
    /// to is this text.
    static QString readable(const QString &source);

    void setReadable(const QString &text);       ///< made by readable(); without marks
    void setMarks(const QList<TextSpan> &spans); ///< in order
    void choose(const TextSpan &span);           ///< selects it and brings it into sight
    qsizetype firstSeen() const;                 ///< where the first line in sight begins
    void bringToTop(qsizetype position);
    bool isMarking() const { return m_slice.isActive(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void markSlice();
    void mark(const QTextBlock &block);
    QTextCharFormat format() const;

    Side m_side;
    QList<TextSpan> m_spans;
    QTimer m_slice;
    int m_nextBlock = 0;
};

} // namespace Slipway
