// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/scaledialog.h"

#include "ui/fleet/dialogwords.h"
#include "ui/fleet/formfield.h"
#include "ui/fleet/idtext.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/numberbox.h"
#include "ui/fleet/words.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

ScaleDialog::ScaleDialog(DeploymentStore *store, const Account &account, const QString &id, QWidget *parent) :
    MutationDialog(store, account, Deed::Scale, parent),
    m_id(id),
    m_title(Look::titleLabel()),
    m_presentLine(Look::plainLabel()),
    m_cost(Look::plainLabel()),
    m_note(new NoteLabel),
    m_form(new QWidget)
{
    setObjectName(QStringLiteral("scaleDialog"));
    m_presentLine->setObjectName(QStringLiteral("present"));
    m_cost->setObjectName(QStringLiteral("cost"));
    m_note->setObjectName(QStringLiteral("scaleNote"));
    const Deployment *found = store ? store->find(id) : nullptr;
    m_gone = !found;
    m_present = found ? *found : Deployment{};
    buildDialog();
    retranslate();
    if (m_entries.isEmpty() || m_gone)
        offerOnlyClose();
    else
        m_entries.first().holder->focusEditor();
}

/// Hides while all of it is still here: hiding takes the focus from a field, and that is an edit to look at.
ScaleDialog::~ScaleDialog()
{
    hide();
}

void ScaleDialog::buildDialog()
{
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Look::gap);
    if (m_present.plan != u"lora")
        addEntries();
    m_presentLine->setWordWrap(true);
    m_cost->setWordWrap(true);
    body()->addWidget(m_title);
    body()->addWidget(new IdText(m_id));
    body()->addWidget(m_presentLine);
    body()->addWidget(m_form);
    body()->addWidget(m_note);
    body()->addWidget(m_cost);
    body()->addStretch();
    resize(480, 0);
}

void ScaleDialog::addEntries()
{
    constexpr qint64 most = 1'000'000'000;
    if (!isThroughputPlan(m_present)) {
        addEntry(RequestField::Capacity, QStringLiteral("capacity"), m_present.capacity,
                 m_present.baseCapacity.value_or(1), 0, largestCapacity);
        return;
    }
    const PtuCapacity now = m_present.ptuCapacity.value_or(PtuCapacity{});
    addEntry(RequestField::InputTpm, QStringLiteral("inputTpm"), now.inputTpm, smallestInputTpm, 1, most);
    addEntry(RequestField::OutputTpm, QStringLiteral("outputTpm"), now.outputTpm, smallestOutputTpm, 1, most);
    addEntry(RequestField::ThinkingOutputTpm, QStringLiteral("thinkingOutputTpm"), now.thinkingOutputTpm,
             smallestOutputTpm, 1, most);
}

void ScaleDialog::addEntry(RequestField field, const QString &name, std::optional<qint64> now, qint64 step,
                           qint64 smallest, qint64 largest)
{
    auto *box = new NumberBox(name);
    box->setStep(step, smallest, largest);
    box->setNumber(now);
    auto *holder = new FormField(box);
    m_form->layout()->addWidget(holder);
    m_entries.append({field, box, holder});
    connect(box, &NumberBox::changed, this, &ScaleDialog::check);
    connect(box, &NumberBox::editingFinished, this, [this] {
        m_revealed = m_revealed || numberOf(m_entries.first().field) != m_present.capacity;
        check();
    });
}

void ScaleDialog::retranslate()
{
    setWindowTitle(tr("Scale a deployment"));
    m_title->setText(tr("Scale a deployment in %1").arg(accountText(account())));
    titleEntries();
    showPresent();
    check();
}

void ScaleDialog::titleEntries()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.field == RequestField::InputTpm)
            entry.holder->setTitle(tr("Wanted input tokens per minute"));
        else if (entry.field == RequestField::OutputTpm)
            entry.holder->setTitle(tr("Wanted output tokens per minute"));
        else if (entry.field == RequestField::ThinkingOutputTpm)
            entry.holder->setTitle(tr("Wanted thinking tokens per minute"));
        else
            entry.holder->setTitle(tr("Wanted capacity"));
        entry.holder->setHint(hintOf(entry.field));
    }
}

