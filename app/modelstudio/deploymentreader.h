// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QSet>

#include <optional>

namespace Slipway {

class Json;

/// Reads deployments as the service describes them. Words that come again and again (statuses, plans, workspaces,
/// users) share one string within a reader, so that ten thousand rows stay small; use one reader for one service.
class DeploymentReader
{
public:
    /// The deployment, or nothing where `object` is no object with a `deployed_model`. Every other field may be missing
    /// or unreadable; `source` is a copy of its own.
    std::optional<Deployment> read(const Json &object);

    /// As read(), but a missing `deployed_model` is the one that was asked about.
    std::optional<Deployment> readAs(const Json &object, const QString &deployedModel);

private:
    QString shared(const Json &value);

    QSet<QString> m_words;
};

} // namespace Slipway
