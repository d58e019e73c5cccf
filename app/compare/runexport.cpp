// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runexport.h"

#include "app/fleet/csv.h"
#include "app/modelstudio/jsonwriter.h"

#include <QFile>
#include <QSaveFile>

#include <array>

namespace Slipway::RunExport {

namespace {

struct Row
{
    const RunIndex &index;
    int prompt = 0;
    int model = 0;
    SetPrompt asked;
    Turn turn;
};

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString timeText(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? QString::number(time->count()) : QString();
}

QString wordOf(RunCell::State state)
{
    switch (state) {
    case RunCell::State::Open:
        return QStringLiteral("not_asked");
    case RunCell::State::Asked:
        return QStringLiteral("waiting");
    case RunCell::State::Complete:
        return QStringLiteral("complete");
    case RunCell::State::Stopped:
        return QStringLiteral("stopped");
    case RunCell::State::Cut:
        return QStringLiteral("cut");
    case RunCell::State::Failed:
        return QStringLiteral("failed");
    case RunCell::State::Lost:
        return QStringLiteral("lost");
    }
    return {};
}

/// A prompt alone as it is; a conversation with each message's role before it.
QString promptText(const Row &row)
{
    const QList<Message> &messages = row.asked.messages;
    if (messages.size() == 1)
        return messages.first().content;
    QStringList parts;
    for (const Message &message : messages) {
        const QString role = message.role == Role::System ? QStringLiteral("system")
                             : message.role == Role::User ? QStringLiteral("user")
                                                          : QStringLiteral("assistant");
        parts += role + QStringLiteral(": ") + message.content;
    }
    return parts.join(u'\n');
}

QString speedText(const Row &row)
{
    const auto speed = tokensPerSecond(row.turn);
    return speed ? QString::number(*speed, 'f', 2) : QString();
}

QString costText(const Row &row)
{
    const auto &price = row.index.header().models[row.model].price;
    const auto yuan = price ? costOf(row.turn.usage, *price) : std::nullopt;
    return yuan ? QString::number(*yuan, 'g', 10) : QString();
}

/// "better than B; tie with C", from this answer's side.
QString voteText(const Row &row)
{
    QStringList votes;
    for (int other = 0; other < row.index.modelCount(); ++other) {
        if (other == row.model)
            continue;
        const auto choice = row.index.vote(row.prompt, std::min(row.model, other), std::max(row.model, other));
        if (choice == RunVote::Choice::None)
            continue;
        const auto mine = row.model < other ? RunVote::Choice::First : RunVote::Choice::Second;
        const QString word = choice == RunVote::Choice::Tie ? QStringLiteral("tie with ")
                             : choice == mine               ? QStringLiteral("better than ")
                                                            : QStringLiteral("worse than ");
        votes += word + row.index.header().models[other].deployedModel;
    }
    return votes.join(QStringLiteral("; "));
}

/// "top_k; seed": what this answer was asked without.
QString leftOutText(const Row &row)
{
    QStringList names;
    const auto parameters = row.index.leftOut(row.prompt, row.model);
    for (const Parameter parameter : parameters)
        names += QString::fromLatin1(nameOf(parameter));
    return names.join(QStringLiteral("; "));
}

const Error &errorOf(const Row &row)
{
    static const Error none;
    return row.turn.error ? *row.turn.error : none;
}

enum class Kind { Text, Number };

struct Field
{
    QByteArrayView name;
    Kind kind;
    QString (*text)(const Row &);
};

constexpr std::array fields{
    Field{"prompt_number", Kind::Number, [](const Row &row) { return QString::number(row.prompt + 1); }},
    Field{"line", Kind::Number, [](const Row &row) { return QString::number(row.asked.line); }},
    Field{"prompt", Kind::Text, promptText},
    Field{"deployed_model", Kind::Text,
          [](const Row &row) { return row.index.header().models[row.model].deployedModel; }},
    Field{"model_name", Kind::Text, [](const Row &row) { return row.index.header().models[row.model].modelName; }},
    Field{"state", Kind::Text, [](const Row &row) { return wordOf(row.index.cell(row.prompt, row.model).state); }},
    Field{"answer", Kind::Text, [](const Row &row) { return row.turn.content; }},
    Field{"reasoning", Kind::Text, [](const Row &row) { return row.turn.reasoning; }},
    Field{"input_tokens", Kind::Number, [](const Row &row) { return numberText(row.turn.usage.inputTokens); }},
    Field{"output_tokens", Kind::Number, [](const Row &row) { return numberText(row.turn.usage.outputTokens); }},
    Field{"reasoning_tokens", Kind::Number, [](const Row &row) { return numberText(row.turn.usage.reasoningTokens); }},
    Field{"first_token_ms", Kind::Number, [](const Row &row) { return timeText(row.turn.firstToken); }},
    Field{"duration_ms", Kind::Number, [](const Row &row) { return timeText(row.turn.duration); }},
    Field{"tokens_per_second", Kind::Number, speedText},
    Field{"cost_yuan", Kind::Number, costText},
    Field{"finish_reason", Kind::Text, [](const Row &row) { return row.turn.finishReason; }},
    Field{"error_code", Kind::Text, [](const Row &row) { return errorOf(row).code; }},
    Field{"error_message", Kind::Text, [](const Row &row) { return errorOf(row).message; }},
    Field{
        "http_status", Kind::Number,
        [](const Row &row) { return errorOf(row).httpStatus ? QString::number(errorOf(row).httpStatus) : QString(); }},
    Field{"request_id", Kind::Text, [](const Row &row) { return row.turn.requestId; }},
    Field{"asked", Kind::Text,
          [](const Row &row) { return row.turn.at.isValid() ? row.turn.at.toString(Qt::ISODateWithMs) : QString(); }},
    Field{"vote", Kind::Text, voteText},
    Field{"left_out", Kind::Text, leftOutText},
};

QByteArray csvOf(const Row &row)
{
    QByteArrayList cells;
    for (const Field &field : fields)
        cells += Csv::cell(field.text(row));
    return Csv::record(cells);
}

QByteArray jsonOf(const Row &row)
{
    JsonWriter json;
    json.beginObject();
    for (const Field &field : fields) {
        const QString text = field.text(row);
        json.key(field.name);
        if (text.isEmpty())
            json.raw("null");
        else if (field.kind == Kind::Number)
            json.raw(text.toLatin1());
        else
            json.value(text);
    }
    json.endObject();
    return json.bytes() + '\n';
}

QByteArray head()
{
    QByteArrayList names;
    for (const Field &field : fields)
        names += field.name.toByteArray();
    return Csv::byteOrderMark + Csv::record(names);
}

/// The text of the run's file at a place.
RunLine lineAt(QFile &file, const LinePlace &place)
{
    if (place.at < 0 || !file.seek(place.at))
        return {};
    return readRunLine(file.read(place.length));
}

} // namespace

Outcome write(const QString &runPath, const RunIndex &index, const QString &to, Format format)
{
    QFile from(runPath);
    QSaveFile file(to);
    if (!from.open(QIODevice::ReadOnly))
        return {0, from.errorString()};
    if (!file.open(QIODevice::WriteOnly))
        return {0, file.errorString()};
    Outcome outcome;
    bool good = format == Format::JsonLines || file.write(head()) >= 0;
    for (int prompt = 0; good && prompt < index.promptCount(); ++prompt) {
        const RunLine asked = lineAt(from, index.prompt(prompt));
        const auto *known = std::get_if<RunPrompt>(&asked);
        for (int model = 0; good && model < index.modelCount(); ++model, ++outcome.rows) {
            const RunLine answered = lineAt(from, index.cell(prompt, model).answer);
            const auto *answer = std::get_if<RunAnswer>(&answered);
            const Row row{index, prompt, model, known ? known->asked : SetPrompt(), answer ? answer->turn : Turn()};
            good = file.write(format == Format::Csv ? csvOf(row) : jsonOf(row)) >= 0;
        }
    }
    if (!good || !file.commit())
        outcome.problem = file.errorString();
    return outcome;
}

} // namespace Slipway::RunExport
