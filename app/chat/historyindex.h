// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/backgroundthread.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Slipway {

class HistoryFolder;

/// What a list says about a conversation.
struct ConversationSummary
{
    QString id;
    QString deployedModel;
    QString title; ///< its own, or the beginning of its first prompt
    QDateTime changed;
    int messages = 0; ///< along the branches that are shown
    bool operator==(const ConversationSummary &) const = default;
};

/// All conversations of a folder, to be listed and searched. Reads and searches in a thread of its own and hands out
/// what it has in small portions, the newest first; follows what is written to the folder meanwhile. Holds the texts of
/// all of them in memory: to be made when someone looks, and let go after.
class HistoryIndex : public QObject
{
    Q_OBJECT
public:
    explicit HistoryIndex(HistoryFolder *folder, QObject *parent = nullptr); ///< `folder` outlives this
    ~HistoryIndex() override;

    bool isRead() const { return m_read; } ///< all that was there has been handed out

    /// Every word has to be in the title, the deployment, a prompt or a reply, on whichever branch. Empty: all match.
    void search(const QString &text);

Q_SIGNALS:
    void found(const QList<Slipway::ConversationSummary> &some); ///< new or changed
    void gone(const QString &id);
    void matched(const QSet<QString> &ids, bool first); ///< of the last search; the first portion begins it anew
    void read();

private:
    class Texts;
    void readNext();
    void readAgain();
    void tell(const QList<ConversationSummary> &some);
    void tellMatches(const QSet<QString> &ids, bool first, quint64 search);

    HistoryFolder *m_folder;
    bool m_read = false;
    quint64 m_search = 0;
    QSet<QString> m_changed;
    QTimer m_again;
    std::shared_ptr<std::atomic_bool> m_over;
    std::unique_ptr<Texts> m_texts;                             ///< of the thread
    BackgroundThread m_thread{QStringLiteral("history-index")}; ///< ends first
};

} // namespace Slipway
