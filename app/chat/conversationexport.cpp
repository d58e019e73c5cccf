// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversationexport.h"

#include "app/chat/chatsettingsjson.h"
#include "app/chat/turnjson.h"

namespace Slipway {

QString titleOf(const ConversationRecord &record)
{
    constexpr qsizetype longest = 120;
    if (!record.title.isEmpty())
        return record.title;
    for (const auto &[id, node] : record.tree.nodes()) {
        if (node.turn.role == Role::User && !node.removed)
            return node.turn.content.left(4 * longest).trimmed().section(u'\n', 0, 0).trimmed().left(longest);
    }
    return {};
}

namespace ConversationExport {

static const QString format = QStringLiteral("slipway-conversation");

static QString heading(const Turn &turn, const Words &words)
{
    if (turn.role == Role::User)
        return words.prompt;
    return turn.continues ? words.continued : words.reply;
}

static QString quoted(const QString &text)
{
    return QStringLiteral("> ") + QString(text).replace(u'\n', QStringLiteral("\n> "));
}

static bool isIncomplete(const Turn &turn)
{
    const bool whole = turn.state == Turn::State::Complete && turn.finishReason != QLatin1String("length");
    return turn.role == Role::Assistant && (!whole || turn.damaged);
}

QByteArray markdown(const ConversationRecord &record, const Words &words)
{
    QStringList parts{QStringLiteral("# ") + words.title,
                      QStringLiteral("`%1` · %2").arg(record.deployedModel, record.created.toString(Qt::ISODate))};
    if (const QString system = record.settings.systemPrompt.trimmed(); !system.isEmpty())
        parts << QStringLiteral("## ") + words.system << system;
    for (const Turn &turn : record.tree.turns()) {
        parts << QStringLiteral("## ") + heading(turn, words);
        if (!turn.reasoning.isEmpty())
            parts << quoted(words.thinking + QStringLiteral("\n\n") + turn.reasoning.trimmed());
        parts << turn.content.trimmed();
        if (isIncomplete(turn))
            parts << QStringLiteral("*%1*").arg(words.incomplete);
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n")).toUtf8() + '\n';
}

static void writeTurns(JsonWriter &json, const ConversationTree &tree)
{
    json.key("turns");
    json.beginArray();
    for (const auto &[id, node] : tree.nodes()) {
        json.beginObject();
        json.member("n", qint64(id));
        json.member("parent", qint64(node.parent));
        json.key("turn");
        writeTurn(json, node.turn);
        json.endObject();
    }
    json.endArray();
    json.key("shown");
    json.beginArray();
    for (const int id : tree.leaves())
        json.value(qint64(id));
    json.endArray();
}

static void writeMessages(JsonWriter &json, const ConversationRecord &record)
{
    json.key("messages");
    json.beginArray();
    for (const Turn &turn : record.tree.turns()) {
        json.beginObject();
        json.member("role", turn.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant"));
        json.member("content", turn.content);
        json.endObject();
    }
    json.endArray();
}

QByteArray json(const ConversationRecord &record)
{
    ConversationTree tree = record.tree;
    tree.forgetRemoved();
    JsonWriter json(JsonLayout::Indented);
    json.beginObject();
    json.member("format", format);
    json.member("v", qint64(1));
    json.member("id", record.id);
    json.member("deployed_model", record.deployedModel);
    json.member("created", record.created.toUTC().toString(Qt::ISODateWithMs));
    json.member("title", record.title);
    json.key("settings");
    writeSettings(json, record.settings);
    writeTurns(json, tree);
    writeMessages(json, record);
    json.endObject();
    return json.bytes() + '\n';
}

std::optional<ConversationRecord> read(const QByteArray &bytes)
{
    const auto json = Json::parse(bytes);
    if (!json || (*json)["format"].text() != format || (*json)["v"].integer().value_or(0) != 1)
        return std::nullopt;
    ConversationRecord record;
    record.id = (*json)["id"].text();
    record.deployedModel = (*json)["deployed_model"].text();
    record.created = QDateTime::fromString((*json)["created"].text(), Qt::ISODateWithMs);
    record.title = (*json)["title"].text();
    record.settings = readSettings((*json)["settings"]);
    for (const Json &each : (*json)["turns"].items()) {
        const qint64 id = each["n"].integer().value_or(0);
        if (id > 0 && id < 1 << 30)
            record.tree.insert(int(id), int(each["parent"].integer().value_or(0)), readTurn(each["turn"]));
    }
    for (const Json &id : (*json)["shown"].items())
        record.tree.choose(int(id.integer().value_or(0)));
    return record.tree.isEmpty() || record.deployedModel.isEmpty() ? std::nullopt : std::optional(record);
}

QString fileName(const ConversationRecord &record)
{
    QString name = titleOf(record).left(60);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    return name.trimmed().isEmpty() ? QStringLiteral("conversation") : name;
}

} // namespace ConversationExport

} // namespace Slipway
