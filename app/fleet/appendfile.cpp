// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/appendfile.h"

#include <QFile>
#include <QFileInfo>

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

qint64 sizeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(native(path).constData(), &status) == 0 ? qint64(status.st_size) : 0;
}

} // namespace

QStringList appendDurably(const QString &path, const QByteArrayList &lines)
{
    const Descriptor file(openForAppend(path));
    if (file < 0)
        return QStringList(lines.size(), lastProblem());
    QStringList problems;
    for (const QByteArray &line : lines)
        problems.append(writeLine(file, line));
    if (::fdatasync(file) != 0)
        return QStringList(lines.size(), lastProblem());
    return problems;
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
