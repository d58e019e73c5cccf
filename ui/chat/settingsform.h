// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace Slipway {

class Presets;
class PresetBar;

/// What is asked with each prompt. An empty field is not sent, so that the service's default holds; what cannot be sent
/// is refused next to its field. Says which parameters it sends. Scrolls where it is not given its whole height.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(QWidget *parent = nullptr);

    void setPresets(Presets *presets); ///< outlives this; without one there is no bar of presets

    void setSettings(const ChatSettings &settings);
    ChatSettings settings() const; ///< wrong fields are unset

    void setLeftOut(const QList<Parameter> &parameters); ///< set here, and not sent because they were refused

    bool isValid() const;
    QString summary() const; ///< which parameters are sent, as the form says it
    void focusWrongField();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    void summaryChanged(); ///< or may have: its words follow the language

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        QWidget *editor = nullptr;
        QLineEdit *line = nullptr;       ///< the same, where it is one
        QPlainTextEdit *texts = nullptr; ///< the same, where it is one
        QComboBox *choice = nullptr;     ///< the same, where it is one
        QLabel *note = nullptr;
    };

    void layOut();
    void addPrompt(QGridLayout *grid);
    QPlainTextEdit *textBox();
    void addFields(QGridLayout *grid);
    QWidget *editorFor(Parameter parameter, Field &field);
    void retranslate();
    void retranslateChoice(Parameter parameter, const Field &field);
    void check();
    void showNote(Parameter parameter, const Field &field);
    QString wrongText(Parameter parameter) const;
    QString leftOutText(Parameter parameter) const;
    void growFurther();
    void showSummary();
    void tell();
    bool isRight(Parameter parameter) const;
    QString textOf(Parameter parameter) const;
    std::optional<FurtherParameters> typedFurther() const; ///< right or wrong
    std::optional<FurtherFault> furtherFault() const;
    const Field &field(Parameter parameter) const { return *m_fields.constFind(parameter); }

    void read(Parameter parameter, std::optional<double> &value) const;
    void read(Parameter parameter, std::optional<qint64> &value) const;
    void read(Parameter parameter, std::optional<bool> &value) const;
    void read(Parameter parameter, std::optional<QString> &value) const;
    void read(Parameter parameter, std::optional<QStringList> &value) const;
    void read(Parameter parameter, std::optional<FurtherParameters> &value) const;
    void show(Parameter parameter, const std::optional<double> &value);
    void show(Parameter parameter, const std::optional<qint64> &value);
    void show(Parameter parameter, const std::optional<bool> &value);
    void show(Parameter parameter, const std::optional<QString> &value);
    void show(Parameter parameter, const std::optional<QStringList> &value);
    void show(Parameter parameter, const std::optional<FurtherParameters> &value);

    PresetBar *m_presets;
    QScrollArea *m_area;
    QLabel *m_promptLabel;
    QPlainTextEdit *m_prompt;
    QHash<Parameter, Field> m_fields;
    QLabel *m_summary;
    QList<Parameter> m_leftOut;
    bool m_setting = false;
};

} // namespace Slipway
