// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompthistory.h"

#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Slipway {

namespace {

constexpr qint64 mostBytes = qint64{1024} * 1024;       ///< of the file, before it is written anew
constexpr qsizetype longestKept = qsizetype{20} * 1000; ///< characters of a prompt on disk
constexpr auto forMeAlone = QFile::ReadOwner | QFile::WriteOwner;

QByteArray lineOf(const QString &prompt)
{
    JsonWriter json;
    json.beginArray();
    json.value(prompt);
    json.endArray();
    return json.bytes() + '\n';
}

} // namespace

PromptHistory::PromptHistory(const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    if (!m_path.isEmpty())
        load();
}

void PromptHistory::remember(const QString &prompt)
{
    m_prompts.removeOne(prompt);
    m_prompts.append(prompt);
    if (m_prompts.size() > most)
        m_prompts.removeFirst();
}

void PromptHistory::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const bool isLong = file.size() > mostBytes;
    if (isLong)
        file.seek(file.size() - mostBytes);
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const auto json = Json::parse(line); // what was cut by a crash is none
        const QString prompt =
            json && json->isArray() && !json->items().isEmpty() ? json->items().first().text() : QString();
        if (!prompt.isEmpty())
            remember(prompt);
    }
    file.close();
    if (isLong)
        rewrite();
}

void PromptHistory::rewrite() const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(forMeAlone);
    for (const QString &prompt : m_prompts) {
        if (prompt.size() <= longestKept)
            file.write(lineOf(prompt));
    }
    file.commit();
}

/// The file may hold more of them than are remembered: older ones, or again.
void PromptHistory::forget(const QStringList &prompts)
{
    for (const QString &prompt : prompts)
        m_prompts.removeAll(prompt);
    if (QFile::exists(m_path))
        rewrite();
    Q_EMIT forgotten();
}

void PromptHistory::add(const QString &prompt)
{
    if (!m_prompts.isEmpty() && m_prompts.constLast() == prompt)
        return;
    remember(prompt);
    if (m_path.isEmpty() || prompt.size() > longestKept)
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    if (!file.open(QIODevice::Append))
        return;
    file.setPermissions(forMeAlone);
    file.write(lineOf(prompt));
}

} // namespace Slipway
