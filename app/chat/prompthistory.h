// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace Slipway {

/// The prompts that were sent in one account, oldest first, each once. Kept in a file that only this person can read,
/// where it has one: a JSON array of one text a line. What cannot be read or written costs nothing but the memory of
/// it.
class PromptHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 200;

    explicit PromptHistory(const QString &path = {}, QObject *parent = nullptr);

    const QStringList &prompts() const { return m_prompts; }
    void add(const QString &prompt);
    void forget(const QStringList &prompts); ///< also on disk, for good

Q_SIGNALS:
    void forgotten();

private:
    void remember(const QString &prompt);
    void load();
    void rewrite() const;

    QString m_path;
    QStringList m_prompts;
};

} // namespace Slipway
