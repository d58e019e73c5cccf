// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversationtree.h"

namespace Slipway {

int ConversationTree::add(const Turn &turn, int parent)
{
    const int id = m_nodes.empty() ? 1 : m_nodes.rbegin()->first + 1;
    insert(id, parent, turn);
    return id;
}

void ConversationTree::insert(int id, int parent, const Turn &turn)
{
    const bool known = parent == 0 || (parent < id && m_nodes.contains(parent));
    Node node{known ? parent : (path().isEmpty() ? 0 : path().constLast()), turn};
    if (node.parent >= id)
        node.parent = 0; // what comes before has a smaller id, so that no turn can follow itself
    node.turn.id = id;
    node.turn.branch = node.turn.branches = 1; // counted where it is shown
    m_nodes[id] = node;
    lead(id);
}

void ConversationTree::update(const Turn &turn)
{
    const auto node = m_nodes.find(turn.id);
    if (node == m_nodes.end())
        return;
    node->second.turn = turn;
    node->second.turn.branch = node->second.turn.branches = 1;
}

/// The one that is shown before it, if both are; 0 where there is none.
int ConversationTree::before(int id) const
{
    int parent = m_nodes.at(id).parent;
    while (parent != 0 && m_nodes.at(parent).removed)
        parent = m_nodes.at(parent).parent;
    return parent;
}

void ConversationTree::lead(int id)
{
    for (int at = id; at != 0; at = before(at))
        m_chosen[before(at)] = at;
    m_shape.reset();
}

const ConversationTree::Shape &ConversationTree::shape() const
{
    if (m_shape)
        return *m_shape;
    Shape shape;
    for (const auto &[id, node] : m_nodes) {
        if (!node.removed)
            shape.following[before(id)].append(id);
    }
    for (QList<int> next = shape.following.value(0); !next.isEmpty();
         next = shape.following.value(shape.path.constLast())) {
        const int chosen = m_chosen.value(shape.path.isEmpty() ? 0 : shape.path.constLast());
        shape.path.append(next.contains(chosen) ? chosen : next.constLast());
    }
    return m_shape.emplace(std::move(shape));
}

QList<int> ConversationTree::branches(int id) const
{
    return shape().following.value(before(id));
}

Turn ConversationTree::shown(int id) const
{
    const QList<int> all = branches(id);
    Turn turn = m_nodes.at(id).turn;
    turn.branch = int(all.indexOf(id)) + 1;
    turn.branches = int(all.size());
    return turn;
}

QList<int> ConversationTree::leaves() const
{
    QList<int> leaves;
    if (path().size() == qsizetype(m_nodes.size()))
        return leaves;
    for (const auto &[id, node] : m_nodes) {
        if (!node.removed && !shape().following.contains(id) && id != path().constLast())
            leaves.append(id);
    }
    if (!path().isEmpty())
        leaves.append(path().constLast());
    return leaves;
}

QList<Turn> ConversationTree::turns() const
{
    QList<Turn> turns;
    for (const int id : path())
        turns.append(shown(id));
    return turns;
}

QList<Turn> ConversationTree::everyTurn() const
{
    QList<Turn> turns;
    for (const auto &[id, node] : m_nodes)
        turns.append(node.turn);
    return turns;
}

void ConversationTree::choose(int id)
{
    if (!m_nodes.contains(id) || m_nodes.at(id).removed)
        return;
    lead(id);
}

void ConversationTree::remove(int id)
{
    if (!m_nodes.contains(id))
        return;
    const auto at = path().indexOf(id);
    const int next = at >= 0 && at + 1 < path().size() ? path()[at + 1] : 0;
    m_nodes.at(id).removed = true;
    m_shape.reset();
    if (next != 0)
        lead(next);
}

void ConversationTree::restore(int id)
{
    if (!m_nodes.contains(id))
        return;
    m_nodes.at(id).removed = false;
    lead(id);
}

void ConversationTree::forgetRemoved()
{
    std::map<int, Node> kept;
    for (const auto &[id, node] : m_nodes) {
        if (!node.removed)
            kept[id] = {before(id), node.turn};
    }
    m_nodes = std::move(kept);
    m_shape.reset();
}

} // namespace Slipway
