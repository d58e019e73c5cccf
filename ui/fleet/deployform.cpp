// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/deployform.h"

#include "ui/fleet/dialogwords.h"
#include "ui/fleet/fold.h"
#include "ui/fleet/formfield.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/numberbox.h"
#include "ui/fleet/quietcombobox.h"
#include "ui/fleet/words.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace Slipway {

DeployForm::DeployForm(QWidget *parent) :
    QWidget(parent),
    m_plan(addChoice(RequestField::Plan, QStringLiteral("plan"))),
    m_template(addChoice(RequestField::Template, QStringLiteral("template"))),
    m_thinking(new QuietComboBox(this)),
    m_name(addLine(RequestField::Name, QStringLiteral("name"))),
    m_suffix(addLine(RequestField::Suffix, QStringLiteral("suffix"))),
    m_loraNote(new NoteLabel(this)),
    m_advanced(new Fold(QStringLiteral("advanced"), this))
{
    m_thinking->setObjectName(QStringLiteral("thinking"));
    m_thinkingField = new FormField(m_thinking, this);
    addNumber(RequestField::Capacity, QStringLiteral("capacity"));
    addNumber(RequestField::PrefillCapacity, QStringLiteral("prefillCapacity"));
    addNumber(RequestField::DecodeCapacity, QStringLiteral("decodeCapacity"));
    addNumber(RequestField::InputTpm, QStringLiteral("inputTpm"));
    addNumber(RequestField::OutputTpm, QStringLiteral("outputTpm"));
    addNumber(RequestField::ThinkingOutputTpm, QStringLiteral("thinkingOutputTpm"));
    addNumber(RequestField::ContextLength, QStringLiteral("contextLength"));
    addNumber(RequestField::RpmLimit, QStringLiteral("rpmLimit"));
    addNumber(RequestField::TpmLimit, QStringLiteral("tpmLimit"));
    m_suffix->setText(proposedSuffix());
    buildFields();
    connect(m_plan, &QComboBox::currentIndexChanged, this, &DeployForm::pickPlan);
    setUpTemplates();
    connect(m_thinking, &QComboBox::currentIndexChanged, this, [this] { edited(RequestField::Plan); });
    retranslate();
}

QComboBox *DeployForm::addChoice(RequestField field, const QString &name)
{
    auto *box = new QuietComboBox(this);
    box->setObjectName(name);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    add(field, box);
    return box;
}

QLineEdit *DeployForm::addLine(RequestField field, const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setClearButtonEnabled(true);
    connect(line, &QLineEdit::textChanged, this, [this, field] { edited(field); });
    connect(line, &QLineEdit::editingFinished, this, [this, field] { reveal(field); });
    add(field, line);
    return line;
}

NumberBox *DeployForm::addNumber(RequestField field, const QString &name)
{
    auto *box = new NumberBox(name, this);
    connect(box, &NumberBox::changed, this, [this, field] { edited(field); });
    connect(box, &NumberBox::editingFinished, this, [this, field] { reveal(field); });
    m_numbers.insert(field, box);
    add(field, box);
    return box;
}

void DeployForm::add(RequestField field, QWidget *editor)
{
    m_fields.insert(field, new FormField(editor, this));
}

/// A specification that no template names is typed, so nothing that is listed completes what is typed.
void DeployForm::setUpTemplates()
{
    m_template->setEditable(true);
    m_template->setCompleter(nullptr);
    connect(m_template, &QComboBox::currentTextChanged, this, &DeployForm::pickTemplate);
    connect(m_template, &QComboBox::activated, this, [this] { m_typed.remove(RequestField::Template); });
    connect(m_template->lineEdit(), &QLineEdit::textEdited, this, [this] { edited(RequestField::Template); });
    connect(m_template->lineEdit(), &QLineEdit::editingFinished, this, [this] { reveal(RequestField::Template); });
}

