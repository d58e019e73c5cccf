// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/promptsearch.h"

#include "app/chat/historylines.h"

#include <QDir>
#include <QFile>

namespace Slipway {

QStringList everyPrompt(const ConversationTree &tree)
{
    QStringList prompts;
    for (const auto &[id, node] : tree.nodes()) {
        if (node.turn.role == Role::User)
            prompts += node.turn.content;
    }
    return prompts;
}

void takeHeld(const ConversationTree &tree, QSet<QString> &prompts)
{
    for (const auto &[id, node] : tree.nodes()) {
        if (node.turn.role == Role::User && !node.removed)
            prompts.remove(node.turn.content);
    }
}

bool PromptSearch::goOn()
{
    constexpr int some = 20;
    if (!std::exchange(m_listed, true)) {
        m_files = QDir(m_folder).entryList({QStringLiteral("*.jsonl")}, QDir::Files);
        m_files.removeIf([this](const QString &name) { return m_skipped.contains(name); });
    }
    for (int i = 0; i < some && !m_files.isEmpty() && !m_left.isEmpty(); ++i) {
        QFile file(m_folder + u'/' + m_files.takeLast());
        const auto text = file.open(QIODevice::ReadOnly) ? readHistory(file.readAll()) : std::nullopt;
        if (text)
            takeHeld(text->record.tree, m_left);
    }
    return !m_files.isEmpty() && !m_left.isEmpty();
}

} // namespace Slipway
