// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcriptlayout.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QRect>

class QToolButton;

namespace Slipway {

/// The buttons that stand among the rows of a transcript: real widgets, so that keys and screen readers reach them, but
/// only for what is seen.
class TranscriptButtons : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Copy, Fold, Retry, RequestId, Regenerate, GoOn, BranchBack, BranchCount, BranchOn, Menu };

    struct Wish
    {
        Kind kind = Kind::Copy;
        int message = 0;
        RowPlace row; ///< for Copy the first piece of the code
        QRect area;   ///< the button goes to its top right; a fold to its left
        QString text;
        bool checked = false; ///< a fold that is open
        bool enabled = true;
    };

    explicit TranscriptButtons(QWidget *surface);

    /// Shows exactly these, from top to bottom.
    void show(const QList<Wish> &wishes);
    int widthOf(const QString &text); ///< of a button with this text
    int copyWidth();                  ///< before and after it was pressed
    int height();                     ///< of any of them
    void forgetSizes();               ///< another font

    static QString textOf(Kind kind);

Q_SIGNALS:
    void pressed(Slipway::TranscriptButtons::Kind kind, int message, Slipway::RowPlace row);

private:
    QString tipOf(const Wish &wish) const;
    QToolButton *buttonFor(const QString &name, const Wish &wish);
    void put(QToolButton *button, const Wish &wish) const;
    void confirm(QToolButton *button);

    QWidget *m_surface;
    QHash<QString, QPointer<QToolButton>> m_buttons;
    QSize sizeOf(const QString &text);

    QHash<QString, QSize> m_sizes;
};

} // namespace Slipway