static void evenColumns(QGridLayout *grid)
{
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Look::gap);
    grid->setVerticalSpacing(Look::gap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void DeployForm::buildFields()
{
    auto *grid = new QGridLayout(this);
    evenColumns(grid);
    grid->addWidget(m_fields[RequestField::Plan], 0, 0);
    grid->addWidget(m_fields[RequestField::Template], 0, 1);
    grid->addWidget(m_fields[RequestField::Capacity], 1, 0);
    grid->addWidget(m_loraNote, 2, 0, 1, 2);
    grid->addWidget(m_fields[RequestField::PrefillCapacity], 3, 0);
    grid->addWidget(m_fields[RequestField::DecodeCapacity], 3, 1);
    grid->addWidget(m_fields[RequestField::InputTpm], 4, 0);
    grid->addWidget(m_fields[RequestField::OutputTpm], 4, 1);
    grid->addWidget(m_fields[RequestField::ThinkingOutputTpm], 5, 0);
    grid->addWidget(m_fields[RequestField::Name], 6, 0);
    grid->addWidget(m_fields[RequestField::Suffix], 6, 1);
    grid->addWidget(m_advanced, 7, 0, 1, 2);
    m_advanced->setContent(buildAdvanced());
    orderTabs();
}

void DeployForm::orderTabs()
{
    QWidget *before = m_plan;
    const std::initializer_list<QWidget *> after{m_template,
                                                 m_numbers[RequestField::Capacity],
                                                 m_numbers[RequestField::PrefillCapacity],
                                                 m_numbers[RequestField::DecodeCapacity],
                                                 m_numbers[RequestField::InputTpm],
                                                 m_numbers[RequestField::OutputTpm],
                                                 m_numbers[RequestField::ThinkingOutputTpm],
                                                 m_name,
                                                 m_suffix};
    for (QWidget *next : after) {
        setTabOrder(before, next);
        before = next;
    }
}

QWidget *DeployForm::buildAdvanced()
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    evenColumns(grid);
    grid->addWidget(m_thinkingField, 0, 0);
    grid->addWidget(m_fields[RequestField::ContextLength], 0, 1);
    grid->addWidget(m_fields[RequestField::RpmLimit], 1, 0);
    grid->addWidget(m_fields[RequestField::TpmLimit], 1, 1);
    return content;
}

void DeployForm::setModel(const CatalogModel &model)
{
    const bool another = !m_model || m_model->modelName != model.modelName;
    m_model = model;
    if (another)
        forgetAnswers();
    m_complaints.clear();
    const QString planBefore = plan();
    fillPlans();
    if (!another)
        m_plan->setCurrentIndex(qMax(0, m_plan->findData(planBefore)));
    pickPlan();
}

/// What was typed for another model, except for name and suffix: they stay, and so does what is wrong with them.
void DeployForm::forgetAnswers()
{
    const auto isOfModel = [](RequestField field) {
        return field != RequestField::Name && field != RequestField::Suffix;
    };
    erase_if(m_typed, isOfModel);
    erase_if(m_revealed, isOfModel);
}

void DeployForm::fillPlans()
{
    const QScopedValueRollback filling(m_filling, true);
    m_offers = m_model ? offersOf(*m_model) : QList<PlanOffer>();
    m_plan->clear();
    for (const PlanOffer &offer : std::as_const(m_offers))
        m_plan->addItem(offer.plan.isEmpty() ? tr("Compute units, plan not sent") : planWord(offer.plan), offer.plan);
}

void DeployForm::pickPlan()
{
    if (m_filling)
        return;
    fillTemplates();
    pickTemplate();
}

void DeployForm::pickTemplate()
{
    if (m_filling)
        return;
    fitFields();
    fitNumbers();
    hintFields();
    Q_EMIT changed();
}

/// What create can send for it, the proposed one first.
static QStringList specsOf(const CatalogTemplate &listed)
{
    const QString proposed = listed.deploySpec.isEmpty() ? listed.templateId : listed.deploySpec;
    QStringList specs{proposed};
    for (const QString &spec : listed.deploySpecs) {
        if (spec != proposed)
            specs.append(spec);
    }
    return specs;
}

static QString templateWord(const CatalogTemplate &listed)
{
    const QString id = Look::visible(listed.templateId);
    const QString named = listed.name.isEmpty() || listed.name == listed.templateId
                              ? id
                              : QStringLiteral("%1 · %2").arg(id, Look::visible(listed.name));
    return listed.chargeType == u"pre_paid" ? DeployForm::tr("%1 (paid in advance)").arg(named) : named;
}

void DeployForm::fillTemplates()
{
    const QScopedValueRollback filling(m_filling, true);
    const CatalogPlan *listed = listedPlan();
    const QList<CatalogTemplate> templates = listed ? listed->templates : QList<CatalogTemplate>();
    const QString before = m_template->currentText();
    m_template->clear();
    for (int index = 0; index < int(templates.size()); ++index) {
        const CatalogTemplate &each = templates.at(index);
        for (const QString &spec : specsOf(each)) {
            const QString word = templateWord(each);
            const bool isNamed = spec == each.templateId || each.deploySpecs.isEmpty();
            m_template->addItem(isNamed ? word : QStringLiteral("%1 · %2").arg(Look::visible(spec), word), index);
            m_template->setItemData(m_template->count() - 1, spec, specRole);
        }
    }
    m_template->setCurrentIndex(m_template->count() > 0 ? qMax(0, m_template->findText(before)) : -1);
    if (m_typed.contains(RequestField::Template))
        m_template->setEditText(before);
    m_template->lineEdit()->setPlaceholderText(tr("e.g. MU1"));
    m_template->lineEdit()->setCursorPosition(0); // a long one is read from its beginning
}

