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
        if (m_asked >= m_last || m_asked - int(m_pages.size()) >= mostAtOnce || (m_asked > 0 && m_pages.empty()))
            return std::nullopt;
        return ++m_asked;
    }

    void take(int number, Page<T> page)
    {
        if (page.total) {
            m_hasMoved = m_hasMoved || (m_total && *m_total != *page.total);
            m_total = page.total;
        }
        if (number == 1)
            m_ids.reserve(std::clamp<qint64>(total(), 0, mostForeseen));
        const bool broughtNew = noteIds(page.items);
        const bool isEmpty = page.items.isEmpty();
        m_pages.insert_or_assign(number, std::move(page));
        if (isEmpty)
            m_end = std::min(m_end, number);
        m_last = std::min({lastByTotal(number, broughtNew), m_end, mostPages});
    }

    bool isComplete() const { return m_asked >= m_last && m_asked == int(m_pages.size()); }

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
        QList<T> items;
        items.reserve(m_ids.size());
        QSet<QString> seen;
        for (auto &[number, page] : m_pages) {
            for (T &item : page.items) {
                if (!m_hasTwins || isNew(seen, m_idOf(item)))
                    items.append(std::move(item));
            }
        }
        return items;
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

    int lastByTotal(int number, bool broughtNew) const
    {
        if (!m_total)
            return broughtNew ? std::max(m_last, number + 1) : m_last;
        return pagesOf(*m_total);
    }

    /// How many pages `total` items make, by the size of page 1.
    int pagesOf(qint64 total) const
    {
        const auto first = m_pages.find(1);
        const qint64 size = first == m_pages.end() ? 0 : first->second.items.size();
        const qint64 pages = size > 0 ? total / size + (total % size > 0) : 1;
        return int(std::clamp<qint64>(pages, 1, mostPages));
    }

    IdOf m_idOf;
    std::map<int, Page<T>> m_pages;
    QSet<QString> m_ids;
    std::optional<qint64> m_total;
    int m_asked = 0;
    int m_last = 1;
    int m_end = mostPages;
    bool m_hasMoved = false;
    bool m_hasTwins = false;
};

} // namespace Slipway
