// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/deploydialog.h"

#include "ui/fleet/catalogpicker.h"
#include "ui/fleet/deployform.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/fold.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/requestview.h"
#include "ui/fleet/sendingpanel.h"
#include "ui/fleet/words.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace Slipway {

static QLabel *wrappedLabel(const QString &name)
{
    QLabel *label = Look::plainLabel();
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setMinimumHeight(label->fontMetrics().height()); // also while it says nothing
    return label;
}

DeployDialog::DeployDialog(DeploymentStore *store, const Account &account, QWidget *parent) :
    MutationDialog(store, account, Deed::Create, parent),
    m_title(Look::titleLabel()),
    m_modelName(wrappedLabel(QStringLiteral("pickedModel"))),
    m_modelNote(new NoteLabel),
    m_filledNote(new NoteLabel),
    m_unsettledNote(new NoteLabel),
    m_picker(new CatalogPicker(store)),
    m_form(new DeployForm),
    m_request(new RequestView),
    m_what(wrappedLabel(QStringLiteral("summaryWhat"))),
    m_cost(wrappedLabel(QStringLiteral("summaryCost"))),
    m_billing(wrappedLabel(QStringLiteral("summaryBilling"))),
    m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("deployDialog"));
    m_modelNote->setObjectName(QStringLiteral("modelNote"));
    m_filledNote->setObjectName(QStringLiteral("filledNote"));
    m_filledNote->hide();
    m_unsettledNote->setObjectName(QStringLiteral("unsettledNote"));
    buildDialog();
    connect(m_picker, &CatalogPicker::picked, this, &DeployDialog::showModel);
    connect(m_picker, &CatalogPicker::lost, this, &DeployDialog::modelLost);
    connect(m_form, &DeployForm::changed, this, &DeployDialog::check);
    connect(panel(), &SendingPanel::actionTriggered, this, &DeployDialog::reloadCatalog);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &DeployDialog::keepRoomForBar);
    scrollToOpened();
    retranslate();
    if (store)
        connect(store, &DeploymentStore::mutationChanged, this, &DeployDialog::tellUnsettled);
    m_form->hide();
    m_request->hide();
    m_picker->load();
    m_picker->focusSearch();
}

/// Hides while all of it is still here: hiding takes the focus from a field, and that is an edit to look at.
DeployDialog::~DeployDialog()
{
    hide();
}

void DeployDialog::buildDialog()
{
    m_formSide = buildFormSide();
    m_scroll->setObjectName(QStringLiteral("formScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_formSide);
    m_scroll->setMinimumHeight(fontMetrics().lineSpacing() * 12);
    m_scroll->setMinimumWidth(m_formSide->minimumSizeHint().width() + 2 * Look::gap);
    keepRoomForBar();
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_picker);
    split->addWidget(m_scroll);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({300, 520});
    body()->addWidget(m_title);
    body()->addWidget(m_unsettledNote);
    body()->addWidget(split, 1);
    body()->addWidget(m_what);
    body()->addWidget(m_cost);
    body()->addWidget(m_billing);
    m_picker->setMinimumWidth(180);
    resize(840, 600);
}

QWidget *DeployDialog::buildFormSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Look::gap, 0, Look::gap, 0);
    layout->setSpacing(Look::gap);
    m_modelName->setFont(Look::title(m_modelName->font()));
    layout->addWidget(m_modelName);
    layout->addWidget(m_modelNote);
    layout->addWidget(m_filledNote);
    layout->addWidget(m_form);
    layout->addWidget(m_request);
    layout->addStretch();
    return side;
}

/// The fields are as wide with the scroll bar as without it.
void DeployDialog::keepRoomForBar()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int room = bar->maximum() > 0 ? 0 : bar->sizeHint().width();
    m_formSide->layout()->setContentsMargins(Look::gap, 0, Look::gap + room, 0);
}

void DeployDialog::retranslate()
{
    setWindowTitle(tr("Deploy a model"));
    setWords(tr("Deploy"), tr("Deploying…"));
    m_title->setText(tr("Deploy a model in %1").arg(accountText(account())));
    m_picker->retranslate();
    m_form->retranslate();
    m_request->retranslate();
    tellUnsettled();
    check();
}

void DeployDialog::showModel(const CatalogModel &model)
{
    const bool another = !m_form->model() || m_form->model()->modelName != model.modelName;
    m_modelLost = false;
    if (another)
        m_filledNote->hide();
    m_form->setModel(model);
    m_form->show();
    m_request->show();
    if (m_asked && m_asked->modelName == model.modelName)
        fillForm();
    m_asked.reset();
    check();
    if (another && stage() == Stage::Editing)
        m_form->focusFirst();
}

void DeployDialog::modelLost()
{
    m_modelLost = true;
    check();
    m_picker->focusSearch();
}

