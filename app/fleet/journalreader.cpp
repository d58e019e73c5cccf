// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journallines.h"
#include "app/fleet/journalwords.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/errorjson.h"
#include "app/modelstudio/json.h"

#include <QHash>

namespace Slipway {

namespace {

using namespace JournalWords;

std::optional<PtuCapacity> throughputOf(const Json &object)
{
    if (!object.isObject())
        return std::nullopt;
    return PtuCapacity{.inputTpm = object["input_tpm"].integer(),
                       .outputTpm = object["output_tpm"].integer(),
                       .thinkingOutputTpm = object["thinking_output_tpm"].integer()};
}

CreateRequest createOf(const Json &body)
{
    return {.modelName = body["model_name"].text(),
            .plan = body["plan"].text(),
            .name = body["name"].text(),
            .capacity = body["capacity"].integer(),
            .prefillCapacity = body["prefill_capacity"].integer(),
            .decodeCapacity = body["decode_capacity"].integer(),
            .deploySpec = body["deploy_spec"].text(),
            .billingMethod = body["billing_method"].text(),
            .enableThinking = body["enable_thinking"].boolean(),
            .maxContextLength = body["max_context_length"].integer(),
            .rpmLimit = body["rpm_limit"].integer(),
            .tpmLimit = body["tpm_limit"].integer(),
            .ptuCapacity = throughputOf(body["ptu_capacity"]),
            .suffix = body["suffix"].text()};
}

decltype(Mutation::asked) askedBy(Mutation::Verb verb, const QByteArray &body)
{
    const auto json = Json::parse(body);
    if (!json || !json->isObject())
        return {};
    switch (verb) {
    case Mutation::Verb::Create:
        return createOf(*json);
    case Mutation::Verb::Scale:
        return ScaleRequest{.capacity = (*json)["capacity"].integer(),
                            .ptuCapacity = throughputOf((*json)["ptu_capacity"])};
    case Mutation::Verb::UpdateLimits:
        return LimitsRequest{.rpmLimit = (*json)["rpm_limit"].integer(), .tpmLimit = (*json)["tpm_limit"].integer()};
    case Mutation::Verb::Delete:
        break;
    }
    return {};
}

std::optional<Deployment> deploymentOf(const QString &source)
{
    const auto json = Json::parse(source.toUtf8());
    return json ? DeploymentReader().read(*json) : std::nullopt;
}

QStringList textsOf(const Json &array)
{
    QStringList texts;
    for (const Json &item : array.items())
        texts.append(item.text());
    return texts;
}

// ---- lines

enum class Type { Begun, Answered, Concluded };

constexpr Words<Type, 3> types{{
    {Type::Begun, QLatin1String("begun")},
    {Type::Answered, QLatin1String("answered")},
    {Type::Concluded, QLatin1String("concluded")},
}};

/// What all lines have in common.
struct Head
{
    Json line;
    Type type;
    QUuid key;
    Mutation::Verb verb;
    QDateTime time;
};

std::optional<Head> headOf(const QByteArray &line)
{
    const auto json = Json::parse(line);
    if (!json || (*json)["v"].integer() != 1)
        return std::nullopt;
    const auto type = valueOf(types, (*json)["t"].text());
    const QUuid key((*json)["id"].text());
    const auto verb = valueOf(verbs, (*json)["verb"].text());
    const QDateTime time = QDateTime::fromString((*json)["at"].text(), Qt::ISODateWithMs);
    if (!type || key.isNull() || !verb || !time.isValid())
        return std::nullopt;
    return Head{*json, *type, key, *verb, time};
}

bool isSettled(Inquiry::Kind kind)
{
    return kind == Inquiry::Kind::Happened || kind == Inquiry::Kind::NotHappened;
}

/// Nothing that is read from disk is under way.
Mutation::State answeredState(const Json &line)
{
    const auto state = valueOf(states, line["state"].text());
    return state && *state != Mutation::State::Sending ? *state : Mutation::State::Unknown;
}

class JournalReader
{
public:
    void take(const QByteArray &line);
    QList<Mutation> taken() const { return m_mutations; }

private:
    Mutation &entryOf(const Head &head);
    static void readBegun(const Json &line, Mutation &mutation);
    static void readAnswered(const Json &line, const QDateTime &time, Mutation &mutation);
    static void readConcluded(const Json &line, const QDateTime &time, Mutation &mutation);

