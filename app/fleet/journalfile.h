// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/backgroundthread.h"

#include <QByteArrayList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <mutex>
#include <vector>

namespace Slipway {

/// One account's journal on disk: `<directory>/<account>.jsonl`, readable by its owner only. Lines are appended, never
/// changed, each in one write, so that two programs may share the file; they lie on disk for good before their writer
/// hears of it. Writes happen in a thread of their own, in the order of append(). A full file is renamed to
/// `<account>.1.jsonl` and so on, the oldest one falls away; what is still without an outcome is written anew before.
class JournalFile : public QObject
{
    Q_OBJECT
public:
    using Written = std::function<void(const QString &problem)>; ///< the system's words; empty when it lies on disk

    /// Bounds of what is kept.
    static constexpr qint64 fullSize = qint64{512} * 1024; ///< bytes; a file that holds more gets no more lines
    static constexpr int oldFiles = 3;
    static constexpr qint64 readSize =
        qint64{512} * 1024; ///< bytes of which history() keeps everything; some 700 mutations

    JournalFile(const QString &directory, const QString &account, QObject *parent = nullptr);
    ~JournalFile() override; ///< waits until all that was appended has been tried; `written` is no longer called

    /// How many mutations of that account's journal have no outcome. Reads all its files; safe in any thread.
    static int countOpen(const QString &directory, const QString &account);

    /// Makes the journal of one account that of another, which has none yet, while neither is open. Answers the files
    /// that stayed where they were.
    static QStringList rename(const QString &directory, const QString &from, const QString &to);

    QString path() const;

    /// The same for a journal that is open. Waits until all that was appended has been tried.
    QStringList renameTo(const QString &account);

    struct History
    {
        QByteArray lines;           ///< oldest first; damaged parts come along
        QByteArrayList fallingAway; ///< those of them without an outcome whose file is the next to go
    };

    /// The newest lines, and before them those of mutations without an outcome, however old they are.
    History history() const;

    /// `line` holds no line feed. Never blocks; `written` is called from the event loop.
    void append(const QByteArray &line, Written written);

private:
    struct Pending
    {
        QByteArray line;
        Written written;
    };

    void drain();
    void makeRoom(const QString &file) const;
    void report(const std::vector<Pending> &done, const QStringList &problems);

    const QString m_directory;
    mutable std::mutex m_mutex;
    QString m_path;                                       ///< guarded by m_mutex
    std::vector<Pending> m_pending;                       ///< guarded by m_mutex
    BackgroundThread m_writer{QStringLiteral("journal")}; ///< ends first: its work needs the others
};

} // namespace Slipway
