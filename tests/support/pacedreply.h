// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rawserver.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace Slipway::Test {

/// A service that answers whoever asks with one long reply, a word every ten milliseconds, and knows when it sent what.
/// Times are in milliseconds since the reply began.
class PacedReply
{
public:
    PacedReply() :
        m_server([this](const RawRequest &) {
            m_clock.start();
            m_timer.start(10);
            return RawAnswer{streamHead()};
        })
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { send(); });
    }

    QUrl root() const { return m_server.root(); }
    qint64 now() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }

    /// When that character of the reply was sent, counted from 1.
    qint64 sentAt(qsizetype character) const { return m_sentAt.at(size_t((character - 1) / word.size())); }

    /// How many characters had been sent at that time.
    qsizetype sentBy(qint64 time) const
    {
        const auto later = std::upper_bound(m_sentAt.begin(), m_sentAt.end(), time);
        return qsizetype(later - m_sentAt.begin()) * word.size();
    }

private:
    void send()
    {
        m_sentAt.push_back(m_clock.elapsed());
        m_server.write(chunk(R"(data:{"output":{"choices":[{"message":{"content":")" + word +
                             R"(","role":"assistant"},"finish_reason":"null"}]},"request_id":"r-1"})" + "\n\n"));
    }

    inline static const QByteArray word = QByteArrayLiteral("word ");
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::vector<qint64> m_sentAt; ///< of each word
    RawServer m_server;
};

} // namespace Slipway::Test
