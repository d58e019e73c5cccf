// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainmenu.h"

#include "ui/chat/sendkey.h"
#include "ui/commands.h"
#include "ui/language.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QSettings>

namespace Slipway {

using Id = Commands::Id;

MainMenu::MainMenu(Commands *commands, Language *language, QSettings *settings, QWidget *parent) :
    QMenu(parent), m_language(language), m_settings(settings)
{
    setObjectName(QStringLiteral("mainMenu"));
    addAction(commands->action(Id::Compare));
    addAction(commands->action(Id::Runs));
    addAction(commands->action(Id::Journal));
    addAction(commands->action(Id::Conversations));
    addSeparator();
    addAction(commands->action(Id::AddAccount));
    addAction(commands->action(Id::ManageAccounts));
    addSeparator();
    m_sendKey = addMenu(QString());
    m_appearance = addMenu(QString());
    m_languages = addMenu(QString());
    m_help = addMenu(QString());
    m_help->addAction(commands->action(Id::Shortcuts));
    m_help->addAction(commands->action(Id::Performance));
    m_help->addAction(commands->action(Id::About));
    addSeparator();
    addAction(commands->action(Id::Quit));
    buildSendKey();
    buildAppearance();
    buildLanguage();
    retranslate();
}

QAction *MainMenu::choice(QMenu *menu, QActionGroup *group, const QString &value)
{
    QAction *action = menu->addAction(QString());
    action->setCheckable(true);
    action->setObjectName(value);
    action->setData(value);
    group->addAction(action);
    return action;
}

void MainMenu::buildAppearance()
{
    auto *group = new QActionGroup(this);
    const QString chosen = Theme::wordOf(Theme::choiceOf(m_settings->value(QStringLiteral("appearance")).toString()));
    for (const auto *word : {"system", "light", "dark"}) {
        QAction *action = choice(m_appearance, group, QLatin1String(word));
        action->setChecked(chosen == QLatin1String(word));
    }
    connect(group, &QActionGroup::triggered, this, [this](QAction *action) {
        m_settings->setValue(QStringLiteral("appearance"), action->data());
        Theme::apply(Theme::choiceOf(action->data().toString()));
    });
}

void MainMenu::buildLanguage()
{
    auto *group = new QActionGroup(this);
    choice(m_languages, group, QStringLiteral("en"))->setText(QStringLiteral("English"));
    choice(m_languages, group, QStringLiteral("zh_CN"))->setText(QStringLiteral("简体中文"));
    const auto actions = group->actions();
    for (QAction *action : actions)
        action->setChecked(action->data() == m_language->name());
    connect(group, &QActionGroup::triggered, this, [this](QAction *action) {
        m_settings->setValue(QStringLiteral("language"), action->data());
        m_language->use(action->data().toString());
    });
}

void MainMenu::buildSendKey()
{
    auto *group = new QActionGroup(this);
    m_sendKey->setObjectName(QStringLiteral("sendKeyMenu"));
    m_sendKey->menuAction()->setObjectName(QStringLiteral("sendKeyChoices"));
    const SendKey chosen = sendKeyOf(m_settings->value(sendKeySetting()).toString());
    for (const auto key : {SendKey::Enter, SendKey::CtrlEnter})
        choice(m_sendKey, group, wordOf(key))->setChecked(chosen == key);
    connect(group, &QActionGroup::triggered, this, [this](QAction *action) {
        m_settings->setValue(sendKeySetting(), action->data());
        Q_EMIT sendKeyChosen();
    });
}

void MainMenu::retranslate()
{
    m_sendKey->setTitle(tr("Send prompts with"));
    m_sendKey->actions().at(0)->setText(tr("Enter"));
    m_sendKey->actions().at(1)->setText(tr("Ctrl+Enter"));
    m_appearance->setTitle(tr("Appearance"));
    m_languages->setTitle(tr("Language"));
    m_help->setTitle(tr("Help"));
    const auto actions = m_appearance->actions();
    actions.at(0)->setText(tr("As the system"));
    actions.at(1)->setText(tr("Light"));
    actions.at(2)->setText(tr("Dark"));
}

void MainMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
