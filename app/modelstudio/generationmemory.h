// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationapi.h"

#include <QHash>

namespace Slipway {

/// What one session learnt about how each deployed model wants to be asked: over which protocol, and what it refused
/// and a person chose to leave out. Belongs to one account.
class GenerationMemory
{
public:
    explicit GenerationMemory(ProtocolChoice choice) : m_choice(choice) {}

    /// The request as it is to be sent: with its protocol, and without what is left out. What is left out comes back
    /// for good once it is asked for with another value.
    GenerationRequest prepared(GenerationRequest request);

    /// True when the choice of protocol is left to us.
    bool mayTurn() const { return m_choice == ProtocolChoice::Automatic; }
    void remember(const QString &model, Protocol protocol) { m_protocols.insert(model, protocol); }
    void forget(const QString &model) { m_protocols.remove(model); }

    void leaveOut(const GenerationRequest &request, Parameter parameter);
    QList<Parameter> leftOut(const GenerationRequest &request) const;

private:
    Protocol protocolFor(const QString &model) const;

    ProtocolChoice m_choice;
    QHash<QString, Protocol> m_protocols;
    QHash<QString, QHash<Parameter, QByteArray>> m_leftOut; ///< by model, with the value that was refused
};

} // namespace Slipway
