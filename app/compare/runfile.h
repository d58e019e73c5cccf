// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/runindex.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

namespace Slipway {

/// A run on disk: one file of JSON lines, readable by its owner only, that only grows. A line lies on disk for good
/// before its writer hears of it. Writes happen in another thread, in the order of append(); many that wait are written
/// with one wait for the disk.
class RunFile : public QObject
{
    Q_OBJECT
public:
    /// `problem`: the system's words; empty when it lies on disk, at `place`.
    using Written = std::function<void(const QString &problem, const LinePlace &place)>;

    explicit RunFile(const QString &path, QObject *parent = nullptr);
    ~RunFile() override; ///< waits until all that was appended has been tried; `written` is no longer called

    const QString &path() const { return m_path; }

    /// One program, and one part of it, writes to a run at a time: false while another does.
    bool lock();

    void append(const QByteArray &line, Written written);

    /// Empty where it cannot be read.
    QByteArray read(const LinePlace &place) const;

private:
    struct Pending
    {
        QByteArray line;
        Written written;
        LinePlace place;
        QString problem;
    };

    void drain();

    QString m_path;
    int m_lock = -1;
    QThreadPool m_thread; ///< of one
    std::mutex m_mutex;
    std::vector<Pending> m_pending; ///< guarded by m_mutex
};

/// Makes a run's file from its first lines, whole or not at all. Empty when it lies on disk, else the system's words.
/// May run in any thread.
QString createRunFile(const QString &path, const RunHeader &header, const QList<SetPrompt> &prompts);

} // namespace Slipway
