// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace Slipway {

/// One page of a list.
template<typename T>
struct Page
{
    QList<T> items;
    std::optional<qint64> total; ///< over all pages, where the service said it
};

/// Which pages of a list to ask for, and what they make together. Pure. Page 1 goes first and tells how many items the
/// service puts on a page, whatever was asked for; then up to six are under way at once. Goes on until the total is
/// covered, or an empty page came, or, where there is no total, a page that brought nothing new.
template<typename T>
class Paging
{
public:
    using IdOf = std::function<QString(const T &)>;
    static constexpr int mostAtOnce = 6;
    static constexpr int mostPages = 1000;
    static constexpr int mostForeseen = mostPages * 100; ///< items that room is made for because a total says so

    explicit Paging(IdOf idOf) : m_idOf(std::move(idOf)) {}

    /// The next page to ask for now, if any.
    std::optional<int> next()
    {
        if (m_asked >= m_last || m_asked - m_came >= mostAtOnce || (m_asked > 0 && m_came == 0))
            return std::nullopt;
        return ++m_asked;
    }

    void take(int number, Page<T> page)
    {
        if (page.total) {
            m_hasMoved = m_hasMoved || (m_total && *m_total != *page.total);
            m_total = page.total;
        }
        if (number == 1) {
            m_pageSize = page.items.size();
            const auto foreseen = std::clamp<qint64>(total(), 0, mostForeseen);
            m_ids.reserve(foreseen);
            m_items.reserve(foreseen);
        }
        const bool broughtNew = noteIds(page.items);
        if (page.items.isEmpty())
            m_end = std::min(m_end, number);
        m_early.insert_or_assign(number, std::move(page.items));
        ++m_came;
        line();
        m_last = std::min({lastByTotal(number, broughtNew), m_end, mostPages});
    }

    bool isComplete() const { return m_asked >= m_last && m_asked == m_came; }

    qint64 total() const { return m_total.value_or(m_ids.size()); }

    /// False when the list changed while it was read, so that an item may have slipped from one page to another unread.
    bool isConsistent() const { return !m_hasMoved && !m_hasTwins && (!m_total || m_ids.size() == *m_total); }

    /// True where an empty page stood before the last one that the total promises: some of the list did not come.
    bool endedEarly() const
    {
        const qint64 promised = m_total.value_or(0);
        return m_ids.size() < promised && m_end < pagesOf(promised);
    }

    /// Every item once, in the order of the pages.
    QList<T> takeItems()
    {
        if (m_hasTwins) {
            QSet<QString> seen;
            m_items.removeIf([&](const T &item) { return !isNew(seen, m_idOf(item)); });
        }
        return std::exchange(m_items, {});
    }

    const QSet<QString> &ids() const { return m_ids; }

private:
    static bool isNew(QSet<QString> &seen, const QString &id)
    {
        const qsizetype before = seen.size();
        seen.insert(id);
        return seen.size() > before;
    }

    bool noteIds(const QList<T> &items)
    {
        const qsizetype before = m_ids.size();
        for (const T &item : items)
            m_ids.insert(m_idOf(item));
        m_hasTwins = m_hasTwins || m_ids.size() - before != items.size();
        return m_ids.size() > before;
    }

    /// Puts the pages whose turn has come behind each other: of thousands of items few are left for the end.
    void line()
    {
        for (auto page = m_early.begin(); page != m_early.end() && page->first == m_lined + 1; ++m_lined) {
            m_items.append(std::move(page->second));
            page = m_early.erase(page);
        }
    }

    int lastByTotal(int number, bool broughtNew) const
    {
        if (!m_total)
            return broughtNew ? std::max(m_last, number + 1) : m_last;
        return pagesOf(*m_total);
    }

    /// How many pages `total` items make, by the size of page 1.
    int pagesOf(qint64 total) const
    {
        const qint64 pages = m_pageSize > 0 ? total / m_pageSize + (total % m_pageSize > 0) : 1;
        return int(std::clamp<qint64>(pages, 1, mostPages));
    }

    IdOf m_idOf;
    QList<T> m_items;                ///< of the pages up to m_lined
    std::map<int, QList<T>> m_early; ///< of those that came before their turn
    QSet<QString> m_ids;
    std::optional<qint64> m_total;
    qsizetype m_pageSize = 0;
    int m_asked = 0;
    int m_came = 0;
    int m_lined = 0;
    int m_last = 1;
    int m_end = mostPages;
    bool m_hasMoved = false;
    bool m_hasTwins = false;
};

} // namespace Slipway
