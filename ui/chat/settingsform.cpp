// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/settingsform.h"

#include "ui/chat/furtherwords.h"
#include "ui/chat/parameterwords.h"
#include "ui/chat/presetbar.h"
#include "ui/fleet/words.h"
#include "ui/look.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace Slipway {

/// In the order in which they are shown, two in a row; the last has a row of its own.
static constexpr std::array shown{Parameter::Temperature,
                                  Parameter::TopP,
                                  Parameter::TopK,
                                  Parameter::MaxTokens,
                                  Parameter::RepetitionPenalty,
                                  Parameter::PresencePenalty,
                                  Parameter::Seed,
                                  Parameter::Stop,
                                  Parameter::EnableThinking,
                                  Parameter::ThinkingBudget,
                                  Parameter::ReasoningEffort,
                                  Parameter::EnableSearch,
                                  Parameter::ResponseFormat,
                                  Parameter::WholeReply,
                                  Parameter::Further};

/// What tests and style sheets look for, e.g. "topK".
static QString objectNameOf(Parameter parameter)
{
    if (parameter == Parameter::EnableThinking)
        return QStringLiteral("thinking");
    if (parameter == Parameter::WholeReply)
        return QStringLiteral("streaming");
    if (parameter == Parameter::Further)
        return QStringLiteral("further");
    QString name;
    for (const QByteArray &word : nameOf(parameter).split('_'))
        name += name.isEmpty() ? QString::fromLatin1(word)
                               : QChar::fromLatin1(word[0]).toUpper() + QString::fromLatin1(word.mid(1));
    return name;
}

SettingsForm::SettingsForm(QWidget *parent) :
    QWidget(parent),
    m_presets(new PresetBar),
    m_area(new QScrollArea),
    m_promptLabel(Look::plainLabel()),
    m_prompt(new QPlainTextEdit),
    m_summary(Look::secondaryLabel())
{
    layOut();
    m_presets->hide();
    m_summary->setObjectName(QStringLiteral("sentParameters"));
    m_summary->setWordWrap(true);
    connect(m_presets, &PresetBar::chosen, this, [this](const ChatSettings &settings) {
        setSettings(settings);
        Q_EMIT edited();
    });
    retranslate();
}

void SettingsForm::layOut()
{
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, Look::gap, 0);
    grid->setHorizontalSpacing(Look::gap);
    grid->setVerticalSpacing(Look::smallGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    addPrompt(grid);
    addFields(grid);
    m_area->setObjectName(QStringLiteral("parameterArea"));
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Look::smallGap);
    column->addWidget(m_presets);
    column->addWidget(m_area, 1);
    column->addWidget(m_summary);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void SettingsForm::addPrompt(QGridLayout *grid)
{
    m_prompt->setObjectName(QStringLiteral("systemPrompt"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(3 * fontMetrics().lineSpacing() + 2 * Look::gap);
    m_promptLabel->setBuddy(m_prompt);
    grid->addWidget(m_promptLabel, 0, 0, 1, 2);
    grid->addWidget(m_prompt, 1, 0, 1, 2);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &SettingsForm::tell);
}

void SettingsForm::addFields(QGridLayout *grid)
{
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Parameter parameter = shown[i];
        Field &field = m_fields[parameter];
        field.label = Look::plainLabel();
        field.editor = editorFor(parameter, field);
        field.editor->setObjectName(objectNameOf(parameter));
        field.note = Look::plainLabel();
        field.note->setObjectName(objectNameOf(parameter) + QStringLiteral("Error"));
        field.note->setFont(Look::small(font()));
        field.note->setWordWrap(true);
        field.note->hide();
        field.label->setBuddy(field.editor);
        const int row = 2 + 3 * int(i / 2);
        const int column = int(i % 2);
        const int columns = parameter == Parameter::Further ? 2 : 1;
        grid->addWidget(field.label, row, column, 1, columns);
        grid->addWidget(field.editor, row + 1, column, 1, columns, Qt::AlignTop);
        grid->addWidget(field.note, row + 2, column, 1, columns, Qt::AlignTop);
    }
}

QPlainTextEdit *SettingsForm::textBox()
{
    auto *box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setFixedHeight(2 * fontMetrics().lineSpacing() + 2 * Look::gap);
    connect(box, &QPlainTextEdit::textChanged, this, &SettingsForm::tell);
    return box;
}

/// As tall as its text, up to what still leaves the form its other fields.
void SettingsForm::growFurther()
{
    constexpr int mostLines = 10;
    QPlainTextEdit *box = field(Parameter::Further).texts;
    const int lines = int(box->document()->documentLayout()->documentSize().height()); // of plain text, in lines
    box->setFixedHeight(qBound(2, lines, mostLines) * fontMetrics().lineSpacing() + 2 * Look::gap);
}