QString ScaleDialog::hintOf(RequestField field) const
{
    const QLocale locale;
    const qint64 step = m_present.baseCapacity.value_or(1);
    if (field == RequestField::Capacity && step > 1)
        return tr("Units, in steps of its base capacity %1, up to %2.")
            .arg(locale.toString(step), locale.toString(largestCapacity / step * step));
    if (field == RequestField::Capacity)
        return tr("Units, up to %1.").arg(locale.toString(largestCapacity));
    const qint64 throughput = field == RequestField::InputTpm ? smallestInputTpm : smallestOutputTpm;
    return tr("In steps of %1.").arg(locale.toString(throughput));
}

void ScaleDialog::showPresent()
{
    const bool lora = m_present.plan == u"lora";
    m_presentLine->setText(m_gone ? QString() : presentText());
    m_presentLine->setVisible(!m_gone);
    if (m_gone)
        m_note->setNote(tr("This deployment is gone: there is nothing to scale."), Look::Tone::Warning);
    else if (lora)
        m_note->setNote(textOf(Finding{RequestField::Capacity, Problem::CannotScale, 0, {}, {}}), Look::Tone::Warning);
    m_note->setVisible(m_gone || lora);
}

QString ScaleDialog::presentText() const
{
    const QString status = statusWord(m_present);
    const QString size = capacitySentence(m_present);
    return size.isEmpty() ? tr("Now: %1.").arg(status) : tr("Now: %1, %2.", "status, capacity").arg(status, size);
}

std::optional<qint64> ScaleDialog::numberOf(RequestField field) const
{
    for (const Entry &entry : m_entries) {
        if (entry.field == field)
            return entry.box->number();
    }
    return {};
}

ScaleRequest ScaleDialog::request() const
{
    ScaleRequest request;
    if (isThroughputPlan(m_present))
        request.ptuCapacity = PtuCapacity{numberOf(RequestField::InputTpm), numberOf(RequestField::OutputTpm),
                                          numberOf(RequestField::ThinkingOutputTpm)};
    else
        request.capacity = numberOf(RequestField::Capacity);
    return request;
}

void ScaleDialog::check()
{
    QList<RequestField> unreadable;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.box->isUnreadable())
            unreadable.append(entry.field);
    }
    const ScaleRequest wanted = request();
    m_findings = withUnreadable(checkScale(m_present, wanted), unreadable);
    for (const Entry &entry : std::as_const(m_entries)) {
        const auto found = std::find_if(m_findings.begin(), m_findings.end(), [&](const Finding &finding) {
            return finding.field == entry.field && (m_revealed || !refuses(finding.problem));
        });
        const bool any = found != m_findings.end();
        entry.holder->setProblem(any ? textOf(*found) : QString(),
                                 any && refuses(found->problem) ? Look::Tone::Bad : Look::Tone::Warning);
    }
    const QString cost = firstRefusal(m_findings) || m_entries.isEmpty()
                             ? QString()
                             : priceChangeText(account(), estimate(m_present), estimate(m_present, wanted));
    m_cost->setText(cost);
    setWords(wantedText(), tr("Scaling…"));
}

QString ScaleDialog::wantedText() const
{
    const std::optional<qint64> capacity = numberOf(RequestField::Capacity);
    return capacity && !firstRefusal(m_findings) ? tr("Scale to %1").arg(QLocale().toString(*capacity)) : tr("Scale");
}

bool ScaleDialog::inputIsGood()
{
    m_revealed = true;
    check();
    const Finding *wrong = firstRefusal(m_findings);
    for (const Entry &entry : std::as_const(m_entries)) {
        if (wrong && entry.field == wrong->field)
            entry.holder->focusEditor();
    }
    return !wrong;
}

QList<quint64> ScaleDialog::send()
{
    return {store()->scale(m_id, request(), unrecorded())};
}

void ScaleDialog::setEditable(bool editable)
{
    m_form->setEnabled(editable);
}

void ScaleDialog::fleetChanged()
{
    if (stage() != Stage::Editing || !store())
        return;
    const Deployment *found = store()->find(m_id);
    if (found)
        m_present = *found;
    m_gone = !found;
    m_form->setEnabled(!m_gone);
    showPresent();
    check();
    if (m_gone)
        offerOnlyClose();
}

} // namespace Slipway
