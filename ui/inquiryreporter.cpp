// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inquiryreporter.h"

#include "app/session/session.h"
#include "ui/fleet/inquirywords.h"
#include "ui/messagebar.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace Slipway {

using Kind = Inquiry::Kind;
using Topic = MessageBar::Topic;

InquiryReporter::InquiryReporter(MessageBar *bar, QObject *parent) : QObject(parent), m_bar(bar) {}

void InquiryReporter::setSession(Session *session)
{
    if (m_session) {
        m_session->journal()->disconnect(this);
        m_session->store()->disconnect(this);
    }
    m_session = session;
    m_told.clear();
    if (session) {
        connect(session->journal(), &Journal::changed, this, &InquiryReporter::follow);
        connect(session->store(), &DeploymentStore::polled, this, &InquiryReporter::report);
        connect(session->store(), &DeploymentStore::freshnessChanged, this, &InquiryReporter::report);
        m_told = session->journal()->inquiries();
        tellWhatWasFoundMeanwhile();
    }
    report();
}

/// While another account was shown.
void InquiryReporter::tellWhatWasFoundMeanwhile()
{
    for (const Mutation &mutation : m_session->journal()->entries()) {
        const bool isFound = mutation.inquiry.kind == Kind::Happened && mutation.inquiry.settled >= m_began;
        if (isFound && !m_told.contains(mutation.id))
            m_told.append(mutation.id);
    }
}

void InquiryReporter::follow(quint64 id)
{
    const Mutation *mutation = m_session->journal()->find(id);
    if (!mutation || mutation->inquiry.kind == Kind::None)
        return;
    if (!m_told.contains(id))
        m_told.append(id);
    report();
}

bool InquiryReporter::isOpen(quint64 id) const
{
    const Mutation *mutation = m_session ? m_session->journal()->find(id) : nullptr;
    return mutation && !m_settled.contains(mutation->key);
}

int InquiryReporter::countOpen() const
{
    return int(std::count_if(m_told.begin(), m_told.end(), [this](quint64 id) { return isOpen(id); }));
}

/// The newest of the gravest. What everything else waits for comes before that.
const Mutation *InquiryReporter::gravest() const
{
    const auto gravity = [isHeld = m_session && m_session->isHeld()](const Mutation &mutation) {
        const bool isWaitedFor = isHeld && mutation.inquiry.kind == Kind::Checking;
        return isWaitedFor ? std::numeric_limits<int>::max() : gravityOf(mutation);
    };
    const Mutation *found = nullptr;
    for (const quint64 id : m_told) {
        const Mutation *mutation = isOpen(id) ? m_session->journal()->find(id) : nullptr;
        if (mutation && (!found || gravity(*mutation) >= gravity(*found)))
            found = mutation;
    }
    return found;
}

void InquiryReporter::report()
{
    if (const Mutation *mutation = gravest())
        show(*mutation);
    else
        m_bar->clear(Topic::Inquiry);
}

bool InquiryReporter::isWaitedForInVain() const
{
    return m_session->store()->lastError() || m_session->store()->isOffline();
}

QString InquiryReporter::textOf(const Mutation &mutation) const
{
    if (m_session->isHeld())
        return isWaitedForInVain()
                   ? tr("Unknown: an earlier run had no answer, and the fleet cannot be read. Nothing else is sent "
                        "before it has been read.")
                   : tr("Unknown, checking: an earlier run had no answer. Nothing else is sent before the fleet has "
                        "been read.");
    const QString said = inquiryText(mutation); // but for the first, the sentences begin with their state
    return mutation.inquiry.kind == Kind::Checking ? tr("%1. %2", "state, sentences").arg(stateWord(mutation), said)
                                                   : said;
}

void InquiryReporter::show(const Mutation &mutation)
{
    MessageBar::Message message;
    message.tone = toneOf(mutation);
    message.text = lineAbout(mutation, textOf(mutation));
    if (const auto open = countOpen(); open > 1)
        message.text.prepend(QStringLiteral("1/%1 · ").arg(QLocale().toString(open)));
    message.requestId = mutation.requestId;
    message.action = inquiryAction(mutation);
    message.onAction = [this, id = mutation.id] { Q_EMIT actionRequested(id); };
    if (m_session->isHeld() && isWaitedForInVain()) {
        message.action = tr("Deploy anyway…");
        message.onAction = [this] { Q_EMIT deployRequested(); };
    }
    message.dismissible = mutation.inquiry.kind != Kind::Checking;
    message.onDismiss = [this, id = mutation.id] { settle(id); };
    m_bar->show(Topic::Inquiry, message);
}

void InquiryReporter::settle(quint64 id)
{
    const Mutation *mutation = m_session ? m_session->journal()->find(id) : nullptr;
    if (mutation)
        m_settled.insert(mutation->key);
    report();
}

} // namespace Slipway
