// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/credentials.h"

#include <QTest>

#include <memory>

namespace Slipway {

/// What credentials answered, and how often.
struct KeychainAnswer
{
    KeychainOutcome::Kind kind = KeychainOutcome::Kind::Denied;
    QString detail;
    QByteArray key;
    int count = 0;
};

/// Waits for one answer; `count` is 0 when none came and -1 when it came before the function that was asked returned.
template<typename Ask>
KeychainAnswer answerTo(const Ask &ask)
{
    QObject owner;
    auto answer = std::make_shared<KeychainAnswer>();
    ask(&owner, [answer](const KeychainOutcome &outcome, const QByteArray &key = {}) {
        *answer = {outcome.kind, outcome.detail, key, answer->count + 1};
    });
    if (answer->count > 0)
        answer->count = -1;
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer->count != 0, 20000); }();
    return *answer;
}

inline KeychainAnswer readFrom(Credentials &credentials, const QString &id)
{
    return answerTo([&](QObject *owner, auto done) { credentials.read(id, owner, done); });
}

inline KeychainAnswer writeTo(Credentials &credentials, const QString &id, const QByteArray &key)
{
    return answerTo([&](QObject *owner, auto done) { credentials.write(id, key, owner, done); });
}

inline KeychainAnswer removeFrom(Credentials &credentials, const QString &id)
{
    return answerTo([&](QObject *owner, auto done) { credentials.remove(id, owner, done); });
}

} // namespace Slipway
