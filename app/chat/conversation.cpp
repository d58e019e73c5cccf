// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversation.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace Slipway {

using std::chrono::milliseconds;

ConversationRecord newRecord(const QString &deployedModel)
{
    ConversationRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.deployedModel = deployedModel;
    record.created = QDateTime::currentDateTimeUtc();
    return record;
}

Conversation::Conversation(GenerationApi api, QString deployedModel, QObject *parent) :
    QObject(parent), m_api(std::move(api)), m_record(newRecord(deployedModel))
{
}

bool Conversation::isBusy() const
{
    if (m_turns.isEmpty())
        return false;
    const Turn::State state = m_turns.constLast().state;
    return state == Turn::State::Waiting || state == Turn::State::Streaming;
}

void Conversation::setSettings(const ChatSettings &settings)
{
    if (settings == m_record.settings)
        return;
    m_record.settings = settings;
    Q_EMIT settingsChanged();
}

void Conversation::setDraft(const QString &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    Q_EMIT draftChanged();
}

std::optional<EditedPrompt> Conversation::edited() const
{
    const auto found = m_edited.constFind(m_record.id);
    return found == m_edited.constEnd() ? std::nullopt : std::optional(*found);
}

void Conversation::setEdited(const std::optional<EditedPrompt> &edited)
{
    if (edited == this->edited())
        return;
    if (edited)
        m_edited.insert(m_record.id, *edited);
    else
        m_edited.remove(m_record.id);
    Q_EMIT draftChanged();
}

void Conversation::setTitle(const QString &title)
{
    if (title == m_record.title)
        return;
    m_record.title = title;
    Q_EMIT titleChanged();
}

static Turn promptOf(const QString &text)
{
    Turn turn;
    turn.role = Role::User;
    turn.content = text;
    turn.at = QDateTime::currentDateTimeUtc();
    return turn;
}

static bool isBlank(const QString &text)
{
    return QStringView(text).trimmed().isEmpty();
}

bool Conversation::send(const QString &prompt)
{
    if (isLocked() || isBlank(prompt))
        return false;
    add(promptOf(prompt), m_turns.isEmpty() ? 0 : m_turns.constLast().id);
    ask();
    return true;
}

void Conversation::stop()
{
    if (!isBusy())
        return;
    ++m_generation;
    if (m_call)
        m_call->cancel();
    end(Turn::State::Stopped);
}

bool Conversation::retry()
{
    if (isLocked() || m_turns.isEmpty())
        return false;
    if (m_turns.constLast().role == Role::Assistant) {
        if (m_turns.constLast().state != Turn::State::Failed)
            return regenerate(int(m_turns.size()) - 1);
        const bool continues = m_turns.constLast().continues;
        remove(int(m_turns.size()) - 1);
        if (continues)
            return goOn();
    }
    if (m_turns.isEmpty() || m_turns.constLast().role != Role::User)
        return false;
    ask();
    return true;
}

bool Conversation::regenerate(int index)
{
    if (isLocked() || index < 1 || index >= m_turns.size() || m_turns[index].role != Role::Assistant)
        return false;
    const bool continues = m_turns[index].continues;
    if (m_turns[index - 1].role != (continues ? Role::Assistant : Role::User))
        return false;
    askAfter(index - 1);
    return true;
}

bool Conversation::sendInstead(int index, const QString &text)
{
    if (isLocked() || isBlank(text) || index < 0 || index >= m_turns.size() || m_turns[index].role != Role::User)
        return false;
    add(promptOf(text), index > 0 ? m_turns[index - 1].id : 0);
    ask();
    return true;
}

bool Conversation::canGoOn() const
{
    if (isLocked() || m_turns.isEmpty() || m_turns.constLast().content.isEmpty())
        return false;
    const Turn &last = m_turns.constLast();
    const bool full = last.state == Turn::State::Complete && last.finishReason == QLatin1String("length");
    return last.role == Role::Assistant &&
           (last.state == Turn::State::Stopped || last.state == Turn::State::Cut || full);
}

