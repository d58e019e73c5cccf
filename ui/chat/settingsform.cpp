// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/settingsform.h"

#include "ui/look.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

#include <limits>

namespace Slipway {

static std::optional<double> realOf(const QString &text)
{
    bool good = false;
    double value = QLocale::c().toDouble(text.trimmed(), &good);
    if (!good)
        value = QLocale().toDouble(text.trimmed(), &good);
    return good ? std::optional(value) : std::nullopt;
}

static std::optional<qint64> wholeOf(const QString &text)
{
    bool good = false;
    const qint64 value = text.trimmed().toLongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

SettingsForm::SettingsForm(QWidget *parent) :
    QWidget(parent),
    m_promptLabel(Look::plainLabel()),
    m_prompt(new QPlainTextEdit),
    m_thinkingLabel(Look::plainLabel()),
    m_thinking(new QComboBox)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Look::gap);
    grid->setVerticalSpacing(Look::smallGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_prompt->setObjectName(QStringLiteral("systemPrompt"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setMinimumHeight(2 * fontMetrics().lineSpacing()); // a low window still shows every field
    m_prompt->setMaximumHeight(4 * fontMetrics().lineSpacing());
    m_promptLabel->setBuddy(m_prompt);
    grid->addWidget(m_promptLabel, 0, 0, 1, 2);
    grid->addWidget(m_prompt, 1, 0, 1, 2);
    addField(grid, Temperature, 2, 0);
    addField(grid, TopP, 2, 1);
    addField(grid, MaxTokens, 5, 0);
    addField(grid, Seed, 5, 1);
    m_thinking->setObjectName(QStringLiteral("thinking"));
    m_thinking->addItems({QString(), QString(), QString()});
    m_thinkingLabel->setBuddy(m_thinking);
    grid->addWidget(m_thinkingLabel, 8, 0);
    grid->addWidget(m_thinking, 9, 0);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &SettingsForm::check);
    connect(m_thinking, &QComboBox::currentIndexChanged, this, &SettingsForm::check);
    retranslate();
}

void SettingsForm::addField(QGridLayout *grid, Number number, int row, int column)
{
    static const QString names[] = {QStringLiteral("temperature"), QStringLiteral("topP"), QStringLiteral("maxTokens"),
                                    QStringLiteral("seed")};
    Field &field = m_fields[number];
    field.label = Look::plainLabel();
    field.edit = new QLineEdit;
    field.edit->setObjectName(names[number]);
    field.error = Look::plainLabel();
    field.error->setObjectName(names[number] + QStringLiteral("Error"));
    field.error->setFont(Look::small(font()));
    field.error->setWordWrap(true);
    field.error->hide();
    field.label->setBuddy(field.edit);
    grid->addWidget(field.label, row, column);
    grid->addWidget(field.edit, row + 1, column);
    grid->addWidget(field.error, row + 2, column);
    connect(field.edit, &QLineEdit::textChanged, this, &SettingsForm::check);
}

void SettingsForm::retranslate()
{
    const QString names[] = {tr("Temperature"), tr("Top-p"), tr("Max tokens"), tr("Seed")};
    const QString effects[] = {tr("Higher values make replies more varied."),
                               tr("Only the likeliest tokens up to this share of probability are used."),
                               tr("The reply is cut off at this length."),
                               tr("The same seed makes replies more alike.")};
    for (int i = 0; i < NumberCount; ++i) {
        const auto number = Number(i);
        m_fields[i].label->setText(names[i]);
        m_fields[i].edit->setPlaceholderText(tr("service default"));
        m_fields[i].edit->setToolTip(Look::toolTip(effects[i] + u'\n' + rangeOf(number)));
    }
    m_promptLabel->setText(tr("System prompt"));
    m_prompt->setPlaceholderText(tr("none"));
    m_thinkingLabel->setText(tr("Thinking"));
    m_thinking->setItemText(0, tr("service default"));
    m_thinking->setItemText(1, tr("on"));
    m_thinking->setItemText(2, tr("off"));
    m_thinking->setToolTip(tr("Whether the model thinks before it answers, where it can."));
    check();
}

QString SettingsForm::rangeOf(Number number) const
{
    switch (number) {
    case Temperature:
        return tr("From 0 up to, but not including, 2.");
    case TopP:
        return tr("Above 0, up to 1.");
    case MaxTokens:
        return tr("A whole number, 1 or more.");
    case Seed:
        return tr("A whole number from 0 to %1.").arg(std::numeric_limits<qint32>::max());
    case NumberCount:
        break;
    }
    return {};
}

bool SettingsForm::isRight(Number number) const
{
    const QString text = m_fields[number].edit->text();
    if (text.trimmed().isEmpty())
        return true;
    const auto real = realOf(text);
    const auto whole = wholeOf(text);
    switch (number) {
    case Temperature:
        return real && *real >= 0 && *real < 2;
    case TopP:
        return real && *real > 0 && *real <= 1;
    case MaxTokens:
        return whole && *whole >= 1;
    case Seed:
        return whole && *whole >= 0 && *whole <= std::numeric_limits<qint32>::max();
    case NumberCount:
        break;
    }
    return true;
}

void SettingsForm::check()
{
    for (int i = 0; i < NumberCount; ++i) {
        const bool right = isRight(Number(i));
        QLabel *error = m_fields[i].error;
        error->setText(right ? QString() : rangeOf(Number(i)));
        error->setVisible(!right);
        QPalette palette = error->palette();
        palette.setColor(QPalette::WindowText, Look::colour(Look::Tone::Bad, this->palette()));
        error->setPalette(palette);
        m_fields[i].edit->setAccessibleDescription(error->text());
    }
    if (!m_setting)
        Q_EMIT edited();
}

bool SettingsForm::isValid() const
{
    for (int i = 0; i < NumberCount; ++i) {
        if (!isRight(Number(i)))
            return false;
    }
    return true;
}

void SettingsForm::focusWrongField()
{
    for (int i = 0; i < NumberCount; ++i) {
        if (isRight(Number(i)))
            continue;
        m_fields[i].edit->setFocus();
        m_fields[i].edit->selectAll();
        return;
    }
}

ChatSettings SettingsForm::settings() const
{
    const auto text = [this](Number number) { return isRight(number) ? m_fields[number].edit->text() : QString(); };
    ChatSettings settings;
    settings.systemPrompt = m_prompt->toPlainText();
    settings.parameters.temperature = realOf(text(Temperature));
    settings.parameters.topP = realOf(text(TopP));
    settings.parameters.maxTokens = wholeOf(text(MaxTokens));
    settings.parameters.seed = wholeOf(text(Seed));
    if (m_thinking->currentIndex() > 0)
        settings.parameters.enableThinking = m_thinking->currentIndex() == 1;
    return settings;
}

void SettingsForm::setSettings(const ChatSettings &settings)
{
    m_setting = true;
    const auto show = [this](Number number, const auto &value) {
        m_fields[number].edit->setText(value ? QString::number(*value) : QString());
    };
    m_prompt->setPlainText(settings.systemPrompt);
    show(Temperature, settings.parameters.temperature);
    show(TopP, settings.parameters.topP);
    show(MaxTokens, settings.parameters.maxTokens);
    show(Seed, settings.parameters.seed);
    m_thinking->setCurrentIndex(!settings.parameters.enableThinking ? 0 : *settings.parameters.enableThinking ? 1 : 2);
    check();
    m_setting = false;
}

void SettingsForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        check();
}

} // namespace Slipway
