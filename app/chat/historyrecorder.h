// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/historyfolder.h"

#include <QSet>
#include <QTimer>

namespace Slipway {

/// Writes a conversation into a folder as it goes on: each turn when it is there, a growing reply once a second, its
/// end at once. What is opened in the conversation has to lie there already.
class HistoryRecorder : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    HistoryRecorder(Conversation *conversation, HistoryFolder *folder, QObject *parent = nullptr);
    ~HistoryRecorder() override; ///< writes what the last second brought

    /// Writes the conversation anew, and short; what was removed from it is gone for good. A reply under way is waited
    /// for.
    void rewrite();

private:
    void takeOver();
    void takeTurn(int index);
    void takeGrowth();
    void takeChange(int index);
    void takeShape();
    void writeSettings();
    void writeGrowth(Durability durability);
    void write(const QByteArray &line, Durability durability);
    const Turn *growing() const;

    Conversation *m_conversation;
    HistoryFolder *m_folder;
    QTimer m_second;
    QString m_id;            ///< of the conversation that is written
    bool m_begun = false;    ///< its file is there
    int m_known = 0;         ///< the last turn that the file has
    QSet<int> m_removed;     ///< as the file has it
    int m_growing = 0;       ///< the turn that grows; 0: none
    qsizetype m_content = 0; ///< of it, what the file has
    qsizetype m_reasoning = 0;
    bool m_settingsChanged = false;
    bool m_rewriteLater = false;
};

} // namespace Slipway
