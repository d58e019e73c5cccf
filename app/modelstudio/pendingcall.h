// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/attempts.h"
#include "app/modelstudio/call.h"
#include "app/modelstudio/client.h"

#include <functional>

namespace Slipway {

/// What makes the promises of Call true: one answer, not before the event loop runs again, none without the owner.
class PendingCall : public Call
{
    Q_OBJECT
public:
    /// An owner of nullptr is the client itself.
    PendingCall(Client *client, QObject *owner);

    void cancel() override;

protected:
    Client *client() const { return m_client; }
    bool isSettled() const { return m_isSettled; }

    Attempts *send(const Request &request); ///< stopped with this call
    void stop();   ///< closes every connection of this call at once; what they still bring is dropped
    bool settle(); ///< true once: the caller answers now, and touches nothing of this call after that
    bool hasOwner() const { return !m_owner.isNull(); }

    virtual void answerError(const Error &error) = 0; ///< called at most once, settled already

private:
    Client *m_client;
    QPointer<QObject> m_owner;
    bool m_isSettled = false;
};

/// A call that answers one kind of value.
template<typename T>
class PendingAnswer : public PendingCall
{
public:
    using Done = std::function<void(Result<T>)>;

    PendingAnswer(Client *client, QObject *owner, Done done) : PendingCall(client, owner), m_done(std::move(done)) {}

protected:
    void answer(Result<T> result)
    {
        if (settle())
            hand(std::move(result));
    }

private:
    void answerError(const Error &error) override { hand(error); }

    void hand(Result<T> result)
    {
        const Done done = std::move(m_done); // it may delete this
        if (hasOwner() && done)
            done(std::move(result));
    }

    Done m_done;
};

/// A call of a single request, whose reply `read` turns into the answer.
template<typename T>
class SingleCall final : public PendingAnswer<T>
{
public:
    using Read = std::function<Result<T>(const Reply &)>;

    SingleCall(Client *client, const Request &request, QObject *owner, typename PendingAnswer<T>::Done done,
               Read read) :
        PendingAnswer<T>(client, owner, std::move(done)), m_read(std::move(read))
    {
        QObject::connect(this->send(request), &Attempts::finished, this, [this](const Result<Reply> &result) {
            this->answer(result ? m_read(*result) : Result<T>(result.error()));
        });
    }

private:
    Read m_read;
};

} // namespace Slipway
