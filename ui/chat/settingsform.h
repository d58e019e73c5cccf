// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Slipway {

/// What is asked with each prompt. An empty field is not sent, so that the service's default holds; what cannot be sent
/// is refused next to its field.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(QWidget *parent = nullptr);

    void setSettings(const ChatSettings &settings);
    ChatSettings settings() const; ///< wrong fields are unset

    bool isValid() const;
    void focusWrongField();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        QLabel *error = nullptr;
    };
    enum Number { Temperature, TopP, MaxTokens, Seed, NumberCount };

    void addField(QGridLayout *grid, Number number, int row, int column);
    void check();
    bool isRight(Number number) const;
    QString rangeOf(Number number) const;
    void retranslate();

    QLabel *m_promptLabel;
    QPlainTextEdit *m_prompt;
    Field m_fields[NumberCount];
    QLabel *m_thinkingLabel;
    QComboBox *m_thinking;
    bool m_setting = false;
};

} // namespace Slipway
