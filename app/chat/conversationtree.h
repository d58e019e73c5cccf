// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"

#include <QHash>
#include <QList>

#include <map>

namespace Slipway {

/// Every turn that was ever part of a conversation. Turns that follow the same one are branches; a path through the
/// tree is what people read. A turn that is removed is skipped, as if what follows it had followed the one before it;
/// it can come back until it is forgotten. A value.
class ConversationTree
{
public:
    struct Node
    {
        int parent = 0; ///< 0: nothing comes before it
        Turn turn;
        bool removed = false;
        bool operator==(const Node &) const = default;
    };

    /// Becomes the end of the path. The turn's id, from 1 on.
    int add(const Turn &turn, int parent);

    /// As read from a file: a turn whose parent is not there follows the path's end.
    void insert(int id, int parent, const Turn &turn);

    bool isEmpty() const { return m_nodes.empty(); } ///< of turns, removed ones included
    bool contains(int id) const { return m_nodes.contains(id); }
    const std::map<int, Node> &nodes() const { return m_nodes; }
    void update(const Turn &turn); ///< the one of this id; nothing happens where there is none

    const QList<int> &path() const { return shape().path; }
    QList<int> branches(int id) const; ///< what can stand where this one stands, itself included
    QList<int> leaves() const;         ///< the ends of all branches; chosen in this order they give the path as it is
    QList<Turn> turns() const;         ///< along the path, with their branches counted
    Turn shown(int id) const;          ///< one of them
    QList<Turn> everyTurn() const;     ///< on all branches and removed: each was paid for

    void choose(int id); ///< the path goes through it, and on as it last went from there
    void remove(int id);
    void restore(int id);
    void forgetRemoved(); ///< for good

    bool operator==(const ConversationTree &other) const { return m_nodes == other.m_nodes && path() == other.path(); }

private:
    struct Shape
    {
        QHash<int, QList<int>> following; ///< to each turn the shown ones that can come next
        QList<int> path;
    };
    int before(int id) const;
    void lead(int id);
    const Shape &shape() const;

    std::map<int, Node> m_nodes;          ///< by id, which is the order in which they were added
    QHash<int, int> m_chosen;             ///< from a turn to the one that the path goes on with
    mutable std::optional<Shape> m_shape; ///< unset: a turn came, went or was chosen since
};

} // namespace Slipway
