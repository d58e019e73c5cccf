// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagebar.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <utility>

namespace Slipway {

class Accounts;
class Session;
class Sessions;
struct Mutation;

/// Says in the message bar what earlier runs left open on accounts that nobody opened in this one: that it is looked
/// into, or why not, and what was found. One account at a time. What the current one left open is for InquiryReporter,
/// or told with its key.
class LeftOpenReporter : public QObject
{
    Q_OBJECT
public:
    LeftOpenReporter(Accounts *accounts, Sessions *sessions, MessageBar *bar, QObject *parent = nullptr);

    void report();

    static QString countText(int count); ///< a sentence; empty for none

Q_SIGNALS:
    void useAccountRequested(const QString &accountId);

private:
    std::optional<MessageBar::Message> messageOf(const QString &accountId);
    QString waitingText(const QString &accountId) const;
    const Mutation *gravestSettled(const QString &accountId) const;

    Accounts *m_accounts;
    Sessions *m_sessions;
    MessageBar *m_bar;
    const QDateTime m_began = QDateTime::currentDateTimeUtc();
    QSet<std::pair<QString, bool>> m_leftAlone; ///< accounts and whether it was known what came of it, waved away
};

} // namespace Slipway
