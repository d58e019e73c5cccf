// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journal.h"

#include "app/fleet/journalfile.h"
#include "app/fleet/journallines.h"
#include "app/fleet/keymark.h"
#include "app/modelstudio/gone.h"

#include <algorithm>

namespace Slipway {

namespace {

Mutation::State stateAfter(Mutation::Verb verb, const Error &error)
{
    if (verb == Mutation::Verb::Delete && wasAlreadyGone(error))
        return Mutation::State::Accepted;
    if (mayHaveHappened(error))
        return Mutation::State::Unknown;
    return error.sent || error.httpStatus != 0 ? Mutation::State::Refused : Mutation::State::NotSent;
}

bool isOpen(const Mutation &mutation)
{
    switch (mutation.inquiry.kind) {
    case Inquiry::Kind::Checking:
    case Inquiry::Kind::CannotTell:
    case Inquiry::Kind::Elsewhere:
    case Inquiry::Kind::OtherKey:
        return mutation.state == Mutation::State::Unknown;
    case Inquiry::Kind::None:
    case Inquiry::Kind::Happened:
    case Inquiry::Kind::NotHappened:
        break;
    }
    return false;
}

} // namespace

Journal::Journal(QObject *parent) : QObject(parent) {}

Journal::Journal(std::unique_ptr<JournalFile> file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    load();
}

Journal::~Journal() = default;

void Journal::load()
{
    if (!m_file)
        return;
    const JournalFile::History history = m_file->history();
    m_entries = readJournal(history.lines);
    for (Mutation &mutation : m_entries) {
        mutation.id = ++m_lastId;
        noteNewest(mutation);
        noteInquiry(mutation);
    }
    m_lastEarlier = m_lastId;
    for (const QByteArray &line : history.fallingAway)
        m_file->append(line, [](const QString &) {});
}

void Journal::setPlace(const Place &where, const QByteArray &key)
{
    m_place = where;
    m_place.keyMark = keyMarkOf(key);
    QList<quint64> news;
    for (Mutation &mutation : m_entries) {
        if (place(mutation, key))
            news.append(mutation.id);
    }
    const QPointer<Journal> alive(this);
    for (auto id = news.cbegin(); id != news.cend() && alive; ++id)
        Q_EMIT changed(*id);
}

/// Also what is still under way: its answer may be lost. True where that changes what is known of it.
bool Journal::place(Mutation &mutation, const QByteArray &key)
{
    using Kind = Inquiry::Kind;
    mutation.place.isOtherKey = !mayBeMarkOf(mutation.place.keyMark, key);
    if (!isOpen(mutation))
        return false;
    const Kind before = mutation.inquiry.kind;
    const bool wasAway = before == Kind::Elsewhere || before == Kind::OtherKey;
    Kind now = wasAway ? Kind::Checking : before;
    if (mutation.place.isOtherKey)
        now = Kind::OtherKey;
    if (!mutation.place.address.isEmpty() && mutation.place.address != m_place.address)
        now = Kind::Elsewhere;
    if (now != before)
        mutation.inquiry = {.kind = now};
    return now != before;
}

QStringList Journal::renameTo(const QString &account)
{
    return m_file ? m_file->renameTo(account) : QStringList();
}

bool Journal::isCheckingEarlier() const
{
    return std::any_of(m_inquiries.begin(), m_inquiries.end(), [this](quint64 id) {
        return id <= m_lastEarlier && find(id)->inquiry.kind == Inquiry::Kind::Checking;
    });
}

int Journal::countOpen() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const Mutation &mutation) {
        return mutation.state == Mutation::State::Sending || isOpen(mutation);
    }));
}

const Mutation *Journal::find(quint64 id) const
{
    const auto found = std::lower_bound(m_entries.cbegin(), m_entries.cend(), id,
                                        [](const Mutation &mutation, quint64 wanted) { return mutation.id < wanted; });
    return found != m_entries.cend() && found->id == id ? &*found : nullptr;
}

const Mutation *Journal::newestFor(const QString &deployedModel) const
{
    return find(m_newest.value(deployedModel));
}

