// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values of the form: what is asked for, what is wrong with it, and the words beside the fields.
#include "ui/fleet/deployform.h"

#include "ui/fleet/dialogwords.h"
#include "ui/fleet/fold.h"
#include "ui/fleet/formfield.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/numberbox.h"
#include "ui/fleet/words.h"
#include "ui/look.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QScopedValueRollback>

#include <array>

namespace Slipway {

static constexpr std::array shownOrder{
    RequestField::Plan,           RequestField::Template, RequestField::Capacity,      RequestField::PrefillCapacity,
    RequestField::DecodeCapacity, RequestField::InputTpm, RequestField::OutputTpm,     RequestField::ThinkingOutputTpm,
    RequestField::Name,           RequestField::Suffix,   RequestField::ContextLength, RequestField::RpmLimit,
    RequestField::TpmLimit,
};

static bool isAdvanced(RequestField field)
{
    return field == RequestField::ContextLength || field == RequestField::RpmLimit || field == RequestField::TpmLimit;
}

// ---- the request

std::optional<qint64> DeployForm::numberOf(RequestField field) const
{
    return isAsked(field) ? m_numbers[field]->number() : std::nullopt;
}

CreateRequest DeployForm::request() const
{
    CreateRequest request;
    request.modelName = m_model ? m_model->modelName : QString();
    request.plan = plan();
    request.name = m_name->text().trimmed();
    request.suffix = m_suffix->text().trimmed();
    fillSize(request);
    if (request.plan == u"mu")
        fillModelUnits(request);
    return request;
}

void DeployForm::fillSize(CreateRequest &request) const
{
    request.capacity = request.plan == u"lora" ? std::optional<qint64>(1) : numberOf(RequestField::Capacity);
    request.prefillCapacity = numberOf(RequestField::PrefillCapacity);
    request.decodeCapacity = numberOf(RequestField::DecodeCapacity);
    if (request.plan == u"ptu")
        request.ptuCapacity = PtuCapacity{numberOf(RequestField::InputTpm), numberOf(RequestField::OutputTpm),
                                          numberOf(RequestField::ThinkingOutputTpm)};
}

void DeployForm::fillModelUnits(CreateRequest &request) const
{
    const int item = templateItem();
    request.deploySpec =
        item < 0 ? m_template->currentText().trimmed() : m_template->itemData(item, specRole).toString();
    request.billingMethod = QStringLiteral("POST_PAY");
    const QVariant thinking = m_thinking->currentData();
    if (thinking.isValid())
        request.enableThinking = thinking.toBool();
    request.maxContextLength = numberOf(RequestField::ContextLength);
    request.rpmLimit = numberOf(RequestField::RpmLimit);
    request.tpmLimit = numberOf(RequestField::TpmLimit);
}

QList<RequestField> DeployForm::unreadable() const
{
    QList<RequestField> fields;
    for (const RequestField field : shownOrder) {
        if (m_numbers.contains(field) && isAsked(field) && m_numbers[field]->isUnreadable())
            fields.append(field);
    }
    return fields;
}

// ---- the request again

QList<RequestField> DeployForm::fill(const CreateRequest &asked)
{
    QList<RequestField> gone;
    if (!asked.name.isEmpty())
        m_name->setText(asked.name);
    if (!asked.suffix.isEmpty())
        m_suffix->setText(asked.suffix);
    const int offered = m_plan->findData(asked.plan);
    if (offered < 0) {
        gone << RequestField::Plan;
    } else {
        m_plan->setCurrentIndex(offered);
        if (!fillTemplate(asked))
            gone << RequestField::Template;
        fillNumbers(asked);
        fillChoices(asked);
    }
    revealAll();
    Q_EMIT changed();
    return gone;
}

/// A template's specification may be listed twice: for one role, and for prefill and decode apart.
bool DeployForm::fillTemplate(const CreateRequest &asked)
{
    const CatalogPlan *listed = listedPlan();
    if (!listed || m_template->count() == 0) {
        m_template->setEditText(asked.deploySpec);
        if (!asked.deploySpec.isEmpty())
            m_typed.insert(RequestField::Template);
        return true;
    }
    for (int item = 0; item < m_template->count(); ++item) {
        const CatalogTemplate &each = listed->templates.at(m_template->itemData(item).toInt());
        if (m_template->itemData(item, specRole).toString() != asked.deploySpec ||
            each.isSeparated() != asked.prefillCapacity.has_value())
            continue;
        m_typed.remove(RequestField::Template);
        m_template->setCurrentIndex(item);
        return true;
    }
    return asked.deploySpec.isEmpty();
}

void DeployForm::fillNumbers(const CreateRequest &asked)
{
    const PtuCapacity throughput = asked.ptuCapacity.value_or(PtuCapacity{});
    const std::initializer_list<std::pair<RequestField, std::optional<qint64>>> numbers{
        {RequestField::Capacity, asked.capacity},
        {RequestField::PrefillCapacity, asked.prefillCapacity},
        {RequestField::DecodeCapacity, asked.decodeCapacity},
        {RequestField::InputTpm, throughput.inputTpm},
        {RequestField::OutputTpm, throughput.outputTpm},
        {RequestField::ThinkingOutputTpm, throughput.thinkingOutputTpm},
        {RequestField::ContextLength, asked.maxContextLength},
        {RequestField::RpmLimit, asked.rpmLimit},
        {RequestField::TpmLimit, asked.tpmLimit},
    };
    const QScopedValueRollback filling(m_filling, true);
    for (const auto &[field, number] : numbers) {
        if (!number)
            continue;
        m_numbers[field]->setNumber(number);
        m_typed.insert(field);
    }
}

void DeployForm::fillChoices(const CreateRequest &asked)
{
    const QScopedValueRollback filling(m_filling, true);
    m_thinking->setCurrentIndex(asked.enableThinking ? m_thinking->findData(*asked.enableThinking) : 0);
    if (asked.enableThinking || asked.maxContextLength || asked.rpmLimit || asked.tpmLimit)
        m_advanced->setOpen(true);
}

// ---- what is wrong

void DeployForm::edited(RequestField field)
{
    if (m_filling)
        return;
    m_typed.insert(field);
    m_complaints.remove(field);
    Q_EMIT changed();
}

void DeployForm::reveal(RequestField field)
{
    m_revealed.insert(field);
    showFindings();
}

void DeployForm::revealAll()
{
    for (const RequestField field : shownOrder)
        m_revealed.insert(field);
    showFindings();
}

void DeployForm::setFindings(const QList<Finding> &findings)
{
    m_findings = findings;
    showFindings();
}

void DeployForm::setProblem(RequestField field, const QString &text)
{
    m_complaints.insert(field, text);
    showFindings();
}

void DeployForm::showFindings()
{
    QHash<RequestField, const Finding *> first;
    for (const Finding &finding : std::as_const(m_findings)) {
        if (!first.contains(finding.field))
            first.insert(finding.field, &finding);
    }
    for (const RequestField field : shownOrder) {
        const Finding *finding = m_revealed.contains(field) ? first.value(field) : nullptr;
        const QString complaint = m_complaints.value(field);
        if (!complaint.isEmpty())
            m_fields[field]->setProblem(complaint, Look::Tone::Bad);
        else if (finding)
            m_fields[field]->setProblem(textOf(*finding),
                                        refuses(finding->problem) ? Look::Tone::Bad : Look::Tone::Warning);
        else
            m_fields[field]->setProblem({}, Look::Tone::Idle);
    }
}

void DeployForm::focusField(RequestField field)
{
    if (isAdvanced(field))
        m_advanced->setOpen(true);
    if (m_fields.contains(field))
        m_fields[field]->focusEditor();
}

void DeployForm::focusFirst()
{
    for (const RequestField field : {RequestField::Capacity, RequestField::PrefillCapacity, RequestField::InputTpm}) {
        if (isAsked(field))
            return focusField(field);
    }
    focusField(RequestField::Name);
}

// ---- words

void DeployForm::retranslate()
{
    m_advanced->setTitle(tr("More settings"));
    m_loraNote->setNote(
        tr("LoRA deployments share capacity, so there is none to choose; they are billed by the token."));
    fillThinking();
    titleFields();
    hintFields();
    showFindings();
}

void DeployForm::titleFields()
{
    const std::initializer_list<std::pair<RequestField, QString>> titles{
        {RequestField::Plan, tr("Plan")},
        {RequestField::Template, tr("Template")},
        {RequestField::Capacity, tr("Capacity")},
        {RequestField::PrefillCapacity, tr("Prefill capacity")},
        {RequestField::DecodeCapacity, tr("Decode capacity")},
        {RequestField::InputTpm, tr("Input tokens per minute")},
        {RequestField::OutputTpm, tr("Output tokens per minute")},
        {RequestField::ThinkingOutputTpm, tr("Thinking tokens per minute")},
        {RequestField::Name, tr("Name")},
        {RequestField::Suffix, tr("Suffix")},
        {RequestField::ContextLength, tr("Context length")},
        {RequestField::RpmLimit, tr("Requests per minute")},
        {RequestField::TpmLimit, tr("Tokens per minute")},
    };
    for (const auto &[field, title] : titles)
        m_fields[field]->setTitle(title);
    m_thinkingField->setTitle(tr("Thinking"));
}

void DeployForm::hintFields()
{
    const auto hint = [this](RequestField field, const QString &text) { m_fields[field]->setHint(text); };
    const QLocale locale;
    const QString empty = tr("The service's default");
    for (const RequestField field : {RequestField::ContextLength, RequestField::RpmLimit, RequestField::TpmLimit})
        m_numbers[field]->setPlaceholder(empty);
    m_numbers[RequestField::ThinkingOutputTpm]->setPlaceholder(tr("None"));
    m_name->setPlaceholderText(m_model ? Look::visible(m_model->modelName) : QString());
    hint(RequestField::Name, tr("Shown in the console. At most %1 characters.").arg(longestName));
    hint(RequestField::Suffix,
         tr("Becomes part of the id. Slipway finds the deployment by it should the answer be lost. Up to %1 "
            "lower-case letters, digits, - and _.")
             .arg(longestSuffix));
    hint(RequestField::ContextLength,
         tr("Tokens, up to %1; less for some models.").arg(locale.toString(largestContextLength)));
    hint(RequestField::RpmLimit, tr("Prompts above it are refused with 429."));
    hint(RequestField::TpmLimit, tr("Prompts above it are refused with 429."));
    hint(RequestField::Plan, planHint());
    hint(RequestField::Template, templateHint());
    hint(RequestField::InputTpm, tr("In steps of %1.").arg(locale.toString(smallestInputTpm)));
    hint(RequestField::OutputTpm, tr("In steps of %1.").arg(locale.toString(smallestOutputTpm)));
    hint(RequestField::ThinkingOutputTpm, tr("Only for models that price it apart."));
    hintCapacity(RequestField::Capacity, QStringLiteral("unified"));
    hintCapacity(RequestField::PrefillCapacity, QStringLiteral("prefill"));
    hintCapacity(RequestField::DecodeCapacity, QStringLiteral("decode"));
}

/// What the catalog says beyond what has a place of its own.
static QStringList asItCame(const QList<Field> &fields)
{
    constexpr qsizetype longest = 300;
    QStringList lines;
    for (const Field &field : fields) {
        const QString value = field.value.size() > longest ? field.value.left(longest) + u'…' : field.value;
        lines.append(Look::visible(QStringLiteral("%1: %2").arg(field.name, value)));
    }
    return lines;
}

QString DeployForm::planHint() const
{
    QStringList lines;
    const QStringList others = m_model ? otherPlansOf(*m_model) : QStringList();
    if (!others.isEmpty())
        lines += tr("Only in the console: %1.").arg(Look::visible(listText(others)));
    if (const CatalogPlan *listed = listedPlan())
        lines += asItCame(listed->others);
    if (m_model)
        lines += asItCame(m_model->others);
    return lines.join(u'\n');
}

QString DeployForm::templateHint() const
{
    const CatalogTemplate *chosen = chosenTemplate();
    if (!chosen)
        return {};
    QStringList lines{Look::visible(chosen->description)};
    lines.removeAll(QString());
    return (lines + asItCame(chosen->others)).join(u'\n');
}

void DeployForm::hintCapacity(RequestField field, const QString &role)
{
    const std::optional<qint64> step = capacityStep(choice(), role);
    const QLocale locale;
    m_fields[field]->setHint(step && *step > 1
                                 ? tr("Units, in steps of %1 up to %2.")
                                       .arg(locale.toString(*step), locale.toString(largestCapacity / *step * *step))
                                 : tr("Units, 1 to %1.").arg(locale.toString(largestCapacity)));
}

} // namespace Slipway
