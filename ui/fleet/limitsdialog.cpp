// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/limitsdialog.h"

#include "app/fleet/hindrance.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/formfield.h"
#include "ui/fleet/idtext.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/numberbox.h"
#include "ui/fleet/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Slipway {

static NumberBox *limitBox(const QString &name, qint64 step)
{
    auto *box = new NumberBox(name);
    box->setStep(step, 1, 1'000'000'000);
    return box;
}

LimitsDialog::LimitsDialog(DeploymentStore *store, const Account &account, const QString &id, QWidget *parent) :
    MutationDialog(store, account, Deed::UpdateLimits, parent),
    m_id(id),
    m_title(Look::titleLabel()),
    m_presentLine(Look::plainLabel()),
    m_note(new NoteLabel),
    m_form(new QWidget),
    m_rpm(limitBox(QStringLiteral("rpmLimit"), 10)),
    m_tpm(limitBox(QStringLiteral("tpmLimit"), 1000)),
    m_rpmField(new FormField(m_rpm)),
    m_tpmField(new FormField(m_tpm))
{
    setObjectName(QStringLiteral("limitsDialog"));
    m_presentLine->setObjectName(QStringLiteral("present"));
    m_note->setObjectName(QStringLiteral("limitsNote"));
    const Deployment *found = store ? store->find(id) : nullptr;
    m_gone = !found;
    m_present = found ? *found : Deployment{};
    buildDialog();
    retranslate();
    if (!canLimit())
        offerOnlyClose();
    else
        m_rpmField->focusEditor();
}

/// Hides while all of it is still here: hiding takes the focus from a field, and that is an edit to look at.
LimitsDialog::~LimitsDialog()
{
    hide();
}

void LimitsDialog::buildDialog()
{
    auto *fields = new QHBoxLayout(m_form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(2 * Look::gap);
    fields->addWidget(m_rpmField, 1);
    fields->addWidget(m_tpmField, 1);
    m_presentLine->setWordWrap(true);
    body()->addWidget(m_title);
    body()->addWidget(new IdText(m_id));
    body()->addWidget(m_presentLine);
    body()->addWidget(m_form);
    body()->addWidget(m_note);
    body()->addStretch();
    for (NumberBox *box : {m_rpm, m_tpm}) {
        connect(box, &NumberBox::changed, this, &LimitsDialog::check);
        connect(box, &NumberBox::editingFinished, this, [this, box] {
            m_revealed = m_revealed || !box->text().isEmpty();
            check();
        });
    }
    resize(480, 0);
}

bool LimitsDialog::canLimit() const
{
    return !m_gone && takesLimits(m_present);
}

void LimitsDialog::retranslate()
{
    setWindowTitle(tr("Change limits"));
    m_title->setText(tr("Change limits in %1").arg(accountText(account())));
    m_rpmField->setTitle(tr("Wanted requests per minute"));
    m_tpmField->setTitle(tr("Wanted tokens per minute"));
    for (NumberBox *box : {m_rpm, m_tpm})
        box->setPlaceholder(tr("Unchanged"));
    showPresent();
    check();
    setWords(tr("Change limits"), tr("Changing limits…"));
}

void LimitsDialog::showPresent()
{
    const auto limit = [](std::optional<qint64> value) { return value ? numberText(value) : tr("not set"); };
    m_presentLine->setText(tr("Requests per minute: %1 · Tokens per minute: %2")
                               .arg(limit(m_present.rpmLimit), limit(m_present.tpmLimit)));
    m_rpmField->setHint(tr("Larger than 0; empty leaves it as it is."));
    m_tpmField->setHint(tr("Larger than 0; empty leaves it as it is."));
    const bool can = canLimit();
    m_presentLine->setVisible(can);
    m_form->setVisible(can);
    if (m_gone)
        m_note->setNote(tr("This deployment is gone: there is nothing to limit."), Look::Tone::Warning);
    else if (!can)
        m_note->setNote(textOf(Finding{RequestField::RpmLimit, Problem::CannotLimit, 0, {}, {}}), Look::Tone::Warning);
    else
        m_note->setNote(tr("Prompts above a limit are refused with 429 until the minute is over."));
}

LimitsRequest LimitsDialog::request() const
{
    return {m_rpm->number(), m_tpm->number()};
}

void LimitsDialog::check()
{
    QList<RequestField> unreadable;
    if (m_rpm->isUnreadable())
        unreadable.append(RequestField::RpmLimit);
    if (m_tpm->isUnreadable())
        unreadable.append(RequestField::TpmLimit);
    m_findings = withUnreadable(checkLimits(m_present, request()), unreadable);
    showProblems(m_rpmField, RequestField::RpmLimit);
    showProblems(m_tpmField, RequestField::TpmLimit);
}

void LimitsDialog::showProblems(FormField *holder, RequestField field)
{
    QString text;
    for (const Finding &finding : std::as_const(m_findings)) {
        if (m_revealed && finding.field == field && text.isEmpty())
            text = textOf(finding);
    }
    holder->setProblem(text, Look::Tone::Bad);
}

bool LimitsDialog::inputIsGood()
{
    m_revealed = true;
    check();
    const Finding *wrong = firstRefusal(m_findings);
    if (wrong)
        (wrong->field == RequestField::TpmLimit ? m_tpmField : m_rpmField)->focusEditor();
    return !wrong;
}

QList<quint64> LimitsDialog::send()
{
    return {store()->updateLimits(m_id, request(), unrecorded())};
}

void LimitsDialog::setEditable(bool editable)
{
    m_form->setEnabled(editable);
}

void LimitsDialog::fleetChanged()
{
    if (stage() != Stage::Editing || !store())
        return;
    const Deployment *found = store()->find(m_id);
    if (found)
        m_present = *found;
    m_gone = !found;
    showPresent();
    check();
    if (m_gone)
        offerOnlyClose();
}

} // namespace Slipway
