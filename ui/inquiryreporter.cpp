// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inquiryreporter.h"

#include "app/session/session.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/words.h"
#include "ui/messagebar.h"

#include <QLocale>

#include <algorithm>

namespace Slipway {

using Kind = Inquiry::Kind;
using Topic = MessageBar::Topic;

namespace {

/// The higher, the more it wants a person.
int gravity(const Mutation &mutation)
{
    switch (mutation.inquiry.kind) {
    case Kind::CannotTell:
        return 4;
    case Kind::Elsewhere:
    case Kind::OtherKey:
    case Kind::NotHappened:
        return 3;
    case Kind::Checking:
        return 2;
    case Kind::Happened:
        return 1;
    case Kind::None:
        break;
    }
    return 0;
}

} // namespace

InquiryReporter::InquiryReporter(MessageBar *bar, QObject *parent) : QObject(parent), m_bar(bar) {}

void InquiryReporter::setSession(Session *session)
{
    if (m_session)
        m_session->journal()->disconnect(this);
    m_session = session;
    m_told.clear();
    if (session) {
        connect(session->journal(), &Journal::changed, this, &InquiryReporter::follow);
        m_told = session->journal()->inquiries();
    }
    report();
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

/// The newest of the gravest.
const Mutation *InquiryReporter::gravest() const
{
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

void InquiryReporter::show(const Mutation &mutation)
{
    MessageBar::Message message;
    message.tone = toneOf(mutation);
    const bool isChecking = mutation.inquiry.kind == Kind::Checking; // the other sentences begin with their state
    const QString said = inquiryText(mutation);
    message.text = tr("%1 %2: %3", "verb, deployment, sentences")
                       .arg(verbWord(mutation.verb), subjectText(mutation),
                            isChecking ? tr("%1. %2", "state, sentences").arg(stateWord(mutation), said) : said);
    if (const auto open = countOpen(); open > 1)
        message.text.prepend(QStringLiteral("1/%1 · ").arg(QLocale().toString(open)));
    message.requestId = mutation.requestId;
    message.action = inquiryAction(mutation);
    message.onAction = [this, id = mutation.id] { Q_EMIT actionRequested(id); };
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