bool Conversation::goOn()
{
    if (!canGoOn())
        return false;
    ask();
    return true;
}

bool Conversation::showBranch(int index, int branch)
{
    if (isLocked() || index < 0 || index >= m_turns.size())
        return false;
    const QList<int> all = m_record.tree.branches(m_turns[index].id);
    if (branch < 1 || branch > all.size())
        return false;
    m_record.tree.choose(all[branch - 1]);
    follow();
    Q_EMIT reshaped();
    return true;
}

bool Conversation::remove(int index)
{
    if (isLocked() || index < 0 || index >= m_turns.size())
        return false;
    m_record.tree.remove(m_turns[index].id);
    follow();
    Q_EMIT reshaped();
    return true;
}

bool Conversation::restore(int id)
{
    if (isLocked() || !m_record.tree.contains(id))
        return false;
    m_record.tree.restore(id);
    follow();
    Q_EMIT reshaped();
    return true;
}

bool Conversation::hasRemoved() const
{
    return std::ranges::any_of(m_record.tree.nodes(), [](const auto &each) { return each.second.removed; });
}

void Conversation::forgetRemoved()
{
    QStringList prompts;
    for (const auto &[id, node] : m_record.tree.nodes()) {
        if (node.removed && node.turn.role == Role::User)
            prompts += node.turn.content;
    }
    m_record.tree.forgetRemoved();
    if (const auto edit = edited(); edit && !m_record.tree.contains(edit->turn))
        setEdited(std::nullopt);
    Q_EMIT forgotten(prompts);
}

void Conversation::setRestoring(bool restoring)
{
    if (std::exchange(m_restoring, restoring) && !restoring)
        Q_EMIT opened();
}

void Conversation::clear()
{
    ConversationRecord next = newRecord(deployedModel());
    next.settings = settings();
    open(next);
}

void Conversation::open(const ConversationRecord &record)
{
    stop();
    if (hasRemoved())
        forgetRemoved();
    m_restoring = false;
    m_record = record;
    m_turns = m_record.tree.turns();
    Q_EMIT opened();
}

void Conversation::forget(const QString &id)
{
    // It may be that of the record, which is about to be another.
    const QString erasedId = id; // NOLINT(performance-unnecessary-copy-initialization)
    if (m_record.id == erasedId)
        clear();
    if (m_edited.remove(erasedId) > 0)
        Q_EMIT draftChanged();
    Q_EMIT erased(erasedId);
}

/// Shows the path through the tree as it is now, by telling of no more than what is another.
void Conversation::follow()
{
    const QList<Turn> wanted = m_record.tree.turns();
    const auto same = [](const Turn &one, const Turn &other) { return one.id == other.id; };
    const auto [mine, theirs] = std::mismatch(m_turns.cbegin(), m_turns.cend(), wanted.cbegin(), wanted.cend(), same);
    const auto first = mine - m_turns.cbegin();
    const auto most = std::min(m_turns.size(), wanted.size()) - first;
    qsizetype kept = 0;
    while (kept < most && same(m_turns[m_turns.size() - 1 - kept], wanted[wanted.size() - 1 - kept]))
        ++kept;
    if (const auto last = m_turns.size() - kept - 1; last >= first) {
        m_turns.remove(first, last - first + 1);
        Q_EMIT turnsRemoved(int(first), int(last));
    }
    for (qsizetype i = first; i < wanted.size() - kept; ++i) {
        m_turns.insert(i, wanted[i]);
        Q_EMIT turnAdded(int(i));
    }
    countBranches();
}

void Conversation::countBranches()
{
    for (int i = 0; i < m_turns.size(); ++i) {
        const Turn counted = m_record.tree.shown(m_turns[i].id);
        if (counted.branch == m_turns[i].branch && counted.branches == m_turns[i].branches)
            continue;
        m_turns[i].branch = counted.branch;
        m_turns[i].branches = counted.branches;
        Q_EMIT turnChanged(i);
    }
}

