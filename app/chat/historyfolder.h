// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/historylines.h"
#include "app/files/appendfile.h"
#include "app/files/backgroundthread.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace Slipway {

class PromptSearch;

/// The conversations of one account on disk: `<path>/<id>.jsonl` each, readable by their owner only. All work is done
/// in a thread of its own, in the order in which it was asked for; nothing here blocks. Where another program keeps its
/// conversations in the same folder, they can be read and nothing is written.
class HistoryFolder : public QObject
{
    Q_OBJECT
public:
    explicit HistoryFolder(const QString &path, QObject *parent = nullptr);
    ~HistoryFolder() override; ///< waits until all is written

    const QString &path() const { return m_path; }
    QString fileOf(const QString &id) const;

    void append(const QString &id, const QByteArrayList &lines, Durability durability);
    void replace(const QString &id, const QByteArrayList &lines); ///< but for those of a newer version, which stay
    void remove(const QString &id);                               ///< for good

    /// Other files beside the conversations.
    void write(const QString &name, const QByteArray &bytes);
    void read(const QString &name, QObject *owner, std::function<void(const QByteArray &)> done);

    /// As it lies on disk once all that was asked for before is done. `done` is called once, from the event loop, while
    /// `owner` lives.
    void load(const QString &id, QObject *owner, std::function<void(const std::optional<HistoryText> &)> done);

    /// Which of these prompts no conversation in the folder holds; those of the skipped ids are not looked into. `done`
    /// as with load().
    void findUnheld(const QSet<QString> &prompts, const QStringList &skippedIds, QObject *owner,
                    std::function<void(const QSet<QString> &)> done);

    /// Blocks until what was asked for so far is done (of a search, the next part), and tells of it.
    void settle();

    /// What went wrong when something was written last, in the system's words; empty when nothing did.
    const QString &problem() const { return m_problem; }
    bool isShared() const { return m_shared; } ///< another program is there

Q_SIGNALS:
    void changed(const QString &id); ///< a conversation's file was written, or is gone
    void problemChanged();

private:
    void claim();
    void goOn(const std::shared_ptr<PromptSearch> &search, const std::function<void()> &done);
    void change(const QString &id, std::function<QString()> work);
    void report(const QString &id, const QString &problem);

    QString m_path;
    QString m_problem;
    bool m_shared = false;
    int m_lock = -1; ///< of the thread
    bool m_mine = false;
    BackgroundThread m_thread{QStringLiteral("history")}; ///< ends first: its work needs the others
};

} // namespace Slipway
