// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runlines.h"

#include "app/fleet/journalwords.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <algorithm>
#include <limits>

namespace Slipway {

namespace {

using JournalWords::valueOf;
using JournalWords::wordOf;
using JournalWords::Words;
using std::chrono::milliseconds;

constexpr Words<Turn::State, 4> states{{
    {Turn::State::Complete, QLatin1String("complete")},
    {Turn::State::Stopped, QLatin1String("stopped")},
    {Turn::State::Cut, QLatin1String("cut")},
    {Turn::State::Failed, QLatin1String("failed")},
}};

constexpr Words<Role, 3> roles{{
    {Role::System, QLatin1String("system")},
    {Role::User, QLatin1String("user")},
    {Role::Assistant, QLatin1String("assistant")},
}};

constexpr Words<Billing, 4> billings{{
    {Billing::None, QLatin1String("none")},
    {Billing::ByTheHour, QLatin1String("by_the_hour")},
    {Billing::ByToken, QLatin1String("by_token")},
    {Billing::Prepaid, QLatin1String("prepaid")},
}};

constexpr Words<RunVote::Choice, 4> choices{{
    {RunVote::Choice::None, QLatin1String("none")},
    {RunVote::Choice::First, QLatin1String("first")},
    {RunVote::Choice::Second, QLatin1String("second")},
    {RunVote::Choice::Tie, QLatin1String("tie")},
}};

// ---- writing

void writeNumber(JsonWriter &json, const char *name, const std::optional<qint64> &number)
{
    if (number)
        json.member(name, *number);
}

void writeTime(JsonWriter &json, const char *name, const std::optional<milliseconds> &time)
{
    if (time)
        json.member(name, qint64(time->count()));
}

void writeReal(JsonWriter &json, const char *name, const std::optional<double> &number)
{
    if (number)
        json.member(name, *number);
}

void writeText(JsonWriter &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.member(name, text);
}

void writeModel(JsonWriter &json, const ComparedModel &model)
{
    json.beginObject();
    json.member("deployed_model", model.deployedModel);
    json.member("model_name", model.modelName);
    json.member("free", model.isFree);
    json.member("billing", wordOf(billings, model.billing));
    if (model.price) {
        json.member("input_yuan", model.price->inputYuan);
        json.member("output_yuan", model.price->outputYuan);
        writeReal(json, "thinking_yuan", model.price->thinkingYuan);
        json.member("listed", model.price->listed.toString(Qt::ISODate));
    }
    json.endObject();
}

void writeSettings(JsonWriter &json, const ChatSettings &settings)
{
    json.key("settings");
    json.beginObject();
    writeText(json, "system_prompt", settings.systemPrompt);
    writeReal(json, "temperature", settings.temperature);
    writeReal(json, "top_p", settings.topP);
    writeNumber(json, "max_tokens", settings.maxTokens);
    writeNumber(json, "seed", settings.seed);
    if (settings.enableThinking)
        json.member("enable_thinking", *settings.enableThinking);
    json.endObject();
}

void writeError(JsonWriter &json, const Error &error)
{
    json.key("error");
    json.beginObject();
    json.member("kind", wordOf(JournalWords::errors, error.kind));
    json.member("http_status", qint64(error.httpStatus));
    json.member("code", error.code);
    json.member("message", error.message);
    json.member("request_id", error.requestId);
    json.member("detail", error.detail);
    json.member("sent", error.sent);
    json.endObject();
}

void writeTurn(JsonWriter &json, const Turn &turn)
{
    json.member("state", wordOf(states, turn.state));
    json.member("at", turn.at.toString(Qt::ISODateWithMs));
    json.member("content", turn.content);
    writeText(json, "reasoning", turn.reasoning);
    writeText(json, "finish_reason", turn.finishReason);
    writeText(json, "request_id", turn.requestId);
    writeNumber(json, "input_tokens", turn.usage.inputTokens);
    writeNumber(json, "output_tokens", turn.usage.outputTokens);
    writeNumber(json, "total_tokens", turn.usage.totalTokens);
    writeNumber(json, "reasoning_tokens", turn.usage.reasoningTokens);
    writeTime(json, "first_token_ms", turn.firstToken);
    writeTime(json, "thinking_ms", turn.thinking);
    writeTime(json, "duration_ms", turn.duration);
    if (turn.error)
        writeError(json, *turn.error);
}

class Writer
{
public:
    explicit Writer(JsonWriter &to) : json(to) {}

