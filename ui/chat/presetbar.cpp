// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/presetbar.h"

#include "app/chat/presets.h"
#include "ui/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Slipway {

static QToolButton *toolButton(const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

static QPushButton *pushButton(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

PresetBar::PresetBar(QWidget *parent) :
    QWidget(parent),
    m_label(Look::plainLabel()),
    m_choice(new QComboBox),
    m_save(toolButton("savePreset")),
    m_rename(toolButton("renamePreset")),
    m_delete(toolButton("deletePreset")),
    m_question(new QWidget),
    m_words(Look::plainLabel()),
    m_edit(new QLineEdit),
    m_yes(pushButton("presetYes")),
    m_no(pushButton("presetNo"))
{
    build();
    connect(m_choice, &QComboBox::activated, this, &PresetBar::choose);
    connect(m_save, &QToolButton::clicked, this, [this] { ask(Asking::Name); });
    connect(m_rename, &QToolButton::clicked, this, [this] { ask(Asking::NewName); });
    connect(m_delete, &QToolButton::clicked, this, [this] { ask(Asking::Delete); });
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        if (m_asking == Asking::Replace)
            m_asking = Asking::Name;
        showQuestion();
    });
    connect(m_edit, &QLineEdit::returnPressed, m_yes, &QPushButton::click);
    connect(m_yes, &QPushButton::clicked, this, &PresetBar::accept);
    connect(m_no, &QPushButton::clicked, this, [this] { ask(Asking::Nothing); });
    retranslate();
    ask(Asking::Nothing);
}

void PresetBar::build()
{
    m_choice->setObjectName(QStringLiteral("preset"));
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    m_label->setBuddy(m_choice);
    m_words->setObjectName(QStringLiteral("presetQuestion"));
    m_words->setWordWrap(true);
    m_edit->setObjectName(QStringLiteral("presetName"));
    m_edit->setMaxLength(80);
    auto *choosing = new QHBoxLayout;
    choosing->setSpacing(Look::smallGap);
    choosing->addWidget(m_label);
    choosing->addWidget(m_choice, 1);
    for (QToolButton *button : {m_save, m_rename, m_delete})
        choosing->addWidget(button);
    auto *answering = new QHBoxLayout;
    answering->setSpacing(Look::smallGap);
    answering->addWidget(m_edit, 1);
    answering->addStretch();
    answering->addWidget(m_no);
    answering->addWidget(m_yes);
    auto *asking = new QVBoxLayout(m_question);
    asking->setContentsMargins(0, 0, 0, Look::gap);
    asking->setSpacing(Look::smallGap);
    asking->addWidget(m_words);
    asking->addLayout(answering);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Look::smallGap);
    column->addLayout(choosing);
    column->addWidget(m_question);
}

void PresetBar::setPresets(Presets *presets)
{
    if (m_presets)
        m_presets->disconnect(this);
    m_presets = presets;
    if (presets)
        connect(presets, &Presets::changed, this, &PresetBar::fill);
    fill();
}

void PresetBar::follow(const ChatSettings &settings)
{
    m_settings = settings;
    fill();
}

/// The first choice is what the service does by itself.
void PresetBar::fill()
{
    if (!m_presets)
        return;
    const QString known = m_presets->nameOf(m_settings);
    const bool isDefault = known.isEmpty() && m_settings == ChatSettings();
    if (!known.isEmpty())
        m_name = known;
    else if (isDefault || !m_presets->has(m_name))
        m_name.clear();
    m_choice->clear();
    m_choice->addItem(tr("Service defaults"));
    const QStringList names = m_presets->names();
    for (const QString &name : names)
        m_choice->addItem(Look::visible(name), name);
    m_choice->setCurrentIndex(isDefault ? 0 : known.isEmpty() ? -1 : m_choice->findData(known));
    m_choice->setPlaceholderText(m_name.isEmpty() ? tr("not saved") : tr("%1, changed").arg(Look::visible(m_name)));
    m_save->setEnabled(!isDefault);
    m_rename->setEnabled(!m_name.isEmpty());
    m_delete->setEnabled(!m_name.isEmpty());
}

