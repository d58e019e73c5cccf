// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/protocol.h"

#include <QString>
#include <QUrl>

namespace Slipway {

/// Whose deployments are shown. Never holds a key: that is Credentials' business.
struct Account
{
    enum class Origin {
        Simulator,   ///< built in, simulated, free; cannot be edited or removed
        Environment, ///< DASHSCOPE_API_KEY, used from memory for this run
        Saved,       ///< made by a person; remembered, its key in the keychain
    };

    QString id; ///< stable; "simulator", "environment", or a UUID
    QString name;
    Origin origin = Origin::Saved;
    QUrl root;                                           ///< the native root, …/api/v1
    QString workspace;                                   ///< may be empty
    ProtocolChoice protocol = ProtocolChoice::Automatic; ///< how its deployments are asked

    bool operator==(const Account &) const = default;
};

} // namespace Slipway
