// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historystate.h"

#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <algorithm>

namespace Slipway {

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
        state.deployments.insert(each["deployed_model"].text(), {each["conversation"].text(), each["draft"].text()});
    return state;
}

} // namespace Slipway
