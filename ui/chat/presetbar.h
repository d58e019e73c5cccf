// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Slipway {

class Presets;

/// Chooses a preset, and saves, renames and deletes them. What would lose one asks first, in its own place.
class PresetBar : public QWidget
{
    Q_OBJECT
public:
    explicit PresetBar(QWidget *parent = nullptr);

    void setPresets(Presets *presets); ///< outlives this; nullptr: none

    /// What is set now: shows its name where it is a preset, and is what "Save…" saves.
    void follow(const ChatSettings &settings);

Q_SIGNALS:
    void chosen(const Slipway::ChatSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Escape takes a question back

private:
    enum class Asking { Nothing, Name, Replace, NewName, Delete };

    void build();
    void ask(Asking asking);
    void accept();
    void choose(int index);
    void fill();
    void retranslate();
    void showQuestion();
    QString typedName() const;
    bool nameIsTaken() const;

    QPointer<Presets> m_presets;
    ChatSettings m_settings;
    QString m_name; ///< the preset that is set now, or was before something was changed
    Asking m_asking = Asking::Nothing;

    QLabel *m_label;
    QComboBox *m_choice;
    QToolButton *m_save;
    QToolButton *m_rename;
    QToolButton *m_delete;
    QWidget *m_question;
    QLabel *m_words;
    QLineEdit *m_edit;
    QPushButton *m_yes;
    QPushButton *m_no;
};

} // namespace Slipway
