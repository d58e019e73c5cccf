// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationapi.h"

#include "app/modelstudio/generationcall.h"
#include "app/modelstudio/generationmemory.h"

namespace Slipway {

GenerationApi::GenerationApi(Client *client, ProtocolChoice choice) :
    m_client(client), m_memory(std::make_shared<GenerationMemory>(choice))
{
}

GenerationRequest GenerationApi::prepared(const GenerationRequest &request) const
{
    return m_memory->prepared(request);
}

void GenerationApi::leaveOut(const GenerationRequest &request, Parameter parameter)
{
    m_memory->leaveOut(prepared(request), parameter);
}

QList<Parameter> GenerationApi::leftOut(const GenerationRequest &request) const
{
    GenerationRequest asked = request;
    asked.protocol = prepared(request).protocol;
    return m_memory->leftOut(asked);
}

Call *GenerationApi::generate(const GenerationRequest &request, QObject *owner, OnDelta onDelta, OnUsage onUsage,
                              Done done, OnTurn onTurn)
{
    const bool isChosen = request.protocol.has_value();
    auto *call =
        new GenerationCall(m_client, prepared(request), owner, std::move(onDelta), std::move(onUsage), std::move(done));
    if (!isChosen)
        call->mayTurn(m_memory, std::move(onTurn));
    return call;
}

} // namespace Slipway