    void operator()(std::monostate) const {}

    void operator()(const RunHeader &header) const
    {
        json.member("slipway_run", qint64(1));
        json.member("account", header.account);
        json.member("source", header.source);
        json.member("created", header.created.toString(Qt::ISODateWithMs));
        json.key("models");
        json.beginArray();
        for (const ComparedModel &model : header.models)
            writeModel(json, model);
        json.endArray();
        writeSettings(json, header.settings);
        json.member("concurrency", qint64(header.concurrency));
        json.member("prompts", qint64(header.prompts));
        json.member("seed", QString::number(header.seed));
    }

    void operator()(const RunPrompt &line) const
    {
        json.member("prompt", qint64(line.prompt));
        json.member("line", qint64(line.asked.line));
        json.key("messages");
        json.beginArray();
        for (const Message &message : line.asked.messages) {
            json.beginObject();
            json.member("role", wordOf(roles, message.role));
            json.member("content", message.content);
            json.endObject();
        }
        json.endArray();
    }

    void operator()(const RunAsked &line) const { place("asked", line.prompt, line.model); }
    void operator()(const RunReleased &line) const { place("released", line.prompt, line.model); }

    void operator()(const RunAnswer &line) const
    {
        place("answered", line.prompt, line.model);
        writeTurn(json, line.turn);
    }

    void operator()(const RunVote &line) const
    {
        json.member("vote", qint64(line.prompt));
        json.member("first", qint64(line.first));
        json.member("second", qint64(line.second));
        json.member("choice", wordOf(choices, line.choice));
        json.member("blind", line.blind);
    }

    void operator()(const RunBlindness &line) const { json.member("blindness", line.blind); }

private:
    void place(const char *what, int prompt, int model) const
    {
        json.member(what, qint64(prompt));
        json.member("model", qint64(model));
    }

