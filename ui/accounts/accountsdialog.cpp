// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsdialog.h"

#include "app/accounts/accounts.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/removalpanel.h"
#include "ui/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Slipway {

namespace {

enum Column { Name, Host, Workspace, Key };

QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

AccountsDialog::AccountsDialog(Accounts *accounts, QWidget *parent) :
    QDialog(parent),
    m_accounts(accounts),
    m_list(new QTreeWidget(this)),
    m_add(button("addButton", this)),
    m_edit(button("editButton", this)),
    m_remove(button("removeButton", this)),
    m_removal(new RemovalPanel(accounts, this)),
    m_close(button("closeButton", this))
{
    setObjectName(QStringLiteral("accountsDialog"));
    m_list->setObjectName(QStringLiteral("accountList"));
    m_list->setColumnCount(4);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->installEventFilter(this);
    layOut();
    retranslate();
    arrangeColumns();
    connectAll();
    chooseOpenOne();
    updateButtons();
}

void AccountsDialog::chooseOpenOne()
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(Name, Qt::UserRole).toString() == m_accounts->currentId())
            return m_list->setCurrentItem(item);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void AccountsDialog::layOut()
{
    auto *side = new QVBoxLayout;
    side->setSpacing(Look::gap);
    side->addWidget(m_add);
    side->addWidget(m_edit);
    side->addWidget(m_remove);
    side->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(Look::gap);
    top->addWidget(m_list, 1);
    top->addLayout(side);
    auto *bottom = new QHBoxLayout;
    bottom->addStretch(1);
    bottom->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    column->setSpacing(Look::gap);
    column->addLayout(top, 1);
    column->addWidget(m_removal);
    column->addLayout(bottom);
    resize(760, 400);
}

void AccountsDialog::arrangeColumns()
{
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Host, QHeaderView::Stretch);
    for (const int column : {int(Name), int(Workspace), int(Key)}) {
        m_list->resizeColumnToContents(column);
        const int widest = 28 * fontMetrics().averageCharWidth();
        m_list->setColumnWidth(column, qMin(m_list->columnWidth(column) + 2 * Look::gap, widest));
    }
}

void AccountsDialog::connectAll()
{
    connect(m_accounts, &Accounts::changed, this, &AccountsDialog::fill);
    connect(m_accounts, &Accounts::currentChanged, this, &AccountsDialog::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AccountsDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &AccountsDialog::editCurrent);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addRequested);
    connect(m_edit, &QPushButton::clicked, this, &AccountsDialog::editCurrent);
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::removeCurrent);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_removal, &RemovalPanel::closed, this, [this] {
        updateButtons();
        m_list->setFocus();
    });
}

void AccountsDialog::fill()
{
    const auto before = current();
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Account &account : m_accounts->all()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(Name, Qt::UserRole, account.id);
        const QString name = AccountWords::name(account);
        const bool isOpen = account.id == m_accounts->currentId();
        item->setText(Name, isOpen ? tr("%1 · in use", "an account, by its name").arg(name) : name);
        item->setSizeHint(Name,
                          {fontMetrics().horizontalAdvance(item->text(Name)), fontMetrics().height() + Look::gap});
        item->setText(Host, AccountWords::host(account));
        item->setText(Workspace, account.workspace.isEmpty() ? QStringLiteral("–") : Look::visible(account.workspace));
        item->setText(Key, AccountWords::keyPlace(*m_accounts, account));
        for (int column = Name; column <= Key; ++column)
            item->setToolTip(column, Look::toolTip(item->text(column)));
        if (before && before->id == account.id)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(qMin(row, m_list->topLevelItemCount() - 1)));
    updateButtons();
}

std::optional<Account> AccountsDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? m_accounts->find(item->data(Name, Qt::UserRole).toString()) : std::nullopt;
}

void AccountsDialog::updateButtons()
{
    const auto account = current();
    const bool asking = !m_removal->isHidden();
    m_list->setEnabled(!asking);
    m_add->setEnabled(!asking);
    m_edit->setEnabled(!asking && account && account->origin == Account::Origin::Saved);
    m_remove->setEnabled(!asking && account && account->origin != Account::Origin::Simulator);
}

void AccountsDialog::editCurrent()
{
    if (m_edit->isEnabled())
        Q_EMIT editRequested(current()->id);
}

void AccountsDialog::removeCurrent()
{
    if (!m_remove->isEnabled())
        return;
    const Account account = *current();
    m_removal->ask(account, m_openCount ? m_openCount(account.id) : 0);
    updateButtons();
}

void AccountsDialog::reject()
{
    if (m_removal->isHidden())
        QDialog::reject();
    else
        m_removal->keep();
}

bool AccountsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void AccountsDialog::retranslate()
{
    setWindowTitle(tr("Accounts"));
    m_list->setHeaderLabels({tr("Name"), tr("Host"), tr("Workspace"), tr("Key")});
    m_list->setAccessibleName(tr("Accounts"));
    m_add->setText(tr("Add…"));
    m_edit->setText(tr("Edit…"));
    m_remove->setText(tr("Remove…"));
    m_close->setText(tr("Close"));
    fill();
}

void AccountsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
