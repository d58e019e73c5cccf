// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyfolder.h"

#include "app/chat/promptsearch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSemaphore>

#include <sys/file.h>
#include <unistd.h>

namespace Slipway {

HistoryFolder::HistoryFolder(const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    m_thread.run([this] { claim(); });
}

HistoryFolder::~HistoryFolder()
{
    m_thread.run([this] {
        if (m_lock >= 0)
            ::close(m_lock);
    });
}

QString HistoryFolder::fileOf(const QString &id) const
{
    return m_path + u'/' + fileNameFor(id) + QStringLiteral(".jsonl");
}

/// In the thread. The lock goes with the program, however that ends.
void HistoryFolder::claim()
{
    m_lock = openLockFile(m_path + QStringLiteral("/lock"));
    m_mine = m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) == 0;
    if (!m_mine)
        QMetaObject::invokeMethod(this, [this] {
            m_shared = true;
            Q_EMIT problemChanged();
        });
}

/// `work` answers what went wrong.
void HistoryFolder::change(const QString &id, std::function<QString()> work)
{
    m_thread.run([this, id, work = std::move(work)] {
        if (!m_mine)
            return;
        const QString problem = work();
        QMetaObject::invokeMethod(this, [this, id, problem] { report(id, problem); });
    });
}

void HistoryFolder::report(const QString &id, const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
    if (!id.isEmpty())
        Q_EMIT changed(id);
}

static QString firstOf(const QStringList &problems)
{
    for (const QString &problem : problems) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

void HistoryFolder::append(const QString &id, const QByteArrayList &lines, Durability durability)
{
    change(id, [file = fileOf(id), lines, durability] { return firstOf(Slipway::append(file, lines, durability)); });
}

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void HistoryFolder::replace(const QString &id, const QByteArrayList &lines)
{
    change(id, [file = fileOf(id), lines] {
        return replaceDurably(file, (lines + newerLines(contentOf(file))).join('\n') + '\n');
    });
}

void HistoryFolder::remove(const QString &id)
{
    change(id, [path = fileOf(id)] {
        QFile file(path);
        return file.remove() || !file.exists() ? QString() : file.errorString();
    });
}

void HistoryFolder::write(const QString &name, const QByteArray &bytes)
{
    change({}, [path = m_path + u'/' + name, bytes] { return replaceDurably(path, bytes); });
}

void HistoryFolder::read(const QString &name, QObject *owner, std::function<void(const QByteArray &)> done)
{
    m_thread.run([this, path = m_path + u'/' + name, owner = QPointer(owner), done = std::move(done)] {
        QMetaObject::invokeMethod(this, [owner, done, content = contentOf(path)] {
            if (owner)
                done(content);
        });
    });
}

void HistoryFolder::load(const QString &id, QObject *owner,
                         std::function<void(const std::optional<HistoryText> &)> done)
{
    m_thread.run([this, id, path = fileOf(id), owner = QPointer(owner), done = std::move(done)] {
        auto text = readHistory(contentOf(path));
        if (text && text->record.id != id)
            text->record.id = id; // its first line is damaged, or a person has copied the file
        QMetaObject::invokeMethod(this, [owner, done, text = std::move(text)] {
            if (owner)
                done(text);
        });
    });
}

/// In portions, one after what else was asked for meanwhile.
void HistoryFolder::goOn(const std::shared_ptr<PromptSearch> &search, const std::function<void()> &done)
{
    m_thread.run([this, search, done] {
        if (search->goOn())
            goOn(search, done);
        else
            QMetaObject::invokeMethod(this, done);
    });
}

void HistoryFolder::findUnheld(const QSet<QString> &prompts, const QStringList &skippedIds, QObject *owner,
                               std::function<void(const QSet<QString> &)> done)
{
    QSet<QString> skipped;
    for (const QString &id : skippedIds)
        skipped.insert(QFileInfo(fileOf(id)).fileName());
    const auto search = std::make_shared<PromptSearch>(prompts, m_path, skipped);
    goOn(search, [search, owner = QPointer(owner), done = std::move(done)] {
        if (owner)
            done(search->notFound());
    });
}

void HistoryFolder::settle()
{
    QSemaphore reached;
    m_thread.run([&reached] { reached.release(); });
    reached.acquire();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

} // namespace Slipway
