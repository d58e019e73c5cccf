// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/overlay.h"

#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

namespace Slipway {

namespace {

QByteArray memberText(const QString &name, const Json &value)
{
    JsonWriter key;
    key.value(name);
    return key.bytes() + ':' + value.source();
}

QByteArray overlaidText(const Json &held, const Json &answer)
{
    QByteArrayList members;
    for (const auto &[name, value] : held.members()) {
        const Json newer = answer[name.toUtf8()];
        members.append(memberText(name, newer.hasValue() ? newer : value));
    }
    for (const auto &[name, value] : answer.members())
        if (!held[name.toUtf8()].isPresent())
            members.append(memberText(name, value));
    return '{' + members.join(',') + '}';
}

} // namespace

Deployment overlaid(const Deployment &held, const Deployment &answer)
{
    const auto before = Json::parse(held.source);
    const auto newer = Json::parse(answer.source);
    if (!before || !newer)
        return newer ? answer : held;
    const auto both = Json::parse(overlaidText(*before, *newer));
    return both ? DeploymentReader().readAs(*both, held.deployedModel).value_or(held) : held;
}

} // namespace Slipway
