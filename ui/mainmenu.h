// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;
class QSettings;

namespace Slipway {

class Commands;
class Language;

/// The menu behind the toolbar's last button: accounts, how prompts are sent, appearance, language, help.
class MainMenu : public QMenu
{
    Q_OBJECT
public:
    /// All outlive the menu; choices are kept in the settings.
    MainMenu(Commands *commands, Language *language, QSettings *settings, QWidget *parent);

Q_SIGNALS:
    void sendKeyChosen(); ///< it is in the settings

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *choice(QMenu *menu, QActionGroup *group, const QString &value);
    void buildAppearance();
    void buildLanguage();
    void buildSendKey();
    void retranslate();

    Language *m_language;
    QSettings *m_settings;
    QMenu *m_appearance;
    QMenu *m_languages;
    QMenu *m_help = nullptr;
    QMenu *m_sendKey;
};

} // namespace Slipway
