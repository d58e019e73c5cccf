// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/accounts/credentials.h"

#include <QString>

class QFontMetrics;

namespace Slipway {

class Accounts;

/// Accounts in words, the same everywhere. Plain text for one line, hidden characters made visible; foreign text is not
/// escaped for menus or rich text.
namespace AccountWords {

QString region(const QUrl &root);      ///< "Beijing", "Singapore" (a workspace's host too), or the host
QString name(const Account &account);  ///< "Simulator", "team-prod"; an account without a name is called by its region
QString title(const Account &account); ///< "Simulator (simulated, free)", "Beijing · team-prod"
QString title(const Account &account, const QFontMetrics &metrics, int width); ///< where it is too long, the name
QString host(const Account &account);                                          ///< with the port where there is one
QString keyPlace(const Accounts &accounts, const Account &account); ///< "Keychain", "This run only", "Simulator"

QString keyNotKept(const KeychainOutcome &outcome);         ///< after saving: where the key is and why
QString environmentNotKept(const KeychainOutcome &outcome); ///< why the environment's key could not be stored
QString keyNotRead(const KeychainOutcome &outcome);         ///< a stored key that could not be had
QString keyNotRemoved(const KeychainOutcome &outcome);      ///< why an account could not be removed

/// For menus, buttons and tabs, where an & would be taken for a mnemonic.
QString menuText(QString text);

} // namespace AccountWords

} // namespace Slipway