int DeployForm::templateItem() const
{
    const int current = m_template->currentIndex();
    if (current >= 0 && m_template->itemText(current) == m_template->currentText())
        return current;
    return m_template->findData(m_template->currentText().trimmed(), specRole);
}

void DeployForm::fillThinking()
{
    const QScopedValueRollback filling(m_filling, true);
    const int before = qMax(0, m_thinking->currentIndex());
    m_thinking->clear();
    m_thinking->addItem(tr("The service's default"));
    m_thinking->addItem(tr("On"), true);
    m_thinking->addItem(tr("Off"), false);
    m_thinking->setCurrentIndex(before);
}

bool DeployForm::isAsked(RequestField field) const
{
    const CatalogTemplate *chosen = chosenTemplate();
    const bool separated = chosen && chosen->isSeparated();
    const bool units = plan() != u"ptu" && plan() != u"lora";
    switch (field) {
    case RequestField::Capacity:
        return units && !separated;
    case RequestField::PrefillCapacity:
    case RequestField::DecodeCapacity:
        return units && separated;
    case RequestField::InputTpm:
    case RequestField::OutputTpm:
    case RequestField::ThinkingOutputTpm:
        return plan() == u"ptu";
    case RequestField::Template:
    case RequestField::ContextLength:
    case RequestField::RpmLimit:
    case RequestField::TpmLimit:
        return plan() == u"mu";
    case RequestField::Model:
    case RequestField::Plan:
    case RequestField::Name:
    case RequestField::Suffix:
        return true;
    }
    return true;
}

void DeployForm::fitFields()
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setVisible(isAsked(it.key()));
    m_advanced->setVisible(plan() == u"mu");
    m_loraNote->setVisible(plan() == u"lora");
}

void DeployForm::fitNumber(RequestField field, qint64 step, qint64 smallest, qint64 largest,
                           std::optional<qint64> proposed)
{
    NumberBox *box = m_numbers[field];
    box->setStep(step, smallest, largest);
    if (!m_typed.contains(field))
        box->setNumber(proposed);
}

void DeployForm::fitCapacity(RequestField field, const QString &role)
{
    const qint64 step = capacityStep(choice(), role).value_or(1);
    const CatalogTemplate *chosen = chosenTemplate();
    const CatalogRole *listed = chosen ? chosen->role(role) : nullptr;
    fitNumber(field, step, 1, largestCapacity, listed && listed->capacityInitial ? *listed->capacityInitial : step);
}

void DeployForm::fitNumbers()
{
    const QScopedValueRollback filling(m_filling, true);
    fitCapacity(RequestField::Capacity, QStringLiteral("unified"));
    fitCapacity(RequestField::PrefillCapacity, QStringLiteral("prefill"));
    fitCapacity(RequestField::DecodeCapacity, QStringLiteral("decode"));
    constexpr qint64 most = 1'000'000'000;
    fitNumber(RequestField::InputTpm, smallestInputTpm, 1, most, smallestInputTpm);
    fitNumber(RequestField::OutputTpm, smallestOutputTpm, 1, most, smallestOutputTpm);
    fitNumber(RequestField::ThinkingOutputTpm, smallestOutputTpm, 1, most, {});
    fitNumber(RequestField::ContextLength, 1024, 1, largestContextLength, {});
    fitNumber(RequestField::RpmLimit, 10, 1, most, {});
    fitNumber(RequestField::TpmLimit, 1000, 1, most, {});
}

QString DeployForm::plan() const
{
    return m_plan->currentData().toString();
}

const CatalogPlan *DeployForm::listedPlan() const
{
    const int index = m_plan->currentIndex();
    return index >= 0 && index < m_offers.size() ? &m_offers.at(index).listed : nullptr;
}

const CatalogTemplate *DeployForm::chosenTemplate() const
{
    const CatalogPlan *listed = listedPlan();
    const int item = templateItem();
    const int index = item < 0 ? -1 : m_template->itemData(item).toInt();
    return listed && index >= 0 && index < listed->templates.size() ? &listed->templates.at(index) : nullptr;
}

CatalogChoice DeployForm::choice() const
{
    const int index = m_plan->currentIndex();
    const bool valid = index >= 0 && index < m_offers.size();
    return {model(), valid ? &m_offers.at(index) : nullptr, chosenTemplate()};
}

} // namespace Slipway
