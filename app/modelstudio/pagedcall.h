// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/envelope.h"
#include "app/modelstudio/paging.h"
#include "app/modelstudio/pendingcall.h"

#include <chrono>

namespace Slipway {

/// All items of a list, and how many the service said there are.
template<typename T>
struct PagedItems
{
    QList<T> items;
    qint64 total = 0;
    std::chrono::nanoseconds parsing{}; ///< the time it took to read what came
    bool isConsistent = true;           ///< false where it changed whenever it was read
};

/// How to ask for the pages of one list and to read them.
template<typename T>
struct PagedRequest
{
    std::function<Request(int number)> page;
    std::function<Result<Page<T>>(const Reply &)> read;
    std::function<QString(const T &)> idOf;
    std::function<Request(int number)> fallback; ///< asked instead when the service refuses with 400; may be empty
};

/// A call that reads every page. One failed page fails the whole. A list that changed while it was read is read again,
/// until two readings agree, but no more than three times in all. One that then still has an empty page where its total
/// promises items fails: what did not come must not look gone. Where it lacks fewer than that, total > items.size().
template<typename T>
class PagedCall final : public PendingAnswer<PagedItems<T>>
{
public:
    PagedCall(Client *client, PagedRequest<T> request, QObject *owner,
              typename PendingAnswer<PagedItems<T>>::Done done) :
        PendingAnswer<PagedItems<T>>(client, owner, std::move(done)),
        m_request(std::move(request)),
        m_paging(m_request.idOf)
    {
        askOn();
    }

private:
    static constexpr int mostReadings = 3;

    void askOn()
    {
        while (const auto number = m_paging.next()) {
            auto *attempts = this->send(m_request.page(*number));
            QObject::connect(attempts, &Attempts::finished, this,
                             [this, attempts, number = *number, reading = m_reading](const Result<Reply> &result) {
                                 attempts->deleteLater();
                                 if (reading == m_reading)
                                     take(number, result);
                             });
        }
    }

    void take(int number, const Result<Reply> &result)
    {
        const auto began = std::chrono::steady_clock::now();
        auto page = result ? readPage(number, *result) : Result<Page<T>>(result.error());
        m_parsing += std::chrono::steady_clock::now() - began;
        if (!page) {
            if (m_request.fallback && page.error().httpStatus == 400)
                fallBack();
            else
                this->answer(page.error());
            return;
        }
        if (page->items.isEmpty())
            m_emptyPage = *result;
        m_paging.take(number, std::move(page).value());
        if (m_paging.isComplete())
            complete();
        else
            askOn();
    }

    /// A list that claims to hold something and shows nothing must not look like an empty one.
    Result<Page<T>> readPage(int number, const Reply &reply) const
    {
        auto page = m_request.read(reply);
        if (page && number == 1 && page->items.isEmpty() && page->total.value_or(0) > 0)
            return badReply(reply, QStringLiteral("empty page"));
        return page;
    }

    void fallBack()
    {
        m_request.page = std::exchange(m_request.fallback, nullptr);
        readAgain();
    }

    void readAgain()
    {
        m_readBefore = m_paging.ids();
        m_paging = Paging<T>(m_request.idOf);
        ++m_reading;
        askOn();
    }

    void complete()
    {
        if (!m_paging.isConsistent() && m_paging.ids() != m_readBefore && m_reading < mostReadings) {
            readAgain();
            return;
        }
        if (m_paging.endedEarly()) {
            this->answer(badReply(m_emptyPage, QStringLiteral("empty page")));
            return;
        }
        const bool isSame = m_reading > 1 && m_paging.ids() == m_readBefore && m_paging.total() <= m_readBefore.size();
        m_request = {}; // who is answered may change what the reading shared with them
        this->answer(PagedItems<T>{.items = m_paging.takeItems(),
                                   .total = m_paging.total(),
                                   .parsing = m_parsing,
                                   .isConsistent = m_paging.isConsistent() || isSame});
    }

    PagedRequest<T> m_request;
    Paging<T> m_paging;
    Reply m_emptyPage; ///< the last one that came
    QSet<QString> m_readBefore;
    int m_reading = 1;
    std::chrono::nanoseconds m_parsing{};
};

} // namespace Slipway
