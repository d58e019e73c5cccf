// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace Slipway {

class MessageBar;
class Session;

/// Says in the message bar what is known about mutations whose answers were lost, those of earlier runs included: first
/// "unknown, checking", which nobody can wave away, then what was found with the action that belongs to it, until that
/// is taken or dismissed. One at a time, the one that wants a person most; the others are counted.
class InquiryReporter : public QObject
{
    Q_OBJECT
public:
    explicit InquiryReporter(MessageBar *bar, QObject *parent = nullptr);

    void setSession(Session *session); ///< or nullptr
    void retranslate() { report(); }

    void settle(quint64 id); ///< a person has seen to it

Q_SIGNALS:
    void actionRequested(quint64 id); ///< what inquiryAction() names
    void deployRequested();           ///< although what an earlier run left open was not looked into

private:
    void follow(quint64 id);
    void tellWhatWasFoundMeanwhile();
    void report();
    bool isOpen(quint64 id) const;
    int countOpen() const;
    const Mutation *gravest() const;
    void show(const Mutation &mutation);
    QString textOf(const Mutation &mutation) const;
    bool isWaitedForInVain() const;

    MessageBar *m_bar;
    QPointer<Session> m_session;
    QList<quint64> m_told; ///< of the session: lost in this run, or open when it was shown
    const QDateTime m_began = QDateTime::currentDateTimeUtc();
    QSet<QUuid> m_settled; ///< of all sessions: a person has acted or waved them away
};

} // namespace Slipway
