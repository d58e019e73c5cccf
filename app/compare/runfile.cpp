// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runfile.h"

#include "app/files/appendfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Slipway {

RunFile::RunFile(const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    m_thread.setMaxThreadCount(1);
}

RunFile::~RunFile()
{
    m_thread.waitForDone();
    if (m_lock >= 0)
        ::close(m_lock);
}

bool RunFile::lock()
{
    if (m_lock < 0)
        m_lock = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    return m_lock >= 0 && ::flock(m_lock, LOCK_EX | LOCK_NB) == 0;
}

void RunFile::append(const QByteArray &line, Written written)
{
    {
        const std::lock_guard guard(m_mutex);
        m_pending.push_back({line, std::move(written), {}, {}});
    }
    m_thread.start([this] { drain(); });
}

/// In the writing thread. Each line comes after a line feed of its own, see appendDurably.
void RunFile::drain()
{
    auto taken = std::make_shared<std::vector<Pending>>();
    {
        const std::lock_guard guard(m_mutex);
        taken->swap(m_pending);
    }
    if (taken->empty())
        return;
    QByteArrayList lines;
    for (const Pending &pending : *taken)
        lines += pending.line;
    qint64 at = QFileInfo(m_path).size();
    // Where one failed it is not known where the others came to lie: all are to be written again, which does no harm.
    const QStringList problems = appendDurably(m_path, lines);
    const auto problem =
        std::find_if(problems.begin(), problems.end(), [](const QString &one) { return !one.isEmpty(); });
    for (Pending &pending : *taken) {
        pending.problem = problem == problems.end() ? QString() : *problem;
        pending.place = {at + 1, qint32(pending.line.size())};
        at += pending.line.size() + 2;
    }
    QMetaObject::invokeMethod(this, [taken] {
        for (const Pending &pending : *taken)
            pending.written(pending.problem, pending.place);
    });
}

QByteArray RunFile::read(const LinePlace &place) const
{
    QFile file(m_path);
    if (place.at < 0 || !file.open(QIODevice::ReadOnly) || !file.seek(place.at))
        return {};
    const QByteArray line = file.read(place.length);
    return line.size() == place.length ? line : QByteArray();
}

QString createRunFile(const QString &path, const RunHeader &header, const QList<SetPrompt> &prompts)
{
    const QString unfinished = path + QStringLiteral(".new");
    QFile::remove(unfinished);
    QByteArrayList lines{lineOf(header)};
    for (int i = 0; i < prompts.size(); ++i)
        lines += lineOf(RunPrompt{i, prompts[i]});
    const QStringList problems = appendDurably(unfinished, lines);
    for (const QString &problem : problems) {
        if (!problem.isEmpty()) {
            QFile::remove(unfinished);
            return problem;
        }
    }
    if (::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(path).constData()) != 0)
        return QString::fromLocal8Bit(std::strerror(errno));
    return {};
}

} // namespace Slipway
