// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/appendfile.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

QString lastProblem()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

QByteArray native(const QString &path)
{
    return QFile::encodeName(path);
}

/// An open file, closed with this. -1 where it could not be opened; errno says why.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    operator int() const { return m_number; }

private:
    int m_number;
};

int openFolderOf(const QString &path)
{
    return ::open(native(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

bool makeFolder(const QString &folder)
{
    if (::mkdir(native(folder).constData(), S_IRWXU) == 0 || errno == EEXIST)
        return true;
    const QString parent = QFileInfo(folder).path();
    return errno == ENOENT && parent != folder && makeFolder(parent) &&
           ::mkdir(native(folder).constData(), S_IRWXU) == 0;
}

int openForAppend(const QString &path)
{
    const int flags = O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW;
    const int present = ::open(native(path).constData(), flags);
    if (present >= 0 || errno != ENOENT || !makeFolder(QFileInfo(path).path()))
        return present;
    const int created = ::open(native(path).constData(), flags | O_CREAT, S_IRUSR | S_IWUSR);
    if (const Descriptor folder(openFolderOf(path)); created >= 0 && folder >= 0)
        ::fsync(folder); // a new file's name is the folder's content
    return created;
}

/// Between two line feeds: whatever was torn before it or will be torn in it stays on lines of its own.
QString writeLine(int file, const QByteArray &line)
{
    const QByteArray bytes = '\n' + line + '\n';
    ssize_t written = -1;
    do {
        written = ::write(file, bytes.constData(), static_cast<size_t>(bytes.size()));
    } while (written < 0 && errno == EINTR);
    if (written < 0)
        return lastProblem();
    return written == bytes.size() ? QString() : QString::fromLocal8Bit(std::strerror(ENOSPC));
}

QString writeAll(int file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(file, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return lastProblem();
        done += std::max<ssize_t>(written, 0);
    }
    return {};
}

qint64 sizeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(native(path).constData(), &status) == 0 ? qint64(status.st_size) : 0;
}

} // namespace

QString fileNameFor(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text)).replace(u'.', QLatin1String("%2E"));
}

QStringList append(const QString &path, const QByteArrayList &lines, Durability durability)
{
    const Descriptor file(openForAppend(path));
    if (file < 0)
        return QStringList(lines.size(), lastProblem());
    QStringList problems;
    for (const QByteArray &line : lines)
        problems.append(writeLine(file, line));
    if (durability == Durability::OnDisk && ::fdatasync(file) != 0)
        return QStringList(lines.size(), lastProblem());
    return problems;
}

QStringList appendDurably(const QString &path, const QByteArrayList &lines)
{
    return append(path, lines, Durability::OnDisk);
}

QString replaceDurably(const QString &path, const QByteArray &bytes)
{
    const QString fresh = path + QStringLiteral(".new");
    ::unlink(native(fresh).constData());
    makeFolder(QFileInfo(path).path());
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    const Descriptor file(::open(native(fresh).constData(), flags, S_IRUSR | S_IWUSR));
    if (file < 0)
        return lastProblem();
    const QString problem = writeAll(file, bytes);
    if (!problem.isEmpty() || ::fsync(file) != 0 ||
        ::rename(native(fresh).constData(), native(path).constData()) != 0) {
        const QString why = problem.isEmpty() ? lastProblem() : problem;
        ::unlink(native(fresh).constData());
        return why;
    }
    if (const Descriptor folder(openFolderOf(path)); folder >= 0)
        ::fsync(folder);
    return {};
}

int openLockFile(const QString &path)
{
    makeFolder(QFileInfo(path).path());
    return ::open(native(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
}

QString olderFile(const QString &path, int number)
{
    if (number == 0)
        return path;
    const QFileInfo file(path);
    return QStringLiteral("%1/%2.%3.%4")
        .arg(file.path(), file.completeBaseName(), QString::number(number), file.suffix());
}

void rotateIfFull(const QString &path, qint64 fullSize, int oldFiles)
{
    if (sizeOf(path) <= fullSize)
        return;
    const Descriptor folder(openFolderOf(path));
    const bool mine = folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) == 0;
    if (!mine || sizeOf(path) <= fullSize)
        return; // another program does it, or just did
    for (int number = oldFiles; number > 0; --number)
        ::rename(native(olderFile(path, number - 1)).constData(), native(olderFile(path, number)).constData());
    ::fsync(folder);
}

} // namespace Slipway
