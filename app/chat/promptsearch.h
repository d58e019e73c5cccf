// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversationtree.h"

#include <QSet>
#include <QStringList>

namespace Slipway {

/// What a person said in a conversation, on every branch; also what was removed and could come back.
QStringList everyPrompt(const ConversationTree &tree);

/// Takes those that a conversation holds out of `prompts`. What was removed from it, it does not hold.
void takeHeld(const ConversationTree &tree, QSet<QString> &prompts);

/// Which of some prompts no conversation in a folder holds. Reads a few files at a time, so that what else there is to
/// do in its thread need not wait.
class PromptSearch
{
public:
    PromptSearch(const QSet<QString> &prompts, const QString &folder, const QSet<QString> &skippedNames) :
        m_left(prompts), m_folder(folder), m_skipped(skippedNames)
    {
    }

    bool goOn(); ///< false: it is done
    const QSet<QString> &notFound() const { return m_left; }

private:
    QSet<QString> m_left;
    QString m_folder;
    QSet<QString> m_skipped;
    QStringList m_files;
    bool m_listed = false;
};

} // namespace Slipway