/// As the path's new end, after `parent`.
int Conversation::add(const Turn &turn, int parent)
{
    const int id = m_record.tree.add(turn, parent);
    follow();
    return id;
}

void Conversation::ask()
{
    askAfter(int(m_turns.size()) - 1);
}

static Asked askedBy(const GenerationRequest &request, const QString &systemPrompt)
{
    return {.protocol = request.protocol.value_or(Protocol::Native),
            .systemPrompt = systemPrompt,
            .stream = request.stream,
            .incrementalOutput = request.incrementalOutput,
            .resultFormat = request.resultFormat,
            .parameters = request.parameters};
}

/// For a reply to the turn there, or, where that is a reply, for the rest of it.
void Conversation::askAfter(int index)
{
    const GenerationRequest request = requestOf(deployedModel(), m_turns.first(index + 1), settings());
    Turn reply;
    reply.role = Role::Assistant;
    reply.state = Turn::State::Waiting;
    reply.continues = m_turns[index].role == Role::Assistant;
    reply.at = QDateTime::currentDateTimeUtc();
    reply.asked = askedBy(m_api.prepared(request), settings().systemPrompt);
    m_sentAt = std::chrono::steady_clock::now();
    const quint64 generation = ++m_generation;
    const auto ifPresent = [this, generation](auto act) {
        return [this, generation, act](const auto &value) {
            if (generation == m_generation)
                act(value);
        };
    };
    m_call = m_api.generate(request, this, ifPresent([this](const GenerationDelta &delta) { grow(delta); }),
                            ifPresent([this](const Usage &usage) { m_turns.last().usage = usage; }),
                            ifPresent([this](const Result<GenerationEnd> &result) { take(result); }),
                            ifPresent([this](const ProtocolTurn &turned) {
                                m_turns.last().protocolTurn = turned;
                                Q_EMIT turnChanged(int(m_turns.size()) - 1);
                            }));
    add(reply, m_turns[index].id);
    Q_EMIT busyChanged();
}

milliseconds Conversation::sinceSent() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_sentAt);
}

void Conversation::grow(const GenerationDelta &delta)
{
    if (delta.content.isEmpty() && delta.reasoning.isEmpty())
        return;
    Turn &turn = m_turns.last();
    const int index = int(m_turns.size()) - 1;
    turn.duration = sinceSent();
    countThinking(turn, *turn.duration);
    turn.content += delta.content;
    turn.reasoning += delta.reasoning;
    if (turn.state == Turn::State::Waiting) {
        turn.state = Turn::State::Streaming;
        turn.firstToken = turn.duration;
        Q_EMIT turnChanged(index);
    } else {
        Q_EMIT turnGrew(index);
    }
}

void Conversation::take(const Result<GenerationEnd> &result)
{
    Turn &turn = m_turns.last();
    if (result) {
        turn.finishReason = result->finishReason;
        turn.usage = result->usage;
        turn.requestId = result->requestId;
        end(Turn::State::Complete);
        return;
    }
    turn.error = result.error();
    turn.requestId = result.error().requestId;
    const bool something = !turn.content.isEmpty() || !turn.reasoning.isEmpty();
    end(something ? Turn::State::Cut : Turn::State::Failed);
}

static void countUp(Turn &turn, const std::optional<TokenRate> &rate)
{
    estimateMissing(turn);
    if (rate)
        turn.yuan = yuanFor(turn.usage, *rate);
}

/// Whatever the call still says is not for this reply any more.
void Conversation::end(Turn::State state)
{
    ++m_generation;
    m_call = nullptr;
    Turn &turn = m_turns.last();
    turn.state = state;
    turn.duration = sinceSent();
    countThinking(turn, *turn.duration);
    countUp(turn, m_rate);
    m_record.tree.update(turn);
    Q_EMIT turnChanged(int(m_turns.size()) - 1);
    Q_EMIT busyChanged();
}

} // namespace Slipway