void DeployDialog::fill(const CreateRequest &asked)
{
    m_asked = asked;
    m_picker->pickWhenListed(asked.modelName);
    summarize();
}

void DeployDialog::fillForm()
{
    CreateRequest asked = *m_asked;
    QStringList notes{tr("Filled in with what was asked before.")};
    if (suffixIsTaken(asked.suffix)) {
        notes << tr("The suffix %1 is taken, so another one is proposed.").arg(Look::visible(asked.suffix));
        asked.suffix.clear();
    }
    const QList<RequestField> gone = m_form->fill(asked);
    if (gone.contains(RequestField::Plan))
        notes << tr("The plan it had is no longer offered: %1.").arg(planWord(asked.plan));
    if (gone.contains(RequestField::Template))
        notes << tr("The template it had is no longer offered: %1.").arg(Look::visible(asked.deploySpec));
    m_filledNote->setNote(notes.join(u'\n'), gone.isEmpty() ? std::nullopt : std::optional(Look::Tone::Warning));
    m_filledNote->show();
}

bool DeployDialog::suffixIsTaken(const QString &suffix) const
{
    if (suffix.isEmpty() || !store())
        return false;
    const QList<Deployment> &rows = store()->rows();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Deployment &row) { return row.deployedModel.endsWith(u'-' + suffix); });
}

void DeployDialog::reloadCatalog()
{
    panel()->showNothing();
    m_picker->load();
}

void DeployDialog::check()
{
    const CreateRequest request = m_form->request();
    m_findings = withUnreadable(checkCreate(m_form->choice(), request, modelIsDeployed(request.modelName)),
                                m_form->unreadable());
    m_form->setFindings(m_findings);
    m_request->setBody(bodyOf(request, JsonLayout::Indented));
    summarize();
}

bool DeployDialog::modelIsDeployed(const QString &modelName) const
{
    if (!store())
        return false;
    const QList<Deployment> &rows = store()->rows();
    return std::any_of(rows.begin(), rows.end(), [&](const Deployment &row) { return row.modelName == modelName; });
}

// ---- earlier deploys whose answers were lost

void DeployDialog::tellUnsettled()
{
    QStringList subjects;
    for (const Mutation &mutation : store() ? store()->journal()->entries() : QList<Mutation>()) {
        const Inquiry::Kind kind = mutation.inquiry.kind;
        const bool isOpen = kind == Inquiry::Kind::Checking || kind == Inquiry::Kind::CannotTell;
        if (mutation.verb == Mutation::Verb::Create && isOpen)
            subjects << subjectText(mutation);
    }
    m_unsettledNote->setVisible(!subjects.isEmpty() && stage() == Stage::Editing);
    m_unsettledNote->setNote(tr("It is not known yet whether an earlier deploy was carried out: %1. To deploy now may "
                                "make a second one.")
                                 .arg(listText(subjects)),
                             Look::Tone::Warning);
}

bool DeployDialog::isOfLost(const QString &suffix) const
{
    const QList<Mutation> entries = store() ? store()->journal()->entries() : QList<Mutation>();
    return std::any_of(entries.begin(), entries.end(), [&suffix](const Mutation &mutation) {
        const auto *asked = std::get_if<CreateRequest>(&mutation.asked);
        return asked && mutation.state == Mutation::State::Unknown && asked->suffix == suffix;
    });
}

// ---- the summary

void DeployDialog::summarize()
{
    const CreateRequest request = m_form->request();
    const bool picked = m_form->model();
    const QString name = !picked && m_asked ? m_asked->modelName : request.modelName;
    m_modelName->setText(name.isEmpty() ? tr("No model picked") : Look::visible(name));
    if (m_modelLost)
        m_modelNote->setNote(tr("The catalog no longer lists this model. Pick another."), Look::Tone::Bad);
    else if (!picked && m_asked)
        m_modelNote->setNote(tr("Looking for it in the catalog…"));
    else if (!picked)
        m_modelNote->setNote(tr("Search on the left; Enter picks."));
    m_modelNote->setVisible(m_modelLost || !picked);
    m_what->setText(picked ? whatText(request) : QString());
    m_billing->setText(picked ? billingText(request) : QString());
    m_cost->setText(picked && !firstRefusal(m_findings) ? costText(request) : QString());
}

QString DeployDialog::whatText(const CreateRequest &request) const
{
    const QString size = sizeText(request);
    const QString plan = request.plan.isEmpty() ? tr("Compute units") : planWord(request.plan);
    const QString model = Look::visible(request.modelName);
    if (size.isEmpty())
        return tr("%1 will be deployed in %2: %3.", "model, account, plan").arg(model, accountText(account()), plan);
    return tr("%1 will be deployed in %2: %3, %4.", "model, account, plan, size")
        .arg(model, accountText(account()), plan, size);
}

