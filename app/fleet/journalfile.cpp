// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journalfile.h"

#include "app/files/appendfile.h"

#include <QFile>
#include <QPointer>

namespace Slipway {

static QString fileName(const QString &account)
{
    return fileNameFor(account) + QStringLiteral(".jsonl");
}

JournalFile::JournalFile(const QString &directory, const QString &account, QObject *parent) :
    QObject(parent), m_path(directory + u'/' + fileName(account))
{
}

JournalFile::~JournalFile() = default;

/// The end of a file; its first line may be a part, which costs that line.
static QByteArray endOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (most <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax<qint64>(0, file.size() - most));
    return file.read(most);
}

QByteArray JournalFile::history() const
{
    QByteArray all;
    for (int number = 0; number <= oldFiles; ++number)
        all.prepend(endOf(olderFile(m_path, number), readSize - all.size()) + '\n');
    return all;
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
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_pending);
    }
    QByteArrayList lines;
    for (const Pending &pending : taken)
        lines.append(pending.line);
    rotateIfFull(m_path, fullSize, oldFiles);
    const QStringList problems = appendDurably(m_path, lines);
    QMetaObject::invokeMethod(this, [this, taken = std::move(taken), problems] { report(taken, problems); });
}

void JournalFile::report(const std::vector<Pending> &done, const QStringList &problems)
{
    const QPointer<JournalFile> alive(this); // whoever hears of it may close the account
    for (size_t i = 0; i < done.size() && alive; ++i)
        done[i].written(problems.at(qsizetype(i)));
}

} // namespace Slipway
