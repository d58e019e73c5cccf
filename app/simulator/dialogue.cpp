// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/dialogue.h"

namespace Slipway::Simulator {

namespace {

Refusal badTurn()
{
    return {400, QStringLiteral("ServiceUnavailableError"),
            QStringLiteral("Role must be user or assistant and Content length must be greater than 0.")};
}

bool isRole(const QString &role)
{
    return role == u"system" || role == u"user" || role == u"assistant" || role == u"tool";
}

bool hasToolCalls(const Json &turn)
{
    const auto calls = turn.find("tool_calls");
    return calls != turn.end() && calls->is_array() && !calls->empty();
}

Check readTurn(const Json &turn, Dialogue &dialogue)
{
    if (!turn.is_object())
        return Refuse::parameter(QStringLiteral("Input should be a valid dictionary or instance of GPT3Message"));
    const QString role = stringAt(turn, "role");
    if (!isRole(role) || (role == u"system" && dialogue.hasBegun))
        return badTurn();
    if (role == u"tool" && !dialogue.callsTools)
        return Refuse::parameter(QStringLiteral(
            "messages with role \"tool\" must be a response to a preceeding message with \"tool_calls\""));
    dialogue.hasBegun = dialogue.hasBegun || role != u"system";
    dialogue.callsTools = role == u"tool" || (role == u"assistant" && hasToolCalls(turn));
    const auto content = turn.find("content");
    if (content == turn.end() || (content->is_null() && role != u"assistant"))
        return Refuse::parameter(QStringLiteral("The content field is a required field."));
    if (!content->is_string() && !content->is_null())
        return Refuse::parameter(QStringLiteral("input content must be a string."));
    const QString text = content->is_string() ? QString::fromStdString(content->get<std::string>()) : QString();
    dialogue.everything += text;
    if (role == u"assistant")
        ++dialogue.turn;
    if (role == u"user")
        dialogue.prompt = text;
    return role == u"user" && text.isEmpty() ? Check(badTurn()) : Check();
}

Check readMessages(const Json &messages, Dialogue &dialogue)
{
    if (!messages.is_array())
        return Refuse::parameter(QStringLiteral("Input should be a valid dictionary or instance of GPT3Message"));
    if (messages.empty())
        return Refuse::parameter(QStringLiteral("[] is too short"));
    for (const Json &turn : messages)
        if (const Check refusal = readTurn(turn, dialogue))
            return refusal;
    if (dialogue.prompt.isEmpty())
        return Refuse::parameter(QStringLiteral("The input messages do not contain elements with the role of user."));
    return std::nullopt;
}

} // namespace

Check readDialogue(const Json &input, Dialogue &dialogue)
{
    const auto messages = input.find("messages");
    const auto prompt = input.find("prompt");
    if (messages == input.end() && (prompt == input.end() || !prompt->is_string()))
        return Refuse::parameter(
            QStringLiteral("Either \"prompt\" or \"messages\" must exist and cannot both be none"));
    if (messages != input.end())
        if (const Check refusal = readMessages(*messages, dialogue))
            return refusal;
    if (prompt != input.end() && prompt->is_string()) {
        dialogue.prompt = QString::fromStdString(prompt->get<std::string>());
        dialogue.everything += dialogue.prompt;
    }
    return std::nullopt;
}

} // namespace Slipway::Simulator
