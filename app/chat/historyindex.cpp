// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyindex.h"

#include "app/chat/conversationexport.h"
#include "app/chat/historyfolder.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <map>
#include <utility>

namespace Slipway {

using namespace std::chrono_literals;

/// What the thread knows. A text is kept folded and as UTF-8: half the memory of a QString, and quick to search.
class HistoryIndex::Texts
{
public:
    void list(const QString &folder);
    bool isListed() const { return m_files.isEmpty(); }
    QList<ConversationSummary> takeNext(qsizetype count);
    std::optional<ConversationSummary> take(const QString &path);
    void forget(const QString &id) { m_texts.erase(id); }
    void look(const QString &text);
    QSet<QString> matchesIn(const QStringList &ids) const;
    QSet<QString> matches() const;

private:
    bool matches(const QByteArray &text) const;

    QStringList m_files; ///< still to be read, the newest last
    std::map<QString, QByteArray> m_texts;
    QByteArrayList m_words;
};

static QByteArray folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

static QByteArray textOf(const ConversationRecord &record)
{
    QString text = record.title + u'\n' + record.deployedModel;
    for (const auto &[id, node] : record.tree.nodes()) {
        if (!node.removed)
            text += u'\n' + node.turn.content + u'\n' + node.turn.reasoning;
    }
    return folded(text);
}

void HistoryIndex::Texts::list(const QString &folder)
{
    const auto files =
        QDir(folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files)
        m_files.append(file.filePath());
}

QList<ConversationSummary> HistoryIndex::Texts::takeNext(qsizetype count)
{
    QList<ConversationSummary> some;
    for (; count > 0 && !m_files.isEmpty(); --count) {
        if (const auto one = take(m_files.takeLast()))
            some.append(*one);
    }
    return some;
}

static QDateTime changedOf(const ConversationRecord &record)
{
    QDateTime changed = record.created;
    for (const auto &[id, node] : record.tree.nodes())
        changed = std::max(changed, node.turn.at);
    return changed;
}

/// Named by its file: its first line may be damaged.
std::optional<ConversationSummary> HistoryIndex::Texts::take(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto text = readHistory(file.readAll());
    if (!text)
        return std::nullopt;
    const ConversationRecord &record = text->record;
    const QString id = QUrl::fromPercentEncoding(QFileInfo(path).completeBaseName().toUtf8());
    m_texts[id] = textOf(record);
    return ConversationSummary{id, record.deployedModel, titleOf(record), changedOf(record),
                               int(record.tree.path().size())};
}

void HistoryIndex::Texts::look(const QString &text)
{
    m_words.clear();
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        m_words.append(folded(word));
}

bool HistoryIndex::Texts::matches(const QByteArray &text) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QByteArray &word) { return text.contains(word); });
}

QSet<QString> HistoryIndex::Texts::matchesIn(const QStringList &ids) const
{
    QSet<QString> matching;
    for (const QString &id : ids) {
        const auto text = m_texts.find(id);
        if (text != m_texts.end() && matches(text->second))
            matching.insert(id);
    }
    return matching;
}

QSet<QString> HistoryIndex::Texts::matches() const
{
    QSet<QString> matching;
    for (const auto &[id, text] : m_texts) {
        if (matches(text))
            matching.insert(id);
    }
    return matching;
}

// ---- the thread's work is handed over in portions, so that neither side waits for long

static constexpr qsizetype portion = 20;

HistoryIndex::HistoryIndex(HistoryFolder *folder, QObject *parent) :
    QObject(parent),
    m_folder(folder),
    m_over(std::make_shared<std::atomic_bool>(false)),
    m_texts(std::make_unique<Texts>())
{
    m_again.setSingleShot(true);
    m_again.setInterval(500ms);
    connect(&m_again, &QTimer::timeout, this, &HistoryIndex::readAgain);
    connect(folder, &HistoryFolder::changed, this, [this](const QString &id) {
        m_changed.insert(id);
        if (!m_again.isActive())
            m_again.start();
    });
    m_thread.run([this, path = folder->path()] { m_texts->list(path); });
    readNext();
}

HistoryIndex::~HistoryIndex()
{
    *m_over = true;
}

void HistoryIndex::readNext()
{
    m_thread.run([this, search = m_search] {
        if (*m_over)
            return;
        const auto some = m_texts->takeNext(portion);
        QStringList ids;
        for (const ConversationSummary &one : some)
            ids.append(one.id);
        const auto matching = m_texts->matchesIn(ids);
        const bool all = m_texts->isListed();
        QMetaObject::invokeMethod(this, [this, some, matching, all, search] {
            tell(some);
            tellMatches(matching, false, search);
            if (!all)
                readNext();
            else if (!std::exchange(m_read, true))
                Q_EMIT read();
        });
    });
}

void HistoryIndex::tell(const QList<ConversationSummary> &some)
{
    if (!some.isEmpty())
        Q_EMIT found(some);
}

/// What a newer search overtook is dropped.
void HistoryIndex::tellMatches(const QSet<QString> &ids, bool first, quint64 search)
{
    if (search == m_search && (first || !ids.isEmpty()))
        Q_EMIT matched(ids, first);
}

void HistoryIndex::search(const QString &text)
{
    const quint64 search = ++m_search;
    m_thread.run([this, text, search] {
        if (*m_over)
            return;
        m_texts->look(text);
        const auto matching = m_texts->matches();
        QMetaObject::invokeMethod(this, [this, matching, search] { tellMatches(matching, true, search); });
    });
}

/// What was written to the folder meanwhile.
void HistoryIndex::readAgain()
{
    const QSet<QString> ids = std::exchange(m_changed, {});
    for (const QString &id : ids) {
        m_thread.run([this, id, path = m_folder->fileOf(id)] {
            const auto one = m_texts->take(path);
            if (!one)
                m_texts->forget(id);
            const auto matching = m_texts->matchesIn({id});
            QMetaObject::invokeMethod(this, [this, id, one, matching] {
                if (one)
                    Q_EMIT found({*one});
                else
                    Q_EMIT gone(id);
                tellMatches(matching, false, m_search);
            });
        });
    }
}

} // namespace Slipway
