// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountwords.h"

#include "app/accounts/accounts.h"
#include "app/modelstudio/endpoint.h"
#include "ui/look.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace Slipway::AccountWords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::AccountWords)
};

QString withDetail(const QString &sentence, const KeychainOutcome &outcome)
{
    if (outcome.detail.isEmpty())
        return sentence;
    return Words::tr("%1 (The keychain says: %2)").arg(sentence, Look::visible(outcome.detail));
}

} // namespace

QString region(const QUrl &root)
{
    if (root == rootOf(Region::Beijing))
        return Words::tr("Beijing");
    if (root == rootOf(Region::Singapore))
        return Words::tr("Singapore");
    const QString host = root.host();
    if (host.endsWith(QLatin1String(".cn-beijing.maas.aliyuncs.com")))
        return Words::tr("Beijing");
    if (host.endsWith(QLatin1String(".ap-southeast-1.maas.aliyuncs.com")))
        return Words::tr("Singapore");
    return Look::visible(root.authority());
}

QString name(const Account &account)
{
    switch (account.origin) {
    case Account::Origin::Simulator:
        return Words::tr("Simulator");
    case Account::Origin::Environment:
        return QStringLiteral("DASHSCOPE_API_KEY"); // as its own person calls it
    case Account::Origin::Saved:
        break;
    }
    return account.name.isEmpty() ? region(account.root) : Look::visible(account.name);
}

QString title(const Account &account)
{
    if (account.origin == Account::Origin::Simulator)
        return Words::tr("Simulator (simulated, free)");
    const QString place = region(account.root);
    const QString called = name(account);
    return called == place ? place : QStringLiteral("%1 · %2").arg(place, called);
}

QString title(const Account &account, const QFontMetrics &metrics, int width)
{
    const QString whole = title(account);
    if (metrics.horizontalAdvance(whole) <= width)
        return whole;
    return metrics.elidedText(name(account), Qt::ElideRight, width);
}

QString host(const Account &account)
{
    return Look::visible(account.root.authority());
}

QString keyPlace(const Accounts &accounts, const Account &account)
{
    if (account.origin == Account::Origin::Simulator)
        return Words::tr("Simulator");
    return accounts.keptInMemory(account.id) ? Words::tr("This run only") : Words::tr("Keychain");
}

QString keyNotKept(const KeychainOutcome &outcome)
{
    const QString what =
        outcome.kind == KeychainOutcome::Kind::Unavailable
            ? Words::tr("The account is saved. There is no keychain service here, or it does not "
                        "answer, so the key is kept for this run only: enter it again next time.")
            : Words::tr("The account is saved. The keychain is locked or refused access, so the key is "
                        "kept for this run only: unlock the keychain, then save the key again.");
    return withDetail(what, outcome);
}

QString environmentNotKept(const KeychainOutcome &outcome)
{
    const QString what =
        outcome.kind == KeychainOutcome::Kind::Unavailable
            ? Words::tr("The key was not stored: there is no keychain service here, or it does not answer. It is held "
                        "for this run only, as before.")
            : Words::tr("The key was not stored: the keychain is locked or refused access. It is held for this run "
                        "only, as before.");
    return withDetail(what, outcome);
}

QString keyNotRead(const KeychainOutcome &outcome)
{
    switch (outcome.kind) {
    case KeychainOutcome::Kind::Done:
        return {};
    case KeychainOutcome::Kind::NotFound:
        return Words::tr(
            "The keychain holds no key for this account, or it is locked. Unlock it and try again, or enter "
            "the key.");
    case KeychainOutcome::Kind::Denied:
        return withDetail(Words::tr("The keychain is locked or refused access. Unlock it and try again, or enter the "
                                    "key."),
                          outcome);
    case KeychainOutcome::Kind::Unavailable:
        return withDetail(Words::tr("There is no keychain service here, or it does not answer. Enter the key."),
                          outcome);
    }
    return {};
}

QString keyNotRemoved(const KeychainOutcome &outcome)
{
    const QString what =
        outcome.kind == KeychainOutcome::Kind::Unavailable
            ? Words::tr("The account stays: there is no keychain service here, or it does not answer, so "
                        "the key may still be in the keychain.")
            : Words::tr("The account stays: the keychain is locked or refused access, so the key is "
                        "still in it. Unlock the keychain and remove the account again.");
    return withDetail(what, outcome);
}

QString menuText(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace Slipway::AccountWords