    JsonWriter &json;
};

// ---- reading

std::optional<double> real(const Json &json)
{
    bool good = false;
    const double value = json.text().toDouble(&good);
    return json.hasValue() && good ? std::optional(value) : std::nullopt;
}

std::optional<milliseconds> time(const Json &json)
{
    const auto count = json.integer();
    return count ? std::optional(milliseconds(*count)) : std::nullopt;
}

QDateTime date(const Json &json)
{
    return QDateTime::fromString(json.text(), Qt::ISODateWithMs).toUTC();
}

int number(const Json &json)
{
    return int(std::clamp<qint64>(json.integer().value_or(-1), -1, std::numeric_limits<int>::max()));
}

ComparedModel readModel(const Json &json)
{
    ComparedModel model{json["deployed_model"].text(),
                        json["model_name"].text(),
                        json["free"].boolean().value_or(false),
                        valueOf(billings, json["billing"].text()).value_or(Billing::ByTheHour),
                        {}};
    const auto input = real(json["input_yuan"]);
    const auto output = real(json["output_yuan"]);
    if (input && output)
        model.price = TokenPrice{*input, *output, real(json["thinking_yuan"]),
                                 QDate::fromString(json["listed"].text(), Qt::ISODate)};
    return model;
}

RunLine readHeader(const Json &json)
{
    RunHeader header;
    header.account = json["account"].text();
    header.source = json["source"].text();
    header.created = date(json["created"]);
    const auto models = json["models"].items();
    for (const Json &model : models)
        header.models += readModel(model);
    const Json settings = json["settings"];
    header.settings.systemPrompt = settings["system_prompt"].text();
    header.settings.temperature = real(settings["temperature"]);
    header.settings.topP = real(settings["top_p"]);
    header.settings.maxTokens = settings["max_tokens"].integer();
    header.settings.seed = settings["seed"].integer();
    header.settings.enableThinking = settings["enable_thinking"].boolean();
    header.concurrency = std::clamp(number(json["concurrency"]), 1, 8);
    header.prompts = number(json["prompts"]);
    header.seed = json["seed"].text().toULongLong();
    const bool makesSense = json["slipway_run"].integer() == 1 && header.prompts > 0 &&
                            header.prompts <= PromptSet::mostPrompts && header.models.size() >= leastCompared &&
                            header.models.size() <= mostCompared;
    return makesSense ? RunLine(header) : RunLine();
}

RunLine readPrompt(const Json &json)
{
    RunPrompt line{number(json["prompt"]), {number(json["line"]), {}}};
    const auto messages = json["messages"].items();
    for (const Json &message : messages)
        line.asked.messages.append(
            {valueOf(roles, message["role"].text()).value_or(Role::User), message["content"].text()});
    return line.prompt < 0 || line.asked.messages.isEmpty() ? RunLine() : RunLine(line);
}

Error readError(const Json &json)
{
    return {.kind = valueOf(JournalWords::errors, json["kind"].text()).value_or(Error::Kind::Refused),
            .httpStatus = std::max(0, number(json["http_status"])),
            .code = json["code"].text(),
            .message = json["message"].text(),
            .requestId = json["request_id"].text(),
            .detail = json["detail"].text(),
            .sent = json["sent"].boolean().value_or(true)};
}

RunLine readAnswer(const Json &json)
{
    RunAnswer line{number(json["answered"]), number(json["model"]), {}};
    const auto state = valueOf(states, json["state"].text());
    if (!state || line.prompt < 0 || line.model < 0)
        return {};
    Turn &turn = line.turn;
    turn.role = Role::Assistant;
    turn.state = *state;
    turn.at = date(json["at"]);
    turn.content = json["content"].text();
    turn.reasoning = json["reasoning"].text();
    turn.finishReason = json["finish_reason"].text();
    turn.requestId = json["request_id"].text();
    turn.usage = {json["input_tokens"].integer(), json["output_tokens"].integer(), json["total_tokens"].integer(),
                  json["reasoning_tokens"].integer()};
    turn.firstToken = time(json["first_token_ms"]);
    turn.thinking = time(json["thinking_ms"]);
    turn.duration = time(json["duration_ms"]);
    if (json["error"].isObject())
        turn.error = readError(json["error"]);
    return line;
}

RunLine readVote(const Json &json)
{
    const RunVote vote{number(json["vote"]), number(json["first"]), number(json["second"]),
                       valueOf(choices, json["choice"].text()).value_or(RunVote::Choice::None),
                       json["blind"].boolean().value_or(false)};
    const bool makesSense = vote.prompt >= 0 && vote.first >= 0 && vote.second > vote.first;
    return makesSense ? RunLine(vote) : RunLine();
}

template<typename Line>
RunLine readPlace(const Json &prompt, const Json &model)
{
    const Line line{number(prompt), number(model)};
    return line.prompt < 0 || line.model < 0 ? RunLine() : RunLine(line);
}

} // namespace

QByteArray lineOf(const RunLine &line)
{
    JsonWriter json;
    json.beginObject();
    std::visit(Writer(json), line);
    json.endObject();
    return json.bytes();
}

RunLine readRunLine(const QByteArray &line)
{
    const auto parsed = Json::parse(line);
    if (!parsed || !parsed->isObject())
        return {};
    const Json &json = *parsed;
    if (json["answered"].hasValue())
        return readAnswer(json);
    if (json["asked"].hasValue())
        return readPlace<RunAsked>(json["asked"], json["model"]);
    if (json["released"].hasValue())
        return readPlace<RunReleased>(json["released"], json["model"]);
    if (json["vote"].hasValue())
        return readVote(json);
    if (json["blindness"].hasValue())
        return RunBlindness{json["blindness"].boolean().value_or(false)};
    if (json["slipway_run"].hasValue())
        return readHeader(json);
    return json["prompt"].hasValue() ? readPrompt(json) : RunLine();
}

} // namespace Slipway
