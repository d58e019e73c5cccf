// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historystate.h"

#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <algorithm>

namespace Slipway {

static void writeEdited(JsonWriter &json, const QHash<QString, EditedPrompt> &edited)
{
    QStringList ids = edited.keys();
    std::sort(ids.begin(), ids.end());
    json.key("edited");
    json.beginArray();
    for (const QString &id : ids) {
        json.beginObject();
        json.member("conversation", id);
        json.member("n", qint64(edited[id].turn));
        json.member("text", edited[id].text);
        json.endObject();
    }
    json.endArray();
}

static QHash<QString, EditedPrompt> editedIn(const Json &array)
{
    QHash<QString, EditedPrompt> edited;
    for (const Json &each : array.items()) {
        const qint64 turn = each["n"].integer().value_or(0);
        if (turn > 0 && turn < 1 << 30)
            edited.insert(each["conversation"].text(), {int(turn), each["text"].text()});
    }
    return edited;
}

QByteArray bytesOf(const HistoryState &state)
{
    JsonWriter json;
    json.beginObject();
    json.member("v", qint64(1));
    json.key("deployments");
    json.beginArray();
    QStringList models = state.deployments.keys();
    std::sort(models.begin(), models.end());
    for (const QString &model : models) {
        const HistoryState::Entry entry = state.deployments.value(model);
        json.beginObject();
        json.member("deployed_model", model);
        json.member("conversation", entry.conversation);
        if (!entry.draft.isEmpty())
            json.member("draft", entry.draft);
        if (!entry.edited.isEmpty())
            writeEdited(json, entry.edited);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.bytes();
}

HistoryState historyStateOf(const QByteArray &bytes)
{
    HistoryState state;
    const auto json = Json::parse(bytes);
    if (!json)
        return state;
    for (const Json &each : (*json)["deployments"].items())
        state.deployments.insert(each["deployed_model"].text(),
                                 {each["conversation"].text(), each["draft"].text(), editedIn(each["edited"])});
    return state;
}

} // namespace Slipway
