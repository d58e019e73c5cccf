// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/belongings.h"

#include "app/compare/runs.h"
#include "app/files/appendfile.h"

#include <QDir>
#include <QFile>

namespace Slipway {

namespace {

/// By renaming alone, without a copy.
bool rename(const QString &from, const QString &to)
{
    return !QFileInfo::exists(to) && QDir().rename(from, to);
}

QStringList moveFile(const QString &from, const QString &to)
{
    return !QFileInfo::exists(from) || rename(from, to) ? QStringList() : QStringList(from);
}

/// As a whole, or one file after the other where the new place is there already.
QStringList moveFolder(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from) || rename(from, to))
        return {};
    QStringList left;
    QFile::remove(from + QStringLiteral("/lock")); // of a program that was here; it holds nothing
    const QStringList names = QDir(from).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        left += moveFile(from + u'/' + name, to + u'/' + name);
    QDir().rmdir(from);
    return left;
}

} // namespace

QString Belongings::promptFileOf(const QString &account) const
{
    return journals.isEmpty() ? QString() : QStringLiteral("%1/%2.prompts").arg(journals, account);
}

QString Belongings::conversationsFolderOf(const QString &account) const
{
    return conversations.isEmpty() ? QString() : conversations + u'/' + fileNameFor(account);
}

QStringList Belongings::move(const QString &from, const QString &to) const
{
    QStringList left;
    if (!journals.isEmpty())
        left += moveFile(promptFileOf(from), promptFileOf(to));
    if (!conversations.isEmpty())
        left += moveFolder(conversationsFolderOf(from), conversationsFolderOf(to));
    if (!runs.isEmpty())
        left += moveFolder(runFolderOf(runs, from), runFolderOf(runs, to));
    return left;
}

} // namespace Slipway
