// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runlines.h"

#include "app/chat/chatsettingsjson.h"
#include "app/chat/turnjson.h"
#include "app/modelstudio/parameternames.h"
#include "app/modelstudio/wordtable.h"

#include <algorithm>
#include <limits>

namespace Slipway {

namespace {

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

void writeReal(JsonWriter &json, const char *name, const std::optional<double> &number)
{
    if (number)
        json.member(name, *number);
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
        json.key("settings");
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
        json.key("turn");
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

    void operator()(const RunLeftOut &line) const
    {
        json.member("left_out", QString::fromLatin1(nameOf(line.parameter)));
        json.member("model", qint64(line.model));
    }

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
    header.settings = readSettings(json["settings"]);
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

RunLine readAnswer(const Json &json)
{
    const RunAnswer line{number(json["answered"]), number(json["model"]), readTurn(json["turn"])};
    const bool hasEnded = line.turn.state != Turn::State::Waiting && line.turn.state != Turn::State::Streaming;
    const bool makesSense = line.prompt >= 0 && line.model >= 0 && json["turn"].isObject() && hasEnded;
    return makesSense ? RunLine(line) : RunLine();
}

RunLine readVote(const Json &json)
{
    const RunVote vote{number(json["vote"]), number(json["first"]), number(json["second"]),
                       valueOf(choices, json["choice"].text()).value_or(RunVote::Choice::None),
                       json["blind"].boolean().value_or(false)};
    const bool makesSense = vote.prompt >= 0 && vote.first >= 0 && vote.second > vote.first;
    return makesSense ? RunLine(vote) : RunLine();
}

RunLine readLeftOut(const Json &json)
{
    const auto parameter = parameterNamed(json["left_out"].text().toUtf8());
    const int model = number(json["model"]);
    return parameter && model >= 0 ? RunLine(RunLeftOut{model, *parameter}) : RunLine();
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
    if (json["left_out"].hasValue())
        return readLeftOut(json);
    if (json["slipway_run"].hasValue())
        return readHeader(json);
    return json["prompt"].hasValue() ? readPrompt(json) : RunLine();
}

} // namespace Slipway
