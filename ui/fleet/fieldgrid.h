// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace Slipway {

class ValueField;

/// A titled group of names and values. Updates in place: what is selected in a value that did not change stays
/// selected.
class FieldGrid : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString name;
        QString value;
        Qt::TextElideMode elide = Qt::ElideMiddle; ///< where it is short of room
        bool operator==(const Row &) const = default;
    };
    enum class Names { Words, Monospace };

    explicit FieldGrid(Names names, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setRows(const QList<Row> &rows); ///< without any it hides

private:
    struct Line
    {
        QLabel *name;
        ValueField *value;
    };
    void addLine();

    Names m_names;
    QLabel *m_title;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    QList<Row> m_rows;
};

} // namespace Slipway
