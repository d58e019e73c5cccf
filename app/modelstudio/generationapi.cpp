// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationapi.h"

#include "app/modelstudio/generationcall.h"

namespace Slipway {

GenerationApi::GenerationApi(Client *client) : m_client(client) {}

Call *GenerationApi::generate(const GenerationRequest &request, QObject *owner, OnDelta onDelta, OnUsage onUsage,
                              Done done)
{
    return new GenerationCall(m_client, request, owner, std::move(onDelta), std::move(onUsage), std::move(done));
}

} // namespace Slipway
