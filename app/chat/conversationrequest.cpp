// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a conversation sends: the messages along its path, and what is asked with them.
#include "app/chat/conversation.h"

#include "app/modelstudio/generationrefusal.h"

namespace Slipway {

static bool isAnswer(const Turn &turn)
{
    return turn.role == Role::Assistant && turn.state != Turn::State::Failed && !turn.content.isEmpty();
}

/// Asked for the rest of a reply, most models begin anew or comment on it unless told not to. The service has a way to
/// begin a reply with words of one's own ("partial"), but not with every model, and refuses it with the others.
static const QString goOnPrompt = QStringLiteral(
    "Your last message was cut off. Continue it from exactly where it ends, in the same language, as if it had never "
    "been interrupted. Do not repeat or explain anything.");
static const QString goOnPromptInChinese = QStringLiteral(
    "你的上一条消息被截断了。请从它中断的地方原样接着写下去，语言保持不变，就像从未中断过一样。不要重复，也不要解释。");

/// By the language of what is to be continued, and not by the window's: some models would go on in that one. A word
/// takes five or six letters where Chinese takes one or two characters; Japanese has its kana among them.
static bool isChinese(const QString &text)
{
    qsizetype characters = 0;
    qsizetype letters = 0;
    for (const QChar each : text) {
        const QChar::Script script = each.script();
        if (script == QChar::Script_Hiragana || script == QChar::Script_Katakana)
            return false;
        characters += script == QChar::Script_Han ? 1 : 0;
        letters += script == QChar::Script_Latin ? 1 : 0;
    }
    return characters * 4 > letters;
}

/// The answer that begins at `index`, with all that continues it; moves `index` behind it.
static QString answerAt(const QList<Turn> &turns, qsizetype &index)
{
    QString answer;
    for (bool first = true; index < turns.size() && (first || turns[index].continues); ++index, first = false) {
        if (isAnswer(turns[index]))
            answer += turns[index].content;
    }
    return answer;
}

static QList<Message> messagesOf(const QList<Turn> &turns, const QString &systemPrompt)
{
    QList<Message> messages;
    if (!systemPrompt.trimmed().isEmpty())
        messages.append({Role::System, systemPrompt});
    for (qsizetype i = 0; i + 1 < turns.size();) {
        const Turn &question = turns[i++];
        if (question.role != Role::User || turns[i].role != Role::Assistant)
            continue;
        const QString answer = answerAt(turns, i);
        if (answer.isEmpty())
            continue;
        messages.append({Role::User, question.content});
        messages.append({Role::Assistant, answer});
    }
    if (turns.isEmpty())
        return messages;
    const Turn &last = turns.constLast();
    if (last.role == Role::User)
        messages.append({Role::User, last.content});
    else
        messages.append({Role::User, isChinese(last.content) ? goOnPromptInChinese : goOnPrompt});
    return messages;
}

GenerationRequest requestOf(const QString &model, const QList<Turn> &turns, const ChatSettings &settings)
{
    GenerationRequest request;
    request.model = model;
    request.messages = messagesOf(turns, settings.systemPrompt);
    request.incrementalOutput = true;
    request.stream = settings.stream;
    request.parameters = settings.parameters;
    return request;
}

/// The present settings, where how it was asked is not known.
static ChatSettings settingsFor(const ConversationRecord &record, const std::optional<Asked> &asked)
{
    if (!asked)
        return record.settings;
    return {.systemPrompt = asked->systemPrompt, .stream = asked->stream, .parameters = asked->parameters};
}

static Protocol protocolOf(const Turn &reply)
{
    return reply.protocolTurn ? reply.protocolTurn->now : reply.asked->protocol;
}

GenerationRequest lastRequestOf(const ConversationRecord &record)
{
    QList<Turn> turns = record.tree.turns();
    if (turns.isEmpty())
        return {};
    if (turns.constLast().role == Role::User)
        return requestOf(record.deployedModel, turns, record.settings);
    const Turn reply = turns.takeLast();
    if (turns.isEmpty() || turns.constLast().role != (reply.continues ? Role::Assistant : Role::User))
        return {};
    GenerationRequest request = requestOf(record.deployedModel, turns, settingsFor(record, reply.asked));
    if (!reply.asked)
        return request;
    request.protocol = protocolOf(reply);
    request.incrementalOutput = reply.asked->incrementalOutput;
    request.resultFormat = reply.asked->resultFormat;
    return request;
}

/// What is the same for every prompt now.
GenerationRequest Conversation::request() const
{
    return requestOf(deployedModel(), {}, settings());
}

bool Conversation::retryWithout(Parameter parameter)
{
    if (isLocked() || m_turns.isEmpty())
        return false;
    m_api.leaveOut(request(), parameter);
    return retry();
}

std::optional<Parameter> Conversation::refusedParameter() const
{
    if (m_turns.isEmpty() || m_turns.constLast().state != Turn::State::Failed || !m_turns.constLast().error)
        return std::nullopt;
    return Slipway::refusedParameter(*m_turns.constLast().error, m_api.prepared(request()));
}

QList<Parameter> Conversation::leftOut() const
{
    return m_api.leftOut(request());
}

} // namespace Slipway
