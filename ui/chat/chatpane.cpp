// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/chatpane.h"

#include "ui/chat/idlabel.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"
#include "ui/chat/transcript.h"
#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Slipway {

ChatPane::ChatPane(QWidget *parent) : QWidget(parent)
{
    build();
    m_escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(m_escape, &QShortcut::activated, this, [this] {
        if (m_conversation)
            m_conversation->stop();
    });
    connect(m_prompt, &PromptEdit::submitted, this, &ChatPane::send);
    connect(m_primary, &QPushButton::clicked, this, &ChatPane::sendOrStop);
    connect(m_newButton, &QToolButton::clicked, this, &ChatPane::clearConversation);
    connect(m_undo, &QToolButton::clicked, this, &ChatPane::undoClear);
    connect(m_settingsButton, &QToolButton::toggled, m_settings, &QWidget::setVisible);
    connect(m_settings, &SettingsForm::edited, this, [this] {
        if (m_conversation)
            m_conversation->setSettings(m_settings->settings());
    });
    connect(m_transcript, &Transcript::retryRequested, this, &ChatPane::retry);
    connect(m_transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    retranslate();
    showState();
}

void ChatPane::build()
{
    m_empty = Look::secondaryLabel();
    m_empty->setObjectName(QStringLiteral("chatEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_settings = new SettingsForm;
    m_settings->setObjectName(QStringLiteral("chatSettings"));
    m_settings->hide();
    m_transcript = new Transcript;
    m_transcript->setObjectName(QStringLiteral("transcript"));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Look::gap, 0, Look::gap);
    column->setSpacing(Look::gap);
    const auto inset = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(Look::gap, 0, Look::gap, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    inset(buildHeader());
    inset(m_settings);
    inset(buildCleared());
    column->addWidget(m_transcript, 1);
    inset(buildPromptRow());
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
}

QWidget *ChatPane::buildHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Look::smallGap);
    m_model = new IdLabel;
    m_model->setObjectName(QStringLiteral("chatModel"));
    m_settingsButton = new QToolButton;
    m_settingsButton->setObjectName(QStringLiteral("chatSettingsButton"));
    m_settingsButton->setCheckable(true);
    m_settingsButton->setAutoRaise(true);
    m_newButton = new QToolButton;
    m_newButton->setObjectName(QStringLiteral("newConversation"));
    m_newButton->setAutoRaise(true);
    for (QToolButton *button : {m_settingsButton, m_newButton})
        button->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_model, 1);
    row->addWidget(m_settingsButton);
    row->addWidget(m_newButton);
    return header;
}

QWidget *ChatPane::buildCleared()
{
    m_clearedBar = new QWidget;
    m_clearedBar->setObjectName(QStringLiteral("clearedBar"));
    auto *row = new QHBoxLayout(m_clearedBar);
    row->setContentsMargins(0, 0, 0, 0);
    m_clearedText = Look::secondaryLabel();
    m_undo = new QToolButton;
    m_undo->setObjectName(QStringLiteral("undoClear"));
    m_undo->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_clearedText);
    row->addWidget(m_undo);
    row->addStretch();
    m_clearedBar->hide();
    return m_clearedBar;
}

QWidget *ChatPane::buildPromptRow()
{
    auto *bottom = new QWidget;
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Look::gap);
    m_prompt = new PromptEdit;
    m_prompt->setObjectName(QStringLiteral("prompt"));
    m_refusal = Look::plainLabel();
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("sendOrStop"));
    row->addWidget(m_prompt, 1);
    row->addWidget(m_refusal, 1);
    row->addWidget(m_primary, 0, Qt::AlignBottom);
    return bottom;
}

void ChatPane::setConversation(Conversation *conversation, const Deployment *deployment)
{
    if (conversation != m_conversation) {
        leave();
        join(conversation);
    }
    setDeployment(deployment);
}

void ChatPane::leave()
{
    m_cleared.clear();
    if (!m_conversation)
        return;
    m_conversation->setDraft(m_prompt->toPlainText());
    m_kept.insert(m_conversation->deployedModel(), {m_transcript->readingPlace(), m_transcript->isFollowing()});
    m_conversation->disconnect(this);
    m_conversation = nullptr;
}

void ChatPane::join(Conversation *conversation)
{
    m_conversation = conversation;
    m_transcript->setTurns(conversation ? conversation->turns() : QList<Turn>());
    m_prompt->setText(conversation ? conversation->draft() : QString());
    m_settings->setSettings(conversation ? conversation->settings() : ChatSettings());
    showPrompts();
    if (!conversation)
        return;
    const Kept kept = m_kept.value(conversation->deployedModel());
    if (!kept.following)
        m_transcript->read(kept.place);
    const auto update = [this](int index) { m_transcript->updateTurn(index, m_conversation->turns().at(index)); };
    connect(conversation, &Conversation::turnAdded, this, [this](int index) {
        m_transcript->addTurn(m_conversation->turns().at(index));
        showState();
    });
    connect(conversation, &Conversation::turnGrew, this, update);
    connect(conversation, &Conversation::turnChanged, this, update);
    connect(conversation, &Conversation::turnsRemoved, m_transcript, &Transcript::removeTurns);
    connect(conversation, &Conversation::busyChanged, this, &ChatPane::showState);
    connect(conversation, &QObject::destroyed, this, [this] { setConversation(nullptr, nullptr); });
}