QWidget *SettingsForm::editorFor(Parameter parameter, Field &field)
{
    switch (parameter) {
    case Parameter::Stop:
        field.texts = textBox();
        return field.texts;
    case Parameter::Further:
        field.texts = textBox();
        connect(field.texts->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                &SettingsForm::growFurther);
        return field.texts;
    case Parameter::EnableThinking:
    case Parameter::ReasoningEffort:
    case Parameter::EnableSearch:
    case Parameter::ResponseFormat:
    case Parameter::WholeReply:
        field.choice = new QComboBox;
        field.choice->setFocusPolicy(Qt::StrongFocus);
        retranslateChoice(parameter, field);
        connect(field.choice, &QComboBox::currentIndexChanged, this, &SettingsForm::tell);
        return field.choice;
    default:
        field.line = new QLineEdit;
        connect(field.line, &QLineEdit::textChanged, this, &SettingsForm::tell);
        return field.line;
    }
}

void SettingsForm::setPresets(Presets *presets)
{
    m_presets->setPresets(presets);
    m_presets->setVisible(presets);
    m_presets->follow(settings());
}

/// The fields are told at once, whoever listens only when a person changed something.
void SettingsForm::tell()
{
    if (m_setting)
        return;
    check();
    m_presets->follow(settings());
    Q_EMIT edited();
}

void SettingsForm::setLeftOut(const QList<Parameter> &parameters)
{
    m_leftOut = parameters;
    check();
}

void SettingsForm::check()
{
    for (auto each = m_fields.cbegin(); each != m_fields.cend(); ++each)
        showNote(each.key(), each.value());
    showSummary();
}

void SettingsForm::showNote(Parameter parameter, const Field &field)
{
    const bool right = isRight(parameter);
    field.note->setText(right ? leftOutText(parameter) : wrongText(parameter));
    field.note->setVisible(!field.note->text().isEmpty());
    QPalette palette = field.note->palette();
    palette.setColor(QPalette::WindowText,
                     Look::colour(right ? Look::Tone::Warning : Look::Tone::Bad, this->palette()));
    field.note->setPalette(palette);
    field.editor->setAccessibleDescription(field.note->text());
}

QString SettingsForm::wrongText(Parameter parameter) const
{
    const auto fault = parameter == Parameter::Further ? furtherFault() : std::nullopt;
    return fault ? Slipway::textOf(*fault) : wordsOf(parameter).range;
}

/// What was refused may stand in a field of its own or among the further parameters.
QString SettingsForm::leftOutText(Parameter parameter) const
{
    QList<Parameter> refused = m_leftOut;
    const QList<Parameter> further = setIn({.further = settings().parameters.further});
    if (parameter == Parameter::Further) {
        refused.removeIf([&further](Parameter each) { return !further.contains(each); });
        return refused.isEmpty() ? QString() : tr("Not sent, as it was refused here: %1.").arg(namesOf(refused));
    }
    if (!refused.contains(parameter) || further.contains(parameter))
        return {};
    return parameter == Parameter::WholeReply ? tr("Streamed all the same: this model refuses whole replies.")
                                              : tr("Not sent: refused here. Change it to send it again.");
}

void SettingsForm::showSummary()
{
    QList<Parameter> sent = setIn(settings().parameters);
    sent.removeIf([this](Parameter parameter) { return m_leftOut.contains(parameter); });
    QStringList names;
    if (!settings().systemPrompt.isEmpty())
        names += tr("system prompt");
    for (const Parameter parameter : std::as_const(sent))
        names += QString::fromLatin1(nameOf(parameter));
    m_summary->setText(names.isEmpty()
                           ? tr("No parameters are set: the service's defaults hold.")
                           : tr("Sent: %1. The service's defaults hold for the rest.").arg(listText(names)));
    Q_EMIT summaryChanged();
}

QString SettingsForm::summary() const
{
    return m_summary->text();
}

bool SettingsForm::isValid() const
{
    for (const Parameter parameter : shown) {
        if (!isRight(parameter))
            return false;
    }
    return true;
}

void SettingsForm::focusWrongField()
{
    for (const Parameter parameter : shown) {
        if (isRight(parameter))
            continue;
        const Field &wrong = field(parameter);
        m_area->ensureWidgetVisible(wrong.editor);
        wrong.editor->setFocus();
        if (wrong.line)
            wrong.line->selectAll();
        return;
    }
}

/// The whole form where there is room, else as much as there is.
QSize SettingsForm::sizeHint() const
{
    const int inside = m_area->widget()->sizeHint().height();
    const QSize rest = QWidget::sizeHint() - QSize(0, m_area->sizeHint().height());
    return {rest.width(), rest.height() + inside};
}

QSize SettingsForm::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), 7 * fontMetrics().lineSpacing()};
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
