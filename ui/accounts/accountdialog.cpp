// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "app/modelstudio/deploymentsapi.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/notice.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Slipway {

static QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

AccountDialog::AccountDialog(Accounts *accounts, const QString &accountId, QWidget *parent) :
    QDialog(parent),
    m_accounts(accounts),
    m_title(Look::titleLabel({}, this)),
    m_form(new AccountForm(this)),
    m_notice(new Notice(this)),
    m_untested(button("saveUntestedButton", this)),
    m_cancel(button("cancelButton", this)),
    m_primary(button("saveButton", this))
{
    setObjectName(QStringLiteral("accountDialog"));
    m_notice->setObjectName(QStringLiteral("accountNotice"));
    const auto account = accounts->find(accountId);
    if (account && account->origin == Account::Origin::Saved) {
        m_id = accountId;
        m_form->edit(*account);
    }
    QStringList names;
    for (const Account &other : accounts->all()) {
        if (other.id != m_id && other.origin == Account::Origin::Saved)
            names.append(other.name);
    }
    m_form->setTakenNames(names);
    layOut();
    connectAll();
    setStep(Step::Editing);
}

AccountDialog::~AccountDialog() = default;

void AccountDialog::askForKey()
{
    m_form->askForKey();
}

void AccountDialog::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Look::gap);
    buttons->addWidget(m_untested);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_primary);
    m_primary->setDefault(true);
    m_notice->setMinimumHeight(4 * fontMetrics().lineSpacing() + 2 * Look::gap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    column->setSpacing(Look::gap);
    column->addWidget(m_title);
    column->addWidget(m_form);
    column->addWidget(m_notice, 1);
    column->addLayout(buttons);
    setMinimumWidth(72 * fontMetrics().averageCharWidth() + 8 * Look::gap);
}

void AccountDialog::connectAll()
{
    connect(m_primary, &QPushButton::clicked, this, &AccountDialog::submit);
    connect(m_untested, &QPushButton::clicked, this, [this] {
        if (m_form->check())
            save();
    });
    connect(m_cancel, &QPushButton::clicked, this, &AccountDialog::reject);
    connect(m_form, &AccountForm::edited, this, &AccountDialog::edited);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, m_primary, [this] { m_primary->click(); });
    }
}

void AccountDialog::setStep(Step step)
{
    m_step = step;
    const bool open = step == Step::Editing || step == Step::Refused || step == Step::Failed;
    m_form->setEnabled(open);
    m_untested->setVisible(step == Step::Failed);
    m_cancel->setVisible(step != Step::Told);
    m_primary->setEnabled(open || step == Step::Told);
    retranslate();
    if (step == Step::Testing || step == Step::Saving)
        m_cancel->setFocus();
    else if (step == Step::Told)
        m_primary->setFocus();
}

void AccountDialog::edited()
{
    if (m_step == Step::Refused || m_step == Step::Failed)
        setStep(Step::Editing);
}

void AccountDialog::submit()
{
    if (m_step == Step::Told)
        accept();
    else if (m_form->check())
        withKey([this](const QByteArray &key) { test(key); });
}

/// The key that was entered, or else the stored one, which a test needs too.
void AccountDialog::withKey(const std::function<void(const QByteArray &)> &use)
{
    const QByteArray entered = m_form->key();
    m_readingKey = entered.isEmpty();
    setStep(Step::Testing);
    if (!entered.isEmpty()) {
        use(entered);
        return;
    }
    m_accounts->key(m_id, this, [this, use](const KeychainOutcome &outcome, const QByteArray &key) {
        if (!std::exchange(m_readingKey, false))
            return; // stopped meanwhile
        if (outcome.kind == KeychainOutcome::Kind::Done) {
            retranslate();
            use(key);
            return;
        }
        setStep(Step::Failed);
        m_notice->say(Look::Tone::Bad, twoSentences(AccountWords::keyNotRead(outcome), tr("Nothing was saved.")));
        m_form->focusKey();
    });
}

void AccountDialog::test(const QByteArray &key)
{
    const Account account = m_form->account();
    m_client = std::make_unique<Client>(endpointAt(account.root, account.workspace, key));
    DeploymentsApi(m_client.get()).probe(this, [this](const Result<Answer<qint64>> &answer) {
        m_client.release()->deleteLater(); // it is the client that is calling
        if (answer)
            save();
        else
            tested(answer.error());
    });
}

void AccountDialog::tested(const Error &error)
{
    const bool refused = error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden;
    setStep(refused ? Step::Refused : Step::Failed);
    m_notice->say(Look::Tone::Bad, textOf(error, Deed::TestKey).whole());
    if (refused)
        m_form->focusKey();
    else
        m_primary->setFocus();
}

void AccountDialog::stopTest()
{
    m_client.reset();
    m_readingKey = false;
    setStep(Step::Editing);
    m_notice->say(Look::Tone::Warning, tr("The test was stopped. Nothing was saved."));
    m_primary->setFocus();
}

void AccountDialog::save()
{
    setStep(Step::Saving);
    const QByteArray key = m_form->key();
    m_savedId =
        m_accounts->save(m_form->account(), key, this, [this](const KeychainOutcome &outcome) { kept(outcome); });
    m_form->clearKey();
}

void AccountDialog::kept(const KeychainOutcome &outcome)
{
    if (outcome.kind == KeychainOutcome::Kind::Done) {
        accept();
        return;
    }
    setStep(Step::Told);
    m_notice->say(Look::Tone::Warning, AccountWords::keyNotKept(outcome));
}

void AccountDialog::reject()
{
    if (m_step == Step::Testing)
        stopTest();
    else
        QDialog::reject();
}

void AccountDialog::closeEvent(QCloseEvent *event)
{
    if (m_step == Step::Testing)
        stopTest();
    QDialog::closeEvent(event);
}

void AccountDialog::done(int result)
{
    m_client.reset();
    m_form->clearKey();
    const QString id = std::exchange(m_savedId, {});
    QDialog::done(result);
    if (!id.isEmpty())
        Q_EMIT saved(id);
}

void AccountDialog::retranslate()
{
    const auto account = m_accounts->find(m_id);
    const QString title = account ? tr("Edit %1").arg(AccountWords::name(*account)) : tr("Add an account");
    setWindowTitle(Look::windowTitle(title));
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideRight, minimumWidth() - 4 * Look::gap));
    m_untested->setText(tr("Save without testing"));
    m_cancel->setText(m_step == Step::Testing ? tr("Stop") : m_step == Step::Saving ? tr("Close") : tr("Cancel"));
    m_primary->setText(m_step == Step::Told ? tr("Close") : tr("Test and save"));
    if (m_step == Step::Editing)
        m_notice->say(Look::Tone::Idle, tr("“Test and save” first asks the service for one entry of the list of "
                                           "deployments. That changes nothing and costs nothing."));
    else if (m_step == Step::Testing && m_readingKey)
        m_notice->say(Look::Tone::Busy,
                      tr("Waiting for the keychain to give the key. It may be asking for its password in a window of "
                         "its own."));
    else if (m_step == Step::Testing)
        m_notice->say(Look::Tone::Busy, tr("Testing the key with %1 …").arg(AccountWords::host(m_form->account())));
    else if (m_step == Step::Saving)
        m_notice->say(Look::Tone::Busy, tr("Storing the key in the keychain …"));
}

void AccountDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
