// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journalexport.h"

#include "app/fleet/csv.h"
#include "app/fleet/journalwords.h"
#include "app/modelstudio/errorjson.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <array>

namespace Slipway::JournalExport {

namespace {

using namespace JournalWords;

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

using Text = QString (*)(const Mutation &);

struct Field
{
    QByteArrayView name;
    Text text;
};

constexpr std::array fields{
    Field{"time", [](const Mutation &mutation) { return timeText(mutation.started); }},
    Field{"answered", [](const Mutation &mutation) { return timeText(mutation.answered); }},
    Field{"action", [](const Mutation &mutation) { return wordOf(verbs, mutation.verb); }},
    Field{"outcome", [](const Mutation &mutation) { return wordOf(states, mutation.state); }},
    Field{"found_out",
          [](const Mutation &mutation) {
              const bool isLost = mutation.inquiry.kind != Inquiry::Kind::None;
              return isLost ? wordOf(inquiries, mutation.inquiry.kind) : QString();
          }},
    Field{"account", [](const Mutation &mutation) { return mutation.account; }},
    Field{"deployed_model", [](const Mutation &mutation) { return mutation.deployedModel; }},
    Field{"model_name", [](const Mutation &mutation) { return mutation.modelName; }},
    Field{"request", [](const Mutation &mutation) { return QString::fromUtf8(mutation.body); }},
    Field{"http_status",
          [](const Mutation &mutation) {
              return mutation.httpStatus ? QString::number(mutation.httpStatus) : QString();
          }},
    Field{"request_id", [](const Mutation &mutation) { return mutation.requestId; }},
    Field{"error_kind",
          [](const Mutation &mutation) { return mutation.error ? Slipway::wordOf(mutation.error->kind) : QString(); }},
    Field{"error_code", [](const Mutation &mutation) { return mutation.error ? mutation.error->code : QString(); }},
    Field{"error_message",
          [](const Mutation &mutation) { return mutation.error ? mutation.error->message : QString(); }},
    Field{"error_detail", [](const Mutation &mutation) { return mutation.error ? mutation.error->detail : QString(); }},
};

// ---- CSV

QByteArray record(const Mutation &mutation)
{
    QByteArrayList cells;
    for (const Field &field : fields)
        cells += Csv::cell(field.text(mutation));
    return Csv::record(cells);
}

// ---- JSON

void writeText(JsonWriter &json, const Field &field, const QString &text)
{
    json.key(field.name);
    if (text.isEmpty())
        json.raw("null");
    else
        json.value(text);
}

/// As the JSON it is; as text where it is damaged.
void writeBody(JsonWriter &json, const Field &field, const QByteArray &body)
{
    const auto parsed = Json::parse(body);
    if (!parsed)
        return writeText(json, field, QString::fromUtf8(body));
    json.key(field.name);
    json.raw(parsed->source());
}

void write(JsonWriter &json, const Mutation &mutation)
{
    json.beginObject();
    for (const Field &field : fields) {
        if (field.name == "request")
            writeBody(json, field, mutation.body);
        else if (field.name == "http_status" && mutation.httpStatus)
            json.member(field.name, qint64(mutation.httpStatus));
        else
            writeText(json, field, field.text(mutation));
    }
    json.endObject();
}

} // namespace

QByteArray csv(const QList<Mutation> &entries)
{
    QByteArrayList names;
    for (const Field &field : fields)
        names += field.name.toByteArray();
    QByteArray table = Csv::byteOrderMark + Csv::record(names);
    for (const Mutation &mutation : entries)
        table += record(mutation);
    return table;
}

QByteArray json(const QList<Mutation> &entries)
{
    JsonWriter json(JsonLayout::Indented);
    json.beginArray();
    for (const Mutation &mutation : entries)
        write(json, mutation);
    json.endArray();
    return json.bytes() + '\n';
}

} // namespace Slipway::JournalExport
