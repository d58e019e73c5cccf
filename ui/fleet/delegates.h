// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/shapedtexts.h"

#include <QStyledItemDelegate>

namespace Slipway {

/// Of which state a cell is to be painted.
QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option);

/// Paints one line of text with some air around it, without the detours that a style takes.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    const ShapedTexts &texts() const { return m_texts; }

protected:
    /// What lies on the background: the text, unless a subclass knows better.
    virtual void paintContent(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const;

    /// Paints the cell's text into `box` and answers how wide it came out.
    int paintText(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &box, const QColor &ink) const;

private:
    mutable ShapedTexts m_texts; ///< painting is all that changes it
};

/// Paints a status: its shape in its colour, its word, and while a change goes on a thin bar of how far it has come.
class StatusDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const override;
};

/// Paints names whose end tells them apart: elided in the middle; ids in a monospaced face.
class IdDelegate : public CellDelegate
{
    Q_OBJECT
public:
    enum class Face { Plain, Monospace };
    IdDelegate(Face face, QObject *parent) : CellDelegate(parent), m_face(face) {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const QFont &monospace(const QFont &base) const;

    Face m_face;
    mutable QFont m_base; ///< what m_monospace was made from
    mutable QFont m_monospace;
    mutable bool m_made = false;
};

} // namespace Slipway
