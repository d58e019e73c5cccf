// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Slipway {

/// Parameters that have no member of their own, as a person wrote them: one JSON object, whose members are sent beside
/// the others, byte for byte.
struct FurtherParameters
{
    QByteArray json;
    bool operator==(const FurtherParameters &) const = default;
};

/// Why they are not sent.
struct FurtherFault
{
    enum class Kind {
        NoObject,
        TooLong,
        TooDeep,
        Repeated,
        NoName, ///< no name that a parameter can have
        HasOwnField,
        SetByUs,
        SetTwice, ///< by its own field too
    };
    Kind kind = Kind::NoObject;
    QString name; ///< of the member, where it is about one
    bool operator==(const FurtherFault &) const = default;
};

constexpr qsizetype mostFurtherBytes = qsizetype{16} * 1024;
constexpr int deepestFurther = 16; ///< the object itself is the first level

/// What they are refused for; SetTwice is told by faultIn(GenerationParameters). Pure.
std::optional<FurtherFault> faultIn(const FurtherParameters &further);

struct FurtherMember
{
    QByteArray name;
    QByteArray json; ///< the value's own bytes
};

/// In the order in which they were written; none where there is a fault.
QList<FurtherMember> membersOf(const FurtherParameters &further);

} // namespace Slipway
