// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/endpoint.h"

#include <QObject>

namespace Slipway {

/// Everything one account needs to talk to the service: where, with which key, over which connections. Management calls
/// and replies that stream use separate connection pools, so that a chat never delays the table. Belongs to one
/// account's session; deleting it stops every exchange without an answer. Follows no redirect, keeps no cookie, checks
/// TLS, sends the documented headers and a User-Agent of our own, and never sends a POST, PUT or DELETE twice.
class Client : public QObject
{
    Q_OBJECT
public:
    explicit Client(Endpoint endpoint, QObject *parent = nullptr);
    ~Client() override;

    const Endpoint &endpoint() const;

    // what follows is for the api classes of this folder
};

} // namespace Slipway
