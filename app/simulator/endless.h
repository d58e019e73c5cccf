// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/eventsource.h"

namespace Slipway::Simulator {

/// A body without end: a beginning, then the same bytes for ever. Sent as a stream of events is, so that it takes no
/// more memory than its reader lets pile up.
class EndlessBody : public EventSource
{
public:
    EndlessBody(QByteArray begin, QByteArray again);

    std::optional<QByteArray> next() override;
    bool ending() const override { return false; }
    qint64 tokens() const override { return m_pieces; }
    QByteArray error(const Refusal &) override { return {}; }

private:
    QByteArray m_begin;
    QByteArray m_again;
    qint64 m_pieces = 0;
};

/// How much larger compressed blanks become when they are unpacked. Qt gives up beyond 40 times, after 10 MB.
enum class Blowup { Times158, Times34 };

/// gzip of `content` and then of blanks without end.
EndlessBody *gzipWithoutEnd(const QByteArray &content, Blowup blowup);

} // namespace Slipway::Simulator
