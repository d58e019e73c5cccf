// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentsapi.h"

#include <QHash>
#include <QObject>

#include <variant>

namespace Slipway {

/// What of a deployment a mutation can change; empty where it is not known.
struct Figures
{
    std::optional<qint64> capacity;
    std::optional<PtuCapacity> ptuCapacity;
    std::optional<qint64> rpmLimit;
    std::optional<qint64> tpmLimit;
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
        Unknown,  ///< it may have happened; only a look at the fleet can tell. Never sent again by itself
    };

    quint64 id = 0; ///< unique within the journal, growing
    Verb verb = Verb::Create;
    State state = State::Sending;
    QString account;       ///< the account's name, for people
    QString deployedModel; ///< empty for a create until its answer came
    QString modelName;
    std::variant<std::monostate, CreateRequest, ScaleRequest, LimitsRequest> asked;
    Figures before;     ///< what held when it was asked
    QByteArray body;    ///< what was sent, compact JSON; empty for Delete
    QDateTime started;  ///< UTC
    QDateTime answered; ///< UTC; invalid while Sending
    int httpStatus = 0;
    QString requestId;
    std::optional<Error> error;
};

/// What was asked and what was answered, oldest first. One for each account's session.
class Journal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<Mutation> &entries() const { return m_entries; }
    const Mutation *find(quint64 id) const;

    /// The newest entry about a deployment, nullptr when there is none.
    const Mutation *newestFor(const QString &deployedModel) const;

    quint64 begin(Mutation mutation); ///< gives it an id and a start time
    void accept(quint64 id, const QString &deployedModel, const QString &requestId, int httpStatus);
    void fail(quint64 id, const Error &error); ///< Refused, NotSent or Unknown, by the error

Q_SIGNALS:
    void added(quint64 id);
    void changed(quint64 id);

private:
    Mutation *entry(quint64 id);
    void noteNewest(const Mutation &mutation);

    QList<Mutation> m_entries; // by growing id
    QHash<QString, quint64> m_newest;
    quint64 m_lastId = 0;
};

} // namespace Slipway