QString DeployDialog::sizeText(const CreateRequest &request) const
{
    const QLocale locale;
    const auto number = [&locale](std::optional<qint64> n) { return n ? locale.toString(*n) : QStringLiteral("–"); };
    if (request.plan == u"lora")
        return {};
    if (request.ptuCapacity)
        return tr("%1 input and %2 output tokens per minute")
            .arg(number(request.ptuCapacity->inputTpm), number(request.ptuCapacity->outputTpm));
    const CatalogTemplate *chosen = m_form->chosenTemplate();
    const QString spec = request.deploySpec.isEmpty() ? QString() : Look::visible(request.deploySpec);
    const QString size =
        chosen && chosen->isSeparated()
            ? tr("prefill %1, decode %2").arg(number(request.prefillCapacity), number(request.decodeCapacity))
            : tr("capacity %1").arg(number(request.capacity));
    return spec.isEmpty() ? size : tr("%1, %2", "template, size").arg(spec, size);
}

QString DeployDialog::billingText(const CreateRequest &request) const
{
    if (account().origin == Account::Origin::Simulator)
        return tr("In a real account, billing starts with the deployment and goes on until it is deleted.");
    if (request.plan == u"lora")
        return tr("Billing is by the token. It starts with the deployment and goes on until it is deleted.");
    return tr("Billing starts with the deployment and goes on until it is deleted.");
}

QString DeployDialog::costText(const CreateRequest &request) const
{
    if (request.plan == u"lora") {
        const CatalogModel *model = m_form->model();
        return tokenPriceText(account(), tokenPrice(model->baseModel.isEmpty() ? model->modelName : model->baseModel));
    }
    return priceText(account(), estimate(request, m_form->chosenTemplate()));
}

// ---- sending

bool DeployDialog::inputIsGood()
{
    check();
    const Finding *wrong = firstRefusal(m_findings);
    m_form->revealAll();
    if (m_modelLost || (wrong && wrong->field == RequestField::Model)) {
        m_modelNote->setNote(m_modelLost ? m_modelNote->text() : tr("Pick a model first."), Look::Tone::Bad);
        m_picker->focusSearch();
        return false;
    }
    if (wrong)
        m_form->focusField(wrong->field);
    showFocused();
    return !wrong;
}

/// Once the layout has settled: a fold may just have been opened.
void DeployDialog::showFocused()
{
    const auto scroll = [this] {
        if (QWidget *focused = focusWidget(); focused && m_form->isAncestorOf(focused))
            m_scroll->ensureWidgetVisible(focused->parentWidget());
    };
    QMetaObject::invokeMethod(this, scroll, Qt::QueuedConnection);
}

/// What a fold has just opened is what the person wants to see.
void DeployDialog::scrollToOpened()
{
    for (Fold *fold : m_formSide->findChildren<Fold *>()) {
        const auto scroll = [this, fold] { m_scroll->ensureWidgetVisible(fold, 0, 0); };
        connect(fold, &Fold::opened, this, scroll, Qt::QueuedConnection);
    }
}

/// Enter in a field only leads to the button: picking a model and saying yes must not be one gesture.
void DeployDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QWidget *focused = focusWidget();
    if (!enter || !focused || !m_formSide->isAncestorOf(focused))
        return MutationDialog::keyPressEvent(event);
    if (auto *button = qobject_cast<QAbstractButton *>(focused))
        button->click();
    else
        primary()->setFocus(Qt::TabFocusReason);
}

QList<quint64> DeployDialog::send()
{
    return {store()->create(m_form->request())};
}

void DeployDialog::setEditable(bool editable)
{
    m_form->setEnabled(editable);
    m_picker->setEnabled(editable);
}

void DeployDialog::fleetChanged()
{
    if (stage() == Stage::Editing)
        check();
}

void DeployDialog::accepted(const Mutation &mutation)
{
    Q_EMIT deployed(mutation.deployedModel);
}

void DeployDialog::refused(const Mutation &mutation)
{
    const Error::Kind kind = mutation.error ? mutation.error->kind : Error::Kind::Refused;
    if (kind == Error::Kind::Conflict) {
        const QString suffix = m_form->request().suffix;
        m_form->setProblem(RequestField::Suffix,
                           !suffix.isEmpty() && isOfLost(suffix)
                               ? tr("This one is taken: the lost deploy was carried out after all. Look for it in the "
                                    "table before you deploy with another suffix.")
                               : tr("This one is taken. Choose another suffix."));
        m_form->focusField(RequestField::Suffix);
        showFocused();
    } else if (kind == Error::Kind::NotFound) {
        panel()->setAction(tr("Reload the models"));
    }
}

} // namespace Slipway
