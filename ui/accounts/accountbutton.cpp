// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountbutton.h"

#include "app/accounts/accounts.h"
#include "ui/accounts/accountwords.h"
#include "ui/look.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace Slipway {

static constexpr int widestInCharacters = 36;
static constexpr int arrowSide = 12;

AccountButton::AccountButton(Accounts *accounts, QWidget *parent) :
    QToolButton(parent), m_accounts(accounts), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("accountButton"));
    m_menu->setObjectName(QStringLiteral("accountMenu"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &AccountButton::fillMenu);
    connect(accounts, &Accounts::changed, this, &AccountButton::refresh);
    connect(accounts, &Accounts::currentChanged, this, &AccountButton::refresh);
    refresh();
}

QSize AccountButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(arrowSide + Look::smallGap, 0);
}

/// The arrow stands in line with the words: the style would put it into the corner.
void AccountButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    const int room = arrowSide + Look::smallGap;
    QStyleOptionToolButton words = option;
    words.rect.setWidth(width() - room);
    words.rect = QStyle::visualRect(layoutDirection(), rect(), words.rect);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.drawControl(QStyle::CE_ToolButtonLabel, words);
    QStyleOption arrow = option;
    arrow.rect = QStyle::visualRect(layoutDirection(), rect(),
                                    {width() - room, (height() - arrowSide) / 2, arrowSide, arrowSide});
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrow);
}

void AccountButton::refresh()
{
    const auto account = m_accounts->find(m_accounts->currentId());
    const QString title = account ? AccountWords::title(*account) : tr("No account");
    const int widest = widestInCharacters * fontMetrics().averageCharWidth();
    setText(AccountWords::menuText(account ? AccountWords::title(*account, fontMetrics(), widest) : title));
    setIcon(Look::icon(QStringLiteral("account"), palette()));
    setAccessibleName(tr("Account: %1").arg(title));
    QStringList lines{title};
    if (account)
        lines.append(AccountWords::host(*account));
    if (account && !account->workspace.isEmpty())
        lines.append(tr("Workspace %1").arg(Look::visible(account->workspace)));
    if (account && m_accounts->keptInMemory(account->id))
        lines.append(tr("The key is kept for this run only."));
    setToolTip(Look::toolTip(lines.join(u'\n')));
}

void AccountButton::fillMenu()
{
    m_menu->clear();
    addAccounts();
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Add account…")), &QAction::triggered, this, &AccountButton::addRequested);
    connect(m_menu->addAction(tr("Accounts…")), &QAction::triggered, this, &AccountButton::manageRequested);
    for (const Account &account : m_accounts->all()) {
        if (account.origin == Account::Origin::Environment)
            connect(m_menu->addAction(tr("Keep key in keychain…")), &QAction::triggered, this,
                    &AccountButton::keepEnvironmentRequested);
    }
}

void AccountButton::addAccounts()
{
    auto *group = new QActionGroup(m_menu); // one of them is current
    connect(m_menu, &QMenu::aboutToHide, group, &QObject::deleteLater);
    const QString current = m_accounts->currentId();
    const int widest = 2 * widestInCharacters * fontMetrics().averageCharWidth();
    for (const Account &account : m_accounts->all()) {
        const QString title = AccountWords::title(account, m_menu->fontMetrics(), widest);
        QAction *action = m_menu->addAction(AccountWords::menuText(title));
        action->setToolTip(Look::toolTip(AccountWords::title(account))); // else Qt makes one of the text, as markup
        action->setCheckable(true);
        group->addAction(action);
        action->setChecked(account.id == current);
        action->setData(account.id);
        connect(action, &QAction::triggered, this, [this, id = account.id] { m_accounts->setCurrentId(id); });
    }
}

void AccountButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        refresh();
}

} // namespace Slipway
