// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/mutationdialog.h"

#include "ui/fleet/sendingpanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace Slipway {

MutationDialog::MutationDialog(DeploymentStore *store, const Account &account, Deed deed, QWidget *parent) :
    QDialog(parent),
    m_store(store),
    m_account(account),
    m_deed(deed),
    m_body(new QVBoxLayout),
    m_panel(new SendingPanel(this)),
    m_primary(new QPushButton(this)),
    m_cancel(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    watchStore();
}

void MutationDialog::build()
{
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setDefault(true);
    m_primary->installEventFilter(this);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(false);
    connect(m_primary, &QPushButton::clicked, this, &MutationDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &MutationDialog::reject);
    if (m_deed != Deed::Create) // nothing new is made that nobody could look up
        connect(m_panel, &SendingPanel::actionTriggered, this, &MutationDialog::submitUnrecorded);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Look::gap);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    layout->setSpacing(Look::gap);
    m_body->setSpacing(Look::gap);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_panel);
    layout->addLayout(buttons);
}

void MutationDialog::watchStore()
{
    if (!m_store)
        return;
    const auto look = [this] { fleetChanged(); };
    connect(m_store, &DeploymentStore::rowsInserted, this, look);
    connect(m_store, &DeploymentStore::rowsRemoved, this, look);
    connect(m_store, &DeploymentStore::rowsChanged, this, look);
    connect(m_store, &DeploymentStore::mutationChanged, this, &MutationDialog::listen);
    connect(m_store, &QObject::destroyed, this, [this] { QDialog::reject(); });
}

void MutationDialog::setWords(const QString &primary, const QString &busy)
{
    m_primaryText = primary;
    m_busyText = busy;
    showButtons();
}

void MutationDialog::offerOnlyClose()
{
    m_onlyClose = true;
    showButtons();
}

void MutationDialog::submit()
{
    if (m_stage != Stage::Editing || m_onlyClose || !m_store || !inputIsGood())
        return;
    m_focusBefore = focusWidget();
    setStage(Stage::Sending);
    m_panel->showNothing();
    const QList<quint64> sent = send();
    m_open = QSet<quint64>(sent.begin(), sent.end());
    for (const quint64 id : sent)
        listen(id);
}

void MutationDialog::offerUnrecorded(const Mutation &mutation)
{
    ErrorText text = textOf(mutation.error.value_or(Error{}), m_deed);
    text.meaning = tr("Nothing was changed. Without an entry nobody could look up after a crash that it was sent.");
    m_panel->showError(text, Look::Tone::Warning);
    m_panel->setAction(tr("Send without an entry"));
}

void MutationDialog::submitUnrecorded()
{
    m_unrecorded = DeploymentStore::Unrecorded::Send;
    submit();
    m_unrecorded = DeploymentStore::Unrecorded::Keep;
}

void MutationDialog::listen(quint64 id)
{
    const Mutation *found = m_open.contains(id) && m_store ? m_store->journal()->find(id) : nullptr;
    if (!found || found->state == Mutation::State::Sending)
        return;
    m_open.remove(id);
    const Mutation mutation = *found;
    answered(mutation);
    if (m_open.isEmpty())
        allAnswered();
}

void MutationDialog::answered(const Mutation &mutation)
{
    switch (mutation.state) {
    case Mutation::State::Sending:
        return;
    case Mutation::State::Accepted:
        setStage(Stage::Over);
        accepted(mutation);
        accept();
        return;
    case Mutation::State::Refused:
    case Mutation::State::NotSent:
        resumeEditing();
        if (isUnrecorded(mutation) && m_deed != Deed::Create)
            offerUnrecorded(mutation);
        else
            showOutcome(mutation);
        refused(mutation);
        return;
    case Mutation::State::Unknown:
        endSending();
        showOutcome(mutation);
        return;
    }
}

void MutationDialog::showOutcome(const Mutation &mutation)
{
    const bool unknown = mutation.state == Mutation::State::Unknown;
    m_panel->showError(textOf(mutation.error.value_or(Error{}), m_deed),
                       unknown ? Look::Tone::Warning : Look::Tone::Bad);
}

void MutationDialog::resumeEditing()
{
    setStage(Stage::Editing);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void MutationDialog::endSending()
{
    setStage(Stage::Over);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void MutationDialog::setStage(Stage stage)
{
    m_stage = stage;
    m_warned = false;
    setEditable(stage == Stage::Editing);
    showButtons();
}

void MutationDialog::showButtons()
{
    const bool sending = m_stage == Stage::Sending;
    m_primary->setText(sending ? m_busyText : m_primaryText);
    m_primary->setEnabled(m_stage == Stage::Editing);
    m_primary->setVisible(!m_onlyClose);
    const bool nothingToCancel = m_onlyClose || m_stage == Stage::Over || m_warned;
    m_cancel->setText(nothingToCancel ? tr("Close") : tr("Cancel"));
}

void MutationDialog::reject()
{
    if (m_stage == Stage::Sending && !m_warned) {
        m_warned = true;
        m_panel->showNote(tr("It was sent already and cannot be called back."),
                          tr("Closing this window does not stop it; the table and the history show what comes of it."),
                          Look::Tone::Warning);
        showButtons();
        return;
    }
    QDialog::reject();
}

static bool isHeldEnter(const QKeyEvent *event)
{
    return event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
}

void MutationDialog::keyPressEvent(QKeyEvent *event)
{
    if (!isHeldEnter(event))
        QDialog::keyPressEvent(event);
}

/// One double click is one yes, and so is Enter held down, however quick the service refuses in between.
bool MutationDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_primary && event->type() == QEvent::MouseButtonDblClick)
        return true;
    if (watched == m_primary && event->type() == QEvent::KeyPress)
        return isHeldEnter(static_cast<QKeyEvent *>(event));
    return QDialog::eventFilter(watched, event);
}

bool MutationDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        keepHeight();
    return done;
}

/// Wrapped lines need a height that depends on the width, which a window's layout does not see to by itself.
void MutationDialog::keepHeight()
{
    if (!layout()->hasHeightForWidth())
        return;
    const int most = screen()->availableSize().height() * 9 / 10;
    setMinimumHeight(qMin(layout()->totalMinimumHeightForWidth(width()), most));
}

void MutationDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showButtons();
    }
    QDialog::changeEvent(event);
}

} // namespace Slipway