quint64 Journal::begin(Mutation mutation)
{
    const quint64 id = ++m_lastId;
    mutation.id = id;
    mutation.key = QUuid::createUuid();
    mutation.place = m_place;
    mutation.started = QDateTime::currentDateTimeUtc();
    noteNewest(mutation);
    const QByteArray line = m_file ? begunLine(mutation) : QByteArray();
    m_entries.append(std::move(mutation));
    write(id, line, true);
    Q_EMIT added(id);
    return id;
}

void Journal::accept(quint64 id, const QString &deployedModel, const QString &requestId, int httpStatus)
{
    Mutation *mutation = entry(id);
    if (!mutation)
        return;
    mutation->state = Mutation::State::Accepted;
    if (!deployedModel.isEmpty())
        mutation->deployedModel = deployedModel;
    mutation->requestId = requestId;
    mutation->httpStatus = httpStatus;
    mutation->answered = QDateTime::currentDateTimeUtc();
    forgetCircumstances(*mutation);
    noteNewest(*mutation);
    write(id, answeredLine(*mutation), false);
    Q_EMIT changed(id);
}

void Journal::fail(quint64 id, const Error &error)
{
    Mutation *mutation = entry(id);
    if (!mutation)
        return;
    mutation->state = stateAfter(mutation->verb, error);
    mutation->requestId = error.requestId;
    mutation->httpStatus = error.httpStatus;
    mutation->error = error;
    mutation->answered = QDateTime::currentDateTimeUtc();
    if (mutation->state == Mutation::State::Unknown)
        mutation->inquiry.kind = mutation->place.isOtherKey ? Inquiry::Kind::OtherKey : Inquiry::Kind::Checking;
    else
        forgetCircumstances(*mutation);
    noteInquiry(*mutation);
    write(id, answeredLine(*mutation), false);
    Q_EMIT changed(id);
}

void Journal::conclude(quint64 id, Inquiry inquiry, const QString &deployedModel)
{
    Mutation *mutation = entry(id);
    if (!mutation || mutation->state != Mutation::State::Unknown)
        return;
    const bool isNews = inquiry.kind != mutation->inquiry.kind || inquiry.candidates != mutation->inquiry.candidates;
    if (isNews && inquiry.kind != Inquiry::Kind::Checking)
        inquiry.settled = QDateTime::currentDateTimeUtc();
    else
        inquiry.settled = mutation->inquiry.settled;
    mutation->inquiry = inquiry;
    if (!deployedModel.isEmpty())
        mutation->deployedModel = deployedModel;
    noteNewest(*mutation);
    if (inquiry.kind == Inquiry::Kind::Happened)
        m_inquiries.removeOne(id);
    if (isNews && inquiry.kind != Inquiry::Kind::Checking)
        write(id, concludedLine(*mutation), false);
    Q_EMIT changed(id);
}

void Journal::whenRecorded(quint64 id, QObject *context, std::function<void(const QString &)> then)
{
    if (const auto waiting = m_unrecorded.find(id); waiting != m_unrecorded.end())
        *waiting = {context, std::move(then)};
    else
        then({});
}

void Journal::write(quint64 id, const QByteArray &line, bool isBeginning)
{
    if (!m_file)
        return;
    if (isBeginning)
        m_unrecorded.insert(id, {});
    m_file->append(line, [this, id, isBeginning](const QString &problem) { written(id, isBeginning, problem); });
}

void Journal::written(quint64 id, bool isBeginning, const QString &problem)
{
    const Waiting waiting = isBeginning ? m_unrecorded.take(id) : Waiting{};
    const QPointer<Journal> alive(this);
    if (problem != m_writeProblem) {
        m_writeProblem = problem;
        Q_EMIT writeProblemChanged();
    }
    if (!alive)
        return;
    if (waiting.context && waiting.then)
        waiting.then(problem);
}

Mutation *Journal::entry(quint64 id)
{
    return const_cast<Mutation *>(std::as_const(*this).find(id));
}

void Journal::noteNewest(const Mutation &mutation)
{
    if (mutation.deployedModel.isEmpty())
        return;
    quint64 &newest = m_newest[mutation.deployedModel];
    newest = std::max(newest, mutation.id);
}

/// Whoever was told "not carried out" must hear it when it was, so a NotHappened is watched on.
void Journal::noteInquiry(const Mutation &mutation)
{
    if (isOpen(mutation))
        m_inquiries.append(mutation.id);
}

} // namespace Slipway
