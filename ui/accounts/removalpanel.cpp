// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/removalpanel.h"

#include "ui/accounts/accountwords.h"
#include "ui/accounts/notice.h"
#include "ui/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

static QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

RemovalPanel::RemovalPanel(Accounts *accounts, QWidget *parent) :
    QWidget(parent),
    m_accounts(accounts),
    m_notice(new Notice(this)),
    m_keep(button("keepAccountButton", this)),
    m_remove(button("confirmRemoveButton", this))
{
    m_notice->setObjectName(QStringLiteral("removalNotice"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Look::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Look::gap);
    column->addWidget(m_notice);
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &RemovalPanel::keep);
    connect(m_remove, &QPushButton::clicked, this, &RemovalPanel::act);
    colourDanger();
    hide();
}

void RemovalPanel::ask(const Account &account, int openCount)
{
    m_account = account;
    m_openCount = openCount;
    setStep(Step::Asking);
    show();
    m_keep->setFocus();
}

void RemovalPanel::keep()
{
    setStep(Step::Closed);
    hide();
    Q_EMIT closed();
}

void RemovalPanel::act()
{
    const QString id = m_account.id;
    if (m_step == Step::Refused) {
        m_accounts->forget(id);
        keep();
        return;
    }
    setStep(Step::Removing);
    m_keep->setFocus();
    m_accounts->remove(id, this, [this, id](const KeychainOutcome &outcome) { removed(id, outcome); });
}

void RemovalPanel::removed(const QString &id, const KeychainOutcome &outcome)
{
    if (outcome.kind == KeychainOutcome::Kind::Done) {
        if (m_step == Step::Removing && id == m_account.id)
            keep();
        return;
    }
    if (const auto account = m_accounts->find(id)) { // said even when the panel was closed meanwhile
        m_outcome = outcome;
        m_account = *account;
        setStep(Step::Refused);
        show();
        m_keep->setFocus();
    }
}

void RemovalPanel::setStep(Step step)
{
    m_step = step;
    m_remove->setEnabled(step != Step::Removing);
    retranslate();
}

QString RemovalPanel::question() const
{
    const QString what =
        tr("Remove the account “%1” (%2)?").arg(AccountWords::title(m_account), AccountWords::host(m_account));
    const QString key = m_account.origin == Account::Origin::Environment
                            ? tr("It comes back at the next start while DASHSCOPE_API_KEY is set.")
                            : tr("Its key is removed from the keychain.");
    QStringList lines{what, key, tr("Deployments are not touched: those that run go on running and being billed.")};
    if (m_openCount > 0)
        lines.insert(1, tr("%n of its requests have no answer: what was sent may exist and be billed. Slipway does not "
                           "look into that any more once the account is removed.",
                           nullptr, m_openCount));
    return lines.join(u'\n');
}

void RemovalPanel::retranslate()
{
    const QString name = AccountWords::menuText(fontMetrics().elidedText(AccountWords::name(m_account), Qt::ElideMiddle,
                                                                         24 * fontMetrics().averageCharWidth()));
    m_remove->setText(m_step == Step::Refused ? tr("Remove without the key") : tr("Remove %1").arg(name));
    m_keep->setText(m_step == Step::Removing ? tr("Close") : tr("Keep the account"));
    if (m_step == Step::Asking)
        m_notice->say(Look::Tone::Warning, question());
    else if (m_step == Step::Removing)
        m_notice->say(Look::Tone::Busy,
                      tr("Removing the key of “%1” from the keychain …").arg(AccountWords::name(m_account)));
    else if (m_step == Step::Refused)
        m_notice->say(Look::Tone::Bad, tr("%1\nThe account can be removed all the same; its key may then stay in the "
                                          "keychain, where only you can remove it.")
                                           .arg(AccountWords::keyNotRemoved(m_outcome)));
}

void RemovalPanel::colourDanger()
{
    const QColor danger = Look::colour(Look::Tone::Bad, palette());
    QPalette colours = m_remove->palette();
    if (colours.color(QPalette::Active, QPalette::ButtonText) == danger)
        return;
    colours.setColor(QPalette::Active, QPalette::ButtonText, danger);
    colours.setColor(QPalette::Inactive, QPalette::ButtonText, danger);
    m_remove->setPalette(colours);
}

void RemovalPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourDanger();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
