// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historylines.h"

#include "app/chat/chatsettingsjson.h"
#include "app/chat/turnjson.h"

namespace Slipway::HistoryLines {

template<typename Members>
static QByteArray line(const char *type, const Members &members)
{
    JsonWriter json;
    json.beginObject();
    json.member("v", version);
    json.member("t", QString::fromLatin1(type));
    members(json);
    json.endObject();
    return json.bytes();
}

static QByteArray aboutTurn(const char *type, int id)
{
    return line(type, [id](JsonWriter &json) { json.member("n", qint64(id)); });
}

QByteArray begun(const ConversationRecord &record)
{
    return line("conversation", [&record](JsonWriter &json) {
        json.member("id", record.id);
        json.member("deployed_model", record.deployedModel);
        json.member("created", record.created.toUTC().toString(Qt::ISODateWithMs));
    });
}

QByteArray titled(const QString &title)
{
    return line("title", [&title](JsonWriter &json) { json.member("title", title); });
}

QByteArray set(const ChatSettings &settings)
{
    return line("settings", [&settings](JsonWriter &json) {
        json.key("settings");
        writeSettings(json, settings);
    });
}

/// The deployed model again, for a file that lost its first line.
QByteArray added(const ConversationRecord &record, const Turn &turn)
{
    return line("turn", [&](JsonWriter &json) {
        json.member("n", qint64(turn.id));
        json.member("parent", qint64(record.tree.nodes().at(turn.id).parent));
        if (turn.role == Role::User)
            json.member("deployed_model", record.deployedModel);
        json.key("turn");
        writeTurn(json, turn);
    });
}

QByteArray grew(int id, const QString &content, const QString &reasoning)
{
    return line("grew", [&](JsonWriter &json) {
        json.member("n", qint64(id));
        if (!reasoning.isEmpty())
            json.member("reasoning", reasoning);
        if (!content.isEmpty())
            json.member("content", content);
    });
}

QByteArray ended(const Turn &turn)
{
    return line("ended", [&turn](JsonWriter &json) {
        json.member("n", qint64(turn.id));
        json.key("turn");
        writeTurnEnd(json, turn);
    });
}

QByteArray removed(int id)
{
    return aboutTurn("removed", id);
}

QByteArray restored(int id)
{
    return aboutTurn("restored", id);
}

QByteArray chosen(int id)
{
    return aboutTurn("chosen", id);
}

QByteArrayList all(const ConversationRecord &record)
{
    ConversationRecord kept = record;
    kept.tree.forgetRemoved();
    QByteArrayList lines{begun(kept)};
    if (!kept.title.isEmpty())
        lines.append(titled(kept.title));
    lines.append(set(kept.settings));
    for (const auto &[id, node] : kept.tree.nodes())
        lines.append(added(kept, node.turn));
    for (const int id : kept.tree.leaves())
        lines.append(chosen(id));
    return lines;
}

} // namespace Slipway::HistoryLines
