// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journallines.h"

#include "app/fleet/journalwords.h"
#include "app/modelstudio/errorjson.h"
#include "app/modelstudio/jsonwriter.h"

#include <algorithm>

namespace Slipway {

namespace {

using namespace JournalWords;

constexpr qsizetype mostCandidates = 20; // for people who read the file; the program looks anew

/// One line: what all have in common, then what `members` adds.
template<typename Members>
QByteArray line(const Mutation &mutation, const char *type, const QDateTime &time, const Members &members)
{
    JsonWriter json;
    json.beginObject();
    json.member("v", qint64(1));
    json.member("t", QString::fromLatin1(type));
    json.member("id", mutation.key.toString(QUuid::WithoutBraces));
    json.member("at", time.toString(Qt::ISODateWithMs));
    json.member("verb", wordOf(verbs, mutation.verb));
    json.member("account", mutation.account);
    json.member("deployed_model", mutation.deployedModel);
    json.member("model_name", mutation.modelName);
    members(json);
    json.endObject();
    return json.bytes();
}

void writeList(JsonWriter &json, QByteArrayView name, const QStringList &texts)
{
    json.key(name);
    json.beginArray();
    for (const QString &text : texts)
        json.value(text);
    json.endArray();
}

} // namespace

QByteArray begunLine(const Mutation &mutation)
{
    return line(mutation, "begun", mutation.started, [&mutation](JsonWriter &json) {
        json.member("place", mutation.place.address);
        if (!mutation.place.keyMark.isEmpty())
            json.member("key_mark", mutation.place.keyMark);
        json.member("body", QString::fromUtf8(mutation.body));
        if (mutation.row)
            json.member("row", QString::fromUtf8(mutation.row->source));
        if (mutation.others)
            writeList(json, "others", *mutation.others);
    });
}

QByteArray answeredLine(const Mutation &mutation)
{
    return line(mutation, "answered", mutation.answered, [&mutation](JsonWriter &json) {
        json.member("state", wordOf(states, mutation.state));
        json.member("http_status", qint64(mutation.httpStatus));
        json.member("request_id", mutation.requestId);
        if (!mutation.error)
            return;
        json.key("error");
        writeError(json, *mutation.error);
    });
}

QByteArray concludedLine(const Mutation &mutation)
{
    return line(mutation, "concluded", mutation.inquiry.settled, [&mutation](JsonWriter &json) {
        json.member("kind", wordOf(inquiries, mutation.inquiry.kind));
        json.member("looks", qint64(mutation.inquiry.looks));
        const qsizetype count = mutation.inquiry.candidates.size();
        writeList(json, "candidates", mutation.inquiry.candidates.first(std::min(count, mostCandidates)));
    });
}

} // namespace Slipway
