// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationmemory.h"

#include "app/modelstudio/generationrefusal.h"

#include <algorithm>

namespace Slipway {

Protocol GenerationMemory::protocolFor(const QString &model) const
{
    switch (m_choice) {
    case ProtocolChoice::Automatic:
        return m_protocols.value(model, Protocol::Native);
    case ProtocolChoice::Native:
        return Protocol::Native;
    case ProtocolChoice::Compatible:
        return Protocol::Compatible;
    }
    return Protocol::Native;
}

GenerationRequest GenerationMemory::prepared(GenerationRequest request)
{
    if (!request.protocol)
        request.protocol = protocolFor(request.model);
    auto left = m_leftOut.find(request.model);
    if (left == m_leftOut.end())
        return request;
    const GenerationRequest asked = request;
    left->removeIf([&](const auto &each) { return valueOf(asked, each.key()) != each.value(); });
    for (auto each = left->cbegin(); each != left->cend(); ++each)
        request = without(request, each.key());
    return request;
}

void GenerationMemory::leaveOut(const GenerationRequest &request, Parameter parameter)
{
    const QByteArray value = valueOf(request, parameter);
    if (!value.isEmpty())
        m_leftOut[request.model].insert(parameter, value);
}

QList<Parameter> GenerationMemory::leftOut(const GenerationRequest &request) const
{
    QList<Parameter> parameters;
    const auto left = m_leftOut.value(request.model);
    for (auto each = left.cbegin(); each != left.cend(); ++each) {
        if (valueOf(request, each.key()) == each.value())
            parameters.append(each.key());
    }
    std::ranges::sort(parameters);
    return parameters;
}

} // namespace Slipway