void ChatPane::setDeployment(const Deployment *deployment)
{
    m_deployment = deployment ? std::optional(*deployment) : std::nullopt;
    showState();
}

void ChatPane::focusPrompt()
{
    if (m_prompt->isVisibleTo(this))
        m_prompt->setFocus();
    else
        m_transcript->setFocus();
}

bool ChatPane::isBusy() const
{
    return m_conversation && m_conversation->isBusy();
}

/// Why nothing can be asked now; empty when something can.
QString ChatPane::refusal() const
{
    if (!m_conversation)
        return {};
    const QString id = Look::visibleId(m_conversation->deployedModel());
    if (!m_deployment)
        return tr("%1 no longer exists. The conversation stays until Slipway is closed.").arg(id);
    if (maybeServing(m_deployment->status))
        return {};
    return tr("%1 is %2: it can be asked once it is %3.")
        .arg(id, statusWord(*m_deployment), statusWord(Status::Running, {}));
}

void ChatPane::showState()
{
    m_pages->setCurrentIndex(m_conversation ? 1 : 0);
    if (!m_conversation)
        return;
    const QString why = refusal();
    const bool promptHadFocus = m_prompt->hasFocus();
    m_model->setId(m_conversation->deployedModel());
    m_prompt->setPlaceholderText(tr("Ask %1…").arg(Look::visibleId(m_conversation->deployedModel())));
    m_prompt->setVisible(why.isEmpty());
    m_refusal->setText(why);
    m_refusal->setVisible(!why.isEmpty());
    m_primary->setText(isBusy() ? tr("Stop") : tr("Send"));
    m_primary->setToolTip(isBusy() ? tr("Stop the reply (Esc)") : tr("Send (Enter); Shift+Enter begins a new line"));
    m_primary->setVisible(why.isEmpty() || isBusy());
    m_escape->setEnabled(isBusy());
    m_newButton->setEnabled(!m_conversation->turns().isEmpty());
    m_clearedBar->setVisible(!m_cleared.isEmpty() && m_conversation->turns().isEmpty());
    m_transcript->offerRetry(why.isEmpty() && !isBusy());
    m_transcript->setPlaceholder(why.isEmpty() ? tr("What you ask here goes to this deployment alone.") : QString());
    if (promptHadFocus && !m_prompt->isVisible())
        m_transcript->setFocus();
}

void ChatPane::showPrompts()
{
    QStringList prompts;
    if (m_conversation) {
        for (const Turn &turn : m_conversation->turns()) {
            if (turn.role == Role::User)
                prompts += turn.content;
        }
    }
    m_prompt->setHistory(prompts);
}

bool ChatPane::checkSettings()
{
    if (m_settings->isValid())
        return true;
    m_settingsButton->setChecked(true);
    m_settings->focusWrongField();
    return false;
}

void ChatPane::send()
{
    if (!m_conversation || isBusy() || !refusal().isEmpty() || !checkSettings())
        return;
    if (!m_conversation->send(m_prompt->toPlainText()))
        return;
    m_cleared.clear();
    m_prompt->clear();
    m_conversation->setDraft({});
    showPrompts();
    showState();
}

void ChatPane::sendOrStop()
{
    if (isBusy())
        m_conversation->stop();
    else
        send();
    m_prompt->setFocus();
}

void ChatPane::retry()
{
    if (!m_conversation || !refusal().isEmpty() || !checkSettings())
        return;
    m_conversation->retry();
    m_prompt->setFocus();
}

void ChatPane::clearConversation()
{
    if (!m_conversation)
        return;
    m_conversation->stop();
    m_cleared = m_conversation->turns();
    m_conversation->clear();
    showState();
    focusPrompt();
}

void ChatPane::undoClear()
{
    if (m_conversation)
        m_conversation->restore(m_cleared);
    m_cleared.clear();
    showState();
    focusPrompt();
}

void ChatPane::retranslate()
{
    m_empty->setText(tr("Select a deployment to talk to it."));
    m_settingsButton->setText(tr("Parameters"));
    m_settingsButton->setToolTip(tr("System prompt, temperature and more; what is not set is left to the service"));
    m_newButton->setText(tr("New conversation"));
    m_newButton->setToolTip(tr("Begin again; this can be undone"));
    m_clearedText->setText(tr("Cleared."));
    m_undo->setText(tr("Undo"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_transcript->retranslate(m_conversation ? m_conversation->turns() : QList<Turn>());
}

void ChatPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showState();
}

} // namespace Slipway