void PresetBar::choose(int index)
{
    ask(Asking::Nothing);
    const QString name = m_choice->itemData(index).toString();
    const auto preset = m_presets->find(name);
    m_name = name;
    Q_EMIT chosen(preset.value_or(ChatSettings()));
}

QString PresetBar::typedName() const
{
    return m_edit->text().trimmed();
}

bool PresetBar::nameIsTaken() const
{
    return m_presets && m_presets->has(typedName());
}

void PresetBar::ask(Asking asking)
{
    const bool hadFocus = m_question->isAncestorOf(focusWidget()) && m_question->isVisible();
    m_asking = asking;
    const bool wantsName = asking == Asking::Name || asking == Asking::NewName;
    if (wantsName)
        m_edit->setText(m_name);
    m_edit->setVisible(wantsName || asking == Asking::Replace);
    m_question->setVisible(asking != Asking::Nothing);
    showQuestion();
    if (wantsName) {
        m_edit->setFocus();
        m_edit->selectAll();
    } else if (asking == Asking::Delete || asking == Asking::Replace) {
        m_no->setFocus();
    } else if (hadFocus) {
        m_choice->setFocus();
    }
}

void PresetBar::showQuestion()
{
    const QString name = Look::visible(m_name);
    const QString typed = Look::visible(typedName());
    const bool isTaken = nameIsTaken() && typedName() != m_name;
    m_yes->setEnabled(m_asking == Asking::Delete ||
                      (!typedName().isEmpty() && !(m_asking == Asking::NewName && isTaken)));
    switch (m_asking) {
    case Asking::Nothing:
        break;
    case Asking::Name:
        m_words->setText(tr("Save what is set below as:"));
        m_yes->setText(tr("Save"));
        break;
    case Asking::Replace:
        m_words->setText(tr("There is a preset “%1” already. Its old content will be lost.").arg(typed));
        m_yes->setText(tr("Replace “%1”").arg(typed));
        break;
    case Asking::NewName:
        m_words->setText(isTaken ? tr("Another preset has this name.") : tr("New name of “%1”:").arg(name));
        m_yes->setText(tr("Rename"));
        break;
    case Asking::Delete:
        m_words->setText(tr("Delete the preset “%1”? What is set in conversations stays.").arg(name));
        m_yes->setText(tr("Delete “%1”").arg(name));
        break;
    }
}

void PresetBar::accept()
{
    if (!m_presets || !m_yes->isEnabled())
        return;
    const QString typed = typedName();
    if (m_asking == Asking::Name && nameIsTaken() && m_presets->find(typed) != m_settings) {
        ask(Asking::Replace);
        return;
    }
    const Asking asked = m_asking;
    ask(Asking::Nothing);
    switch (asked) {
    case Asking::Nothing:
        break;
    case Asking::Name:
    case Asking::Replace:
        m_name = typed;
        m_presets->save(typed, m_settings);
        break;
    case Asking::NewName:
        m_presets->rename(std::exchange(m_name, typed), typed);
        break;
    case Asking::Delete:
        m_presets->remove(std::exchange(m_name, {}));
        break;
    }
}

void PresetBar::retranslate()
{
    m_label->setText(tr("Preset"));
    m_save->setText(tr("Save…", "a preset"));
    m_save->setToolTip(Look::toolTip(tr("Save what is set under a name, for every deployment")));
    m_rename->setText(tr("Rename…"));
    m_delete->setText(tr("Delete…", "a preset"));
    m_no->setText(tr("Cancel"));
    m_edit->setAccessibleName(tr("Name of the preset"));
    fill();
    showQuestion();
}

void PresetBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_asking != Asking::Nothing)
        ask(Asking::Nothing);
    else
        QWidget::keyPressEvent(event);
}

void PresetBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
