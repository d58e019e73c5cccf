// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace Slipway {

class JournalFile;

/// What was asked and what was answered, oldest first. One for each account's session. With a file it outlives the
/// program: it begins with what earlier runs left there, and an entry that they left without an answer is Unknown and
/// Checking, because it may have been sent. Without a file it is gone with the program.
class Journal : public QObject
{
    Q_OBJECT
public:
    explicit Journal(QObject *parent = nullptr);
    explicit Journal(std::unique_ptr<JournalFile> file, QObject *parent = nullptr); ///< may be nullptr
    ~Journal() override; ///< waits until everything lies on disk

    /// Where everything is sent from now on, and with which key; that itself is not kept. What is open and was sent
    /// elsewhere becomes Elsewhere, what was sent with another key OtherKey, and what either no longer holds for is
    /// Checking again.
    void setPlace(const Place &where, const QByteArray &key = {});

    /// Makes it another account's, on disk too. Answers the files that stayed where they were.
    QStringList renameTo(const QString &account);

    const QList<Mutation> &entries() const { return m_entries; }
    const Mutation *find(quint64 id) const;

    /// The newest entry about a deployment, nullptr when there is none.
    const Mutation *newestFor(const QString &deployedModel) const;

    /// Entries that looks at the fleet may still say something about, here or Elsewhere: Checking, CannotTell,
    /// OtherKey, and those that turned out NotHappened in this run, should they happen late.
    const QList<quint64> &inquiries() const { return m_inquiries; }

    /// True while something that an earlier run left open is Checking.
    bool isCheckingEarlier() const;

    /// How many entries have no outcome that a person could rely on: no answer, and not found out either.
    int countOpen() const;

    quint64 begin(Mutation mutation); ///< gives it an id and a start time
    void accept(quint64 id, const QString &deployedModel, const QString &requestId, int httpStatus);
    void fail(quint64 id, const Error &error); ///< Refused, NotSent or Unknown, by the error

    /// What looks at the fleet have shown about an Unknown entry; `deployedModel` is the one that a create made.
    void conclude(quint64 id, Inquiry inquiry, const QString &deployedModel = {});

    /// Calls `then` once it is known whether the entry's beginning lies on disk: before this returns where there is no
    /// file, else from the event loop. The problem is the system's own words, empty when it does lie there. Not called
    /// when `context` is gone.
    void whenRecorded(quint64 id, QObject *context, std::function<void(const QString &problem)> then);

    /// Why the file could not be written last, in the system's words; empty while all is well.
    const QString &writeProblem() const { return m_writeProblem; }

Q_SIGNALS:
    void added(quint64 id);
    void changed(quint64 id);
    void writeProblemChanged();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(const QString &)> then;
    };

    void load();
    bool place(Mutation &mutation, const QByteArray &key);
    Mutation *entry(quint64 id);
    void noteNewest(const Mutation &mutation);
    void noteInquiry(const Mutation &mutation);
    void write(quint64 id, const QByteArray &line, bool isBeginning);
    void written(quint64 id, bool isBeginning, const QString &problem);

    QList<Mutation> m_entries; // by growing id
    QHash<QString, quint64> m_newest;
    QList<quint64> m_inquiries;
    QHash<quint64, Waiting> m_unrecorded;
    QString m_writeProblem;
    Place m_place;
    quint64 m_lastId = 0;
    quint64 m_lastEarlier = 0; ///< up to here entries are of earlier runs
    std::unique_ptr<JournalFile> m_file;
};

} // namespace Slipway