    QList<Mutation> m_mutations;
    QHash<QUuid, qsizetype> m_rows;
};

void JournalReader::take(const QByteArray &line)
{
    const auto head = headOf(line);
    if (!head)
        return;
    Mutation &mutation = entryOf(*head);
    switch (head->type) {
    case Type::Begun:
        return readBegun(head->line, mutation);
    case Type::Answered:
        return readAnswered(head->line, head->time, mutation);
    case Type::Concluded:
        return readConcluded(head->line, head->time, mutation);
    }
}

/// Until an answer says otherwise, it may have been sent.
Mutation &JournalReader::entryOf(const Head &head)
{
    const auto known = m_rows.constFind(head.key);
    if (known != m_rows.cend())
        return m_mutations[*known];
    m_rows.insert(head.key, m_mutations.size());
    m_mutations.append({.verb = head.verb,
                        .state = Mutation::State::Unknown,
                        .account = head.line["account"].text(),
                        .deployedModel = head.line["deployed_model"].text(),
                        .modelName = head.line["model_name"].text(),
                        .started = head.time,
                        .error = Error{.kind = Error::Kind::Cancelled, .sent = true},
                        .inquiry = {.kind = Inquiry::Kind::Checking},
                        .key = head.key});
    return m_mutations.last();
}

void JournalReader::readBegun(const Json &line, Mutation &mutation)
{
    mutation.place.address = line["place"].text();
    mutation.place.keyMark = line["key_mark"].text();
    mutation.body = line["body"].text().toUtf8();
    mutation.asked = askedBy(mutation.verb, mutation.body);
    if (line["row"].hasValue())
        mutation.row = deploymentOf(line["row"].text());
    mutation.before = mutation.row ? figuresOf(*mutation.row) : Figures();
    if (line["others"].isArray())
        mutation.others = textsOf(line["others"]);
}

void JournalReader::readAnswered(const Json &line, const QDateTime &time, Mutation &mutation)
{
    mutation.state = answeredState(line);
    mutation.answered = time;
    mutation.deployedModel = line["deployed_model"].text();
    mutation.httpStatus = int(line["http_status"].integer().value_or(0));
    mutation.requestId = line["request_id"].text();
    mutation.error = line["error"].isObject() ? std::optional(readError(line["error"])) : std::nullopt;
    mutation.inquiry = {};
    if (mutation.state == Mutation::State::Unknown)
        mutation.inquiry.kind = Inquiry::Kind::Checking;
    else
        forgetCircumstances(mutation);
}

/// What was Checking or left to the person is looked into anew by whoever reads it: the fleet has moved on.
void JournalReader::readConcluded(const Json &line, const QDateTime &time, Mutation &mutation)
{
    const auto kind = valueOf(inquiries, line["kind"].text());
    if (mutation.state != Mutation::State::Unknown || !kind)
        return;
    mutation.inquiry = {.kind = *kind, .looks = int(line["looks"].integer().value_or(0)), .settled = time};
    if (!isSettled(*kind))
        mutation.inquiry = {.kind = Inquiry::Kind::Checking};
    mutation.deployedModel = line["deployed_model"].text();
}

} // namespace

std::optional<JournalStep> stepOf(const QByteArray &line)
{
    using Step = JournalStep::Kind;
    const auto head = headOf(line);
    if (!head)
        return std::nullopt;
    switch (head->type) {
    case Type::Begun:
        return JournalStep{head->key, Step::Begins};
    case Type::Answered:
        return JournalStep{head->key, answeredState(head->line) == Mutation::State::Unknown ? Step::Lost : Step::Ends};
    case Type::Concluded: {
        const auto kind = valueOf(inquiries, head->line["kind"].text());
        if (kind && isSettled(*kind))
            return JournalStep{head->key, Step::Ends};
        break; // it is looked into anew whatever it says
    }
    }
    return std::nullopt;
}

QList<Mutation> readJournal(const QByteArray &lines)
{
    JournalReader reader;
    for (qsizetype start = 0; start < lines.size();) {
        const qsizetype feed = lines.indexOf('\n', start);
        const qsizetype end = feed < 0 ? lines.size() : feed;
        if (end > start)
            reader.take(lines.mid(start, end - start));
        start = end + 1;
    }
    return reader.taken();
}

} // namespace Slipway
