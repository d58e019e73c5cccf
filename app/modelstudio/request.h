// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <utility>

namespace Slipway {

enum class Verb { Get, Post, Put, Delete };

QByteArray nameOf(Verb verb);

/// One request as a value: everything about it but what every request carries (key, workspace, User-Agent).
struct Request
{
    Verb verb = Verb::Get;
    QUrl url;
    QByteArray body; ///< JSON; empty for GET and DELETE
    QByteArray accept = QByteArrayLiteral("application/json");
    QList<std::pair<QByteArray, QByteArray>> headers; ///< beside those
    QString fault;                                    ///< what is wrong with it; if anything, it is not sent
    bool mayBeTriedAgain = true;                      ///< a GET only, as retry.h says
    bool isStream = false; ///< the reply comes bit by bit, over a connection that nothing else waits for

    /// The longest it may take, further tries included; zero: no limit.
    std::chrono::milliseconds deadline{0};
    /// The longest silence between two bytes; zero: no limit.
    std::chrono::milliseconds silence{0};
};

/// The address below `root` at `segments`, each percent-encoded as a whole, so that an id may hold any character.
/// Invalid where a segment cannot travel: it is empty, or "." or "..", which every server takes for a step in the path.
QUrl urlBelow(const QUrl &root, const QStringList &segments, const QList<std::pair<QString, QString>> &query = {});

} // namespace Slipway
