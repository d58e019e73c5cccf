// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chatsettingsjson.h"
#include "app/chat/historylines.h"
#include "app/chat/turnjson.h"

#include <QHash>

#include <algorithm>

namespace Slipway {

namespace {

class HistoryReader
{
public:
    void take(const QByteArray &line);
    HistoryText finish();

private:
    void takeText(const Json &line);
    void takeChange(const QString &type, int id);

    HistoryText m_text;
    QHash<int, Turn> m_growing; ///< turns that are not at their end yet
    int m_grown = 0;
};

bool isOpen(const Turn &turn)
{
    return turn.state == Turn::State::Waiting || turn.state == Turn::State::Streaming;
}

bool isNewer(const Json &line)
{
    return line["v"].integer().value_or(0) > HistoryLines::version;
}

template<typename Take>
void forEachLine(const QByteArray &lines, const Take &take)
{
    for (qsizetype from = 0; from < lines.size();) {
        const auto end = lines.indexOf('\n', from);
        const auto to = end < 0 ? lines.size() : end;
        if (to > from)
            take(lines.mid(from, to - from));
        from = to + 1;
    }
}

int idIn(const Json &line)
{
    return int(std::clamp<qint64>(line["n"].integer().value_or(0), 0, 1 << 30));
}

void HistoryReader::take(const QByteArray &bytes)
{
    const auto line = Json::parse(bytes);
    if (!line || !line->isObject())
        return;
    if (isNewer(*line))
        return;
    ConversationRecord &record = m_text.record;
    const QString type = (*line)["t"].text();
    if (type == QLatin1String("conversation")) {
        record.id = (*line)["id"].text();
        record.deployedModel = (*line)["deployed_model"].text();
        record.created = QDateTime::fromString((*line)["created"].text(), Qt::ISODateWithMs);
    } else if (type == QLatin1String("title")) {
        record.title = (*line)["title"].text();
    } else if (type == QLatin1String("settings")) {
        record.settings = readSettings((*line)["settings"]);
    } else if (idIn(*line) > 0) {
        takeText(*line);
        takeChange(type, idIn(*line));
    }
}

/// Texts grow beside the tree, each in one place, and are put there when they are whole.
void HistoryReader::takeText(const Json &line)
{
    const QString type = line["t"].text();
    const int id = idIn(line);
    if (type == QLatin1String("turn")) {
        Turn turn = readTurn(line["turn"]);
        turn.id = id;
        m_text.record.tree.insert(id, int(line["parent"].integer().value_or(0)), turn);
        if (isOpen(turn))
            m_growing.insert(id, turn);
        if (m_text.record.deployedModel.isEmpty())
            m_text.record.deployedModel = line["deployed_model"].text();
        return;
    }
    const auto turn = m_growing.find(id);
    if (turn == m_growing.end())
        return;
    if (type == QLatin1String("grew")) {
        turn->content += line["content"].text();
        turn->reasoning += line["reasoning"].text();
        ++m_grown;
    } else if (type == QLatin1String("ended")) {
        readTurnEnd(line["turn"], *turn);
        m_text.record.tree.update(*turn);
        m_growing.erase(turn);
    }
}

void HistoryReader::takeChange(const QString &type, int id)
{
    ConversationTree &tree = m_text.record.tree;
    if (type == QLatin1String("removed"))
        tree.remove(id);
    else if (type == QLatin1String("restored"))
        tree.restore(id);
    else if (type == QLatin1String("chosen"))
        tree.choose(id);
    m_text.isWasteful = m_text.isWasteful || type == QLatin1String("removed");
}

HistoryText HistoryReader::finish()
{
    constexpr int many = 200;
    for (Turn &turn : m_growing) {
        turn.state = Turn::State::Cut;
        estimateMissing(turn);
        m_text.record.tree.update(turn);
    }
    m_text.isWasteful = m_text.isWasteful || m_grown > many;
    return m_text;
}

} // namespace

std::optional<HistoryText> readHistory(const QByteArray &lines)
{
    HistoryReader reader;
    forEachLine(lines, [&reader](const QByteArray &line) { reader.take(line); });
    HistoryText text = reader.finish();
    return text.record.tree.isEmpty() ? std::nullopt : std::optional(std::move(text));
}

QByteArrayList newerLines(const QByteArray &lines)
{
    QByteArrayList newer;
    forEachLine(lines, [&newer](const QByteArray &bytes) {
        const auto line = Json::parse(bytes);
        if (line && line->isObject() && isNewer(*line))
            newer.append(bytes);
    });
    return newer;
}

} // namespace Slipway
