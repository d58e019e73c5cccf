// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentsapi.h"

#include <QStringList>
#include <QUuid>

#include <variant>

namespace Slipway {

/// What looks at the fleet have shown about a mutation whose answer was lost.
struct Inquiry
{
    enum class Kind {
        None,        ///< an answer came: there is nothing to find out
        Checking,    ///< not known yet; the looks go on
        Happened,    ///< the fleet shows that it was carried out
        NotHappened, ///< the fleet has not shown it for long enough; only a person may ask for it again
        CannotTell,  ///< the fleet shows several things that it may be, or none that it could; a person decides
        Elsewhere,   ///< it was sent to another place than the one now looked at, whose fleet says nothing about it
        OtherKey,    ///< it was sent with another key, perhaps another account's: what is not seen here may be there
    };

    Kind kind = Kind::None;
    int looks = 0;          ///< at the fleet, each begun after the answer was lost
    QDateTime settled;      ///< UTC; invalid while Checking
    QStringList candidates; ///< CannotTell: the deployed models it may be
    bool operator==(const Inquiry &) const = default;
};

/// What of a deployment a mutation can change; empty where it is not known.
struct Figures
{
    std::optional<qint64> capacity;
    std::optional<PtuCapacity> ptuCapacity;
    std::optional<qint64> rpmLimit;
    std::optional<qint64> tpmLimit;
};

inline Figures figuresOf(const Deployment &deployment)
{
    return {deployment.capacity, deployment.ptuCapacity, deployment.rpmLimit, deployment.tpmLimit};
}

/// Whose deployments a mutation is about: those that are listed at `address`, the native root followed by the workspace
/// where there is one. Empty where it is not known.
struct Place
{
    QString address;
    bool isSimulated = false;
    QString keyMark;         ///< of the key it is sent with, see keyMarkOf(); empty where it is not known
    bool isOtherKey = false; ///< that key is not the one in use now
};

/// One thing a person asked the service to do, and what came of it.
struct Mutation
{
    enum class Verb { Create, Scale, UpdateLimits, Delete };
    enum class State {
        Sending,  ///< on its way
        Accepted, ///< the service said yes; or a Delete met what was already gone, then `error` holds its NotFound
        Refused,  ///< the service said no; nothing changed
        NotSent,  ///< it never left; nothing changed
        Unknown, ///< it may have happened; only a look at the fleet can tell, see `inquiry`. Never sent again by itself
    };

    quint64 id = 0; ///< unique within the journal, growing
    Verb verb = Verb::Create;
    State state = State::Sending;
    QString account;       ///< the account's name, for people
    Place place;           ///< where it was sent
    QString deployedModel; ///< empty for a create until its answer came or it was found
    QString modelName;
    std::variant<std::monostate, CreateRequest, ScaleRequest, LimitsRequest> asked;
    Figures before;     ///< what held when it was asked
    QByteArray body;    ///< what was sent, compact JSON; empty for Delete
    QDateTime started;  ///< UTC
    QDateTime answered; ///< UTC; invalid while Sending, and where the program ended before an answer
    int httpStatus = 0;
    QString requestId;
    std::optional<Error> error;
    Inquiry inquiry; ///< Kind::None unless Unknown

    // what the fleet held when it was asked; kept until the answer came, for good where it was lost
    std::optional<Deployment> row;     ///< the deployment itself, as it was held; unset for a create
    std::optional<QStringList> others; ///< a create: see deploymentsBefore(); unset where nothing was read yet

    QUuid key; ///< unique among all programs and runs
};

/// It was not sent because its entry could not be written.
inline bool isUnrecorded(const Mutation &mutation)
{
    return mutation.state == Mutation::State::NotSent && mutation.error && mutation.error->detail == u"journal";
}

/// An answer has come: nothing needs to be looked for.
inline void forgetCircumstances(Mutation &mutation)
{
    mutation.row.reset();
    mutation.others.reset();
}

} // namespace Slipway
