// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/parameterwords.h"
#include "ui/chat/presetbar.h"
#include "ui/chat/settingsform.h"
#include "ui/look.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace Slipway {

static std::optional<double> realOf(const QString &text)
{
    bool good = false;
    double value = QLocale::c().toDouble(text, &good);
    if (!good)
        value = QLocale().toDouble(text, &good);
    return good ? std::optional(value) : std::nullopt;
}

static std::optional<qint64> wholeOf(const QString &text)
{
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

static bool isReal(Parameter parameter)
{
    return parameter == Parameter::Temperature || parameter == Parameter::TopP ||
           parameter == Parameter::RepetitionPenalty || parameter == Parameter::PresencePenalty;
}

QString SettingsForm::textOf(Parameter parameter) const
{
    return field(parameter).line->text().trimmed();
}

/// Byte for byte: toPlainText() would make spaces of those that do not break.
std::optional<FurtherParameters> SettingsForm::typedFurther() const
{
    QString text = field(Parameter::Further).texts->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    const QByteArray json = text.toUtf8().trimmed();
    return json.isEmpty() ? std::nullopt : std::optional(FurtherParameters{json});
}

std::optional<FurtherFault> SettingsForm::furtherFault() const
{
    GenerationParameters set;
    read(Parameter::Stop, set.stop);
    read(Parameter::ResponseFormat, set.responseFormat);
    set.further = typedFurther();
    return faultIn(set);
}

bool SettingsForm::isRight(Parameter parameter) const
{
    if (parameter == Parameter::Further)
        return !furtherFault();
    const auto chosen = [this](Parameter choice, int index) { return field(choice).choice->currentIndex() == index; };
    const bool thinks = chosen(Parameter::EnableThinking, 1);
    if (parameter == Parameter::WholeReply)
        return !(thinks && chosen(Parameter::WholeReply, 1));
    if (parameter == Parameter::ResponseFormat)
        return !(thinks && chosen(Parameter::ResponseFormat, 2));
    if (parameter == Parameter::ReasoningEffort)
        return chosen(Parameter::ReasoningEffort, 0) || textOf(Parameter::ThinkingBudget).isEmpty();
    if (!field(parameter).line || textOf(parameter).isEmpty())
        return true;
    if (isReal(parameter)) {
        const auto number = realOf(textOf(parameter));
        return number && isInRange(parameter, *number);
    }
    const auto number = wholeOf(textOf(parameter));
    return number && isInRange(parameter, double(*number));
}

void SettingsForm::read(Parameter parameter, std::optional<double> &value) const
{
    if (isRight(parameter))
        value = realOf(textOf(parameter));
}

void SettingsForm::read(Parameter parameter, std::optional<qint64> &value) const
{
    if (isRight(parameter))
        value = wholeOf(textOf(parameter));
}

void SettingsForm::read(Parameter parameter, std::optional<bool> &value) const
{
    const int index = field(parameter).choice->currentIndex();
    if (index > 0)
        value = index == 1;
}

void SettingsForm::read(Parameter parameter, std::optional<QString> &value) const
{
    const QString word = field(parameter).choice->currentData().toString();
    if (!word.isEmpty() && isRight(parameter))
        value = word;
}

void SettingsForm::read(Parameter parameter, std::optional<QStringList> &value) const
{
    QStringList texts = field(parameter).texts->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    texts.replaceInStrings(QStringLiteral("\\n"), QStringLiteral("\n"));
    if (!texts.isEmpty())
        value = texts;
}

void SettingsForm::read(Parameter, std::optional<FurtherParameters> &value) const
{
    if (!furtherFault())
        value = typedFurther();
}

void SettingsForm::show(Parameter parameter, const std::optional<double> &value)
{
    field(parameter).line->setText(value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : QString());
}

void SettingsForm::show(Parameter parameter, const std::optional<qint64> &value)
{
    field(parameter).line->setText(value ? QString::number(*value) : QString());
}

void SettingsForm::show(Parameter parameter, const std::optional<bool> &value)
{
    field(parameter).choice->setCurrentIndex(!value ? 0 : *value ? 1 : 2);
}

void SettingsForm::show(Parameter parameter, const std::optional<QString> &value)
{
    QComboBox *choice = field(parameter).choice;
    choice->setCurrentIndex(qMax(0, choice->findData(value.value_or(QString()))));
}

void SettingsForm::show(Parameter parameter, const std::optional<QStringList> &value)
{
    QStringList texts = value.value_or(QStringList());
    texts.replaceInStrings(QStringLiteral("\n"), QStringLiteral("\\n"));
    field(parameter).texts->setPlainText(texts.join(u'\n'));
}

void SettingsForm::show(Parameter parameter, const std::optional<FurtherParameters> &value)
{
    field(parameter).texts->setPlainText(QString::fromUtf8(value.value_or(FurtherParameters()).json));
}

ChatSettings SettingsForm::settings() const
{
    ChatSettings settings;
    settings.systemPrompt = m_prompt->toPlainText();
    settings.stream = field(Parameter::WholeReply).choice->currentIndex() != 1 || !isRight(Parameter::WholeReply);
    forEachParameter(settings.parameters, [this](Parameter parameter, auto &member) { read(parameter, member); });
    return settings;
}

void SettingsForm::setSettings(const ChatSettings &settings)
{
    m_setting = true;
    m_prompt->setPlainText(settings.systemPrompt);
    field(Parameter::WholeReply).choice->setCurrentIndex(settings.stream ? 0 : 1);
    forEachParameter(settings.parameters, [this](Parameter parameter, const auto &member) { show(parameter, member); });
    m_setting = false;
    check();
    m_presets->follow(this->settings());
}

// ---- words

void SettingsForm::retranslateChoice(Parameter parameter, const Field &field)
{
    QList<std::pair<QString, QString>> items{{placeholderOf(parameter), {}}};
    switch (parameter) {
    case Parameter::ReasoningEffort:
        for (const char *word : {"low", "medium", "xhigh"})
            items.append({QLatin1String(word), QLatin1String(word)});
        break;
    case Parameter::ResponseFormat:
        items.append({tr("text"), QStringLiteral("text")});
        items.append({tr("JSON"), QStringLiteral("json_object")});
        break;
    case Parameter::WholeReply:
        items = {{tr("on"), {}}, {tr("off, whole replies"), {}}};
        break;
    default:
        items.append({tr("on"), {}});
        items.append({tr("off"), {}});
        break;
    }
    for (int i = 0; i < int(items.size()); ++i) {
        if (i == field.choice->count())
            field.choice->addItem(QString(), QVariant(items[i].second)); // {} would be an icon, and the word its text
        field.choice->setItemText(i, items[i].first);
    }
}

void SettingsForm::retranslate()
{
    m_promptLabel->setText(tr("System prompt"));
    m_prompt->setPlaceholderText(tr("none"));
    for (auto each = m_fields.cbegin(); each != m_fields.cend(); ++each) {
        const Field &field = each.value();
        field.label->setText(wordsOf(each.key()).label);
        field.editor->setToolTip(Look::toolTip(toolTipOf(each.key())));
        if (field.line)
            field.line->setPlaceholderText(placeholderOf(each.key()));
        else if (field.texts)
            field.texts->setPlaceholderText(placeholderOf(each.key()));
        else
            retranslateChoice(each.key(), field);
    }
    check();
}

} // namespace Slipway
