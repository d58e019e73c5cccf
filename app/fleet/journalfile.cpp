// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journalfile.h"

#include "app/files/appendfile.h"
#include "app/fleet/openlines.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>

#include <array>
#include <semaphore>

namespace Slipway {

static QString pathOf(const QString &directory, const QString &account)
{
    return directory + u'/' + fileNameFor(account) + QStringLiteral(".jsonl");
}

JournalFile::JournalFile(const QString &directory, const QString &account, QObject *parent) :
    QObject(parent), m_directory(directory), m_path(pathOf(directory, account))
{
}

JournalFile::~JournalFile() = default;

namespace {

/// All files of one journal, opened at once, so that another program that renames them meanwhile takes none away.
class JournalFiles
{
public:
    explicit JournalFiles(const QString &path)
    {
        for (int number = 0; number <= JournalFile::oldFiles; ++number) {
            QFile &file = m_files[size_t(number)];
            file.setFileName(olderFile(path, number));
            if (file.open(QIODevice::ReadOnly))
                m_left += file.size();
        }
    }

    /// Tells every line, oldest first; `take` gets the line, the number of its file and what is left from there on.
    template<typename Take>
    void read(const Take &take)
    {
        for (int number = JournalFile::oldFiles; number >= 0; --number) {
            QFile &file = m_files[size_t(number)];
            while (file.isOpen() && !file.atEnd()) {
                QByteArray line = file.readLine(); // a limit would be allocated for each line
                const qint64 left = m_left;
                m_left -= line.size();
                take(line, number, left);
            }
        }
    }

private:
    std::array<QFile, JournalFile::oldFiles + 1> m_files;
    qint64 m_left = 0;
};

/// Answers those that stayed where they were.
QStringList renameFiles(const QString &from, const QString &to)
{
    QStringList left;
    for (int number = JournalFile::oldFiles; number >= 0; --number) {
        const QString file = olderFile(from, number);
        if (QFile::exists(file) && !QFile::rename(file, olderFile(to, number)))
            left.append(file);
    }
    return left;
}

} // namespace

int JournalFile::countOpen(const QString &directory, const QString &account)
{
    OpenLines open;
    JournalFiles(pathOf(directory, account)).read([&open](const QByteArray &line, int, qint64) {
        open.take(line.trimmed(), {});
    });
    return open.count();
}

QStringList JournalFile::rename(const QString &directory, const QString &from, const QString &to)
{
    return renameFiles(pathOf(directory, from), pathOf(directory, to));
}

QString JournalFile::path() const
{
    const std::lock_guard lock(m_mutex);
    return m_path;
}

QStringList JournalFile::renameTo(const QString &account)
{
    std::binary_semaphore done(0);
    QStringList left;
    m_writer.run([this, to = pathOf(m_directory, account), &left, &done] {
        left = renameFiles(path(), to);
        const std::lock_guard lock(m_mutex);
        m_path = to;
        done.release();
    });
    done.acquire();
    return left;
}

JournalFile::History JournalFile::history() const
{
    OpenLines open;
    QByteArray newest;
    JournalFiles(path()).read([&](const QByteArray &line, int number, qint64 left) {
        open.take(line.trimmed(), {.isEarly = left > readSize, .isLast = number >= oldFiles - 1});
        if (left <= readSize)
            newest += line;
    });
    return {open.early() + newest, open.fallingAway()};
}

void JournalFile::append(const QByteArray &line, Written written)
{
    const std::lock_guard lock(m_mutex);
    m_pending.push_back({line, std::move(written)});
    if (m_pending.size() == 1)
        m_writer.run([this] { drain(); });
}

/// In the writer. Lines that came together share one wait for the disk.
void JournalFile::drain()
{
    std::vector<Pending> taken;
    QString file;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_pending);
        file = m_path;
    }
    QByteArrayList lines;
    for (const Pending &pending : taken)
        lines.append(pending.line);
    makeRoom(file);
    const QStringList problems = appendDurably(file, lines);
    QMetaObject::invokeMethod(this, [this, taken = std::move(taken), problems] { report(taken, problems); });
}

/// Before the oldest file goes, in the writer.
void JournalFile::makeRoom(const QString &file) const
{
    if (QFileInfo(file).size() > fullSize)
        appendDurably(file, history().fallingAway);
    rotateIfFull(file, fullSize, oldFiles);
}

void JournalFile::report(const std::vector<Pending> &done, const QStringList &problems)
{
    const QPointer<JournalFile> alive(this); // whoever hears of it may close the account
    for (size_t i = 0; i < done.size() && alive; ++i)
        done[i].written(problems.at(qsizetype(i)));
}

} // namespace Slipway
