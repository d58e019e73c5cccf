// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/chatpane.h"

#include "ui/chat/idlabel.h"
#include "ui/chat/promptbox.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/remedybar.h"
#include "ui/chat/settingsform.h"
#include "ui/chat/transcript.h"
#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/plaintext.h"
#include "ui/ticker.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Slipway {

ChatPane::ChatPane(QWidget *parent) : QWidget(parent)
{
    build();
    m_tick = new Ticker(std::chrono::seconds(1), this);
    m_tick->setWanted(false);
    connect(m_tick, &Ticker::ticked, this, &ChatPane::showTime);
    m_escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(m_escape, &QShortcut::activated, this, [this] {
        if (isBusy())
            m_conversation->stop();
        else
            endEditing();
    });
    connect(m_prompt, &PromptEdit::submitted, this, &ChatPane::send);
    connect(m_prompt, &PromptEdit::pageTurned, this,
            [this](QKeyEvent *event) { QCoreApplication::sendEvent(m_transcript, event); });
    connect(m_primary, &QPushButton::clicked, this, &ChatPane::sendOrStop);
    connect(m_newButton, &QToolButton::clicked, this, &ChatPane::clearConversation);
    connect(m_allButton, &QToolButton::clicked, this, &ChatPane::conversationsRequested);
    connect(m_undo, &QToolButton::clicked, this, &ChatPane::undo);
    connect(m_endEditing, &QToolButton::clicked, this, &ChatPane::endEditing);
    connect(m_settingsButton, &QToolButton::toggled, m_settings, &QWidget::setVisible);
    connect(m_settings, &SettingsForm::edited, this, [this] {
        if (m_conversation)
            m_conversation->setSettings(m_settings->settings());
        showState();
    });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &ChatPane::keepTyped);
    connect(m_remedy, &RemedyBar::accepted, this, &ChatPane::retryWithout);
    connectTranscript();
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
    m_trouble = Look::secondaryLabel();
    m_trouble->setObjectName(QStringLiteral("keepingTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    inset(m_trouble);
    inset(buildUndo());
    column->addWidget(m_transcript, 1);
    m_remedy = new RemedyBar;
    inset(m_remedy);
    m_figures = Look::secondaryLabel();
    m_figures->setObjectName(QStringLiteral("conversationFigures"));
    m_figures->setWordWrap(true);
    inset(m_figures);
    inset(buildEditing());
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
    m_allButton = new QToolButton;
    m_allButton->setObjectName(QStringLiteral("allConversations"));
    m_allButton->setAutoRaise(true);
    for (QToolButton *button : {m_settingsButton, m_newButton, m_allButton})
        button->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_model, 1);
    row->addWidget(m_settingsButton);
    row->addWidget(m_newButton);
    row->addWidget(m_allButton);
    return header;
}

/// A line of text with what can be done about it.
static QWidget *barOf(const char *name, QLabel *text, QToolButton *button)
{
    auto *bar = new QWidget;
    bar->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    row->addWidget(button);
    bar->hide();
    return bar;
}

QWidget *ChatPane::buildUndo()
{
    m_undoText = Look::secondaryLabel();
    m_undo = new QToolButton;
    m_undo->setObjectName(QStringLiteral("undoClear"));
    return m_undoBar = barOf("clearedBar", m_undoText, m_undo);
}

QWidget *ChatPane::buildEditing()
{
    m_editingText = Look::secondaryLabel();
    m_endEditing = new QToolButton;
    m_endEditing->setObjectName(QStringLiteral("endEditing"));
    return m_editingBar = barOf("editingBar", m_editingText, m_endEditing);
}

QWidget *ChatPane::buildPromptRow()
{
    auto *bottom = new QWidget;
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Look::gap);
    m_prompt = new PromptEdit;
    m_prompt->setObjectName(QStringLiteral("prompt"));
    m_promptBox = new PromptBox(m_prompt);
    m_refusal = Look::plainLabel();
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("sendOrStop"));
    row->addWidget(m_promptBox, 1);
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
    if (!m_conversation)
        return;
    m_edited = 0; // what was typed is kept with the conversation
    forgetUndo();
    m_kept.insert(m_conversation->deployedModel(), {m_transcript->readingPlace(), m_transcript->isFollowing()});
    m_conversation->disconnect(this);
    m_conversation = nullptr;
}

void ChatPane::join(Conversation *conversation)
{
    m_conversation = nullptr; // what is typed from here on is of the other one
    const QString draft = conversation ? conversation->draft() : QString();
    m_prompt->setText(draft);
    m_conversation = conversation;
    m_transcript->setTurns(conversation ? conversation->turns() : QList<Turn>());
    m_settings->setSettings(conversation ? conversation->settings() : ChatSettings());
    showPrompts();
    if (!conversation)
        return;
    const Kept kept = m_kept.value(conversation->deployedModel());
    if (!kept.following)
        m_transcript->read(kept.place);
    connect(conversation, &Conversation::turnAdded, this, [this](int index) {
        m_transcript->insertTurn(index, m_conversation->turns().at(index));
        showState();
    });
    connect(conversation, &Conversation::turnGrew, this, [this](int index) { m_transcript->growTurn(index); });
    connect(conversation, &Conversation::turnChanged, this, &ChatPane::showTurn);
    connect(conversation, &Conversation::turnsRemoved, this,
            [this](int first, int last) { m_transcript->removeTurns(first, last); });
    connect(conversation, &Conversation::busyChanged, this, &ChatPane::showState);
    connect(conversation, &Conversation::reshaped, this, &ChatPane::showState);
    connect(conversation, &Conversation::opened, this, &ChatPane::showOpened);
    connect(conversation, &Conversation::erased, this, &ChatPane::forgetErased);
    connect(conversation, &QObject::destroyed, this, [this] { setConversation(nullptr, nullptr); });
    resumeEditing();
}

void ChatPane::showTurn(int index)
{
    if (m_conversation && index < m_conversation->turns().size())
        m_transcript->updateTurn(index, m_conversation->turns().at(index));
}

/// A reply that has not begun, or does not go on, takes its time all the same.
void ChatPane::showTime()
{
    if (isBusy())
        m_transcript->updateTurn(int(m_conversation->turns().size()) - 1,
                                 asOf(QDateTime::currentDateTimeUtc(), m_conversation->turns().constLast()));
}

void ChatPane::setDeployment(const Deployment *deployment)
{
    m_deployment = deployment ? std::optional(*deployment) : std::nullopt;
    showState();
}

void ChatPane::setHasKey(bool hasKey)
{
    m_hasKey = hasKey;
    showState();
}

void ChatPane::setKeeping(const QString &note, bool isTrouble)
{
    m_keeping = isTrouble ? QString() : note;
    m_trouble->setText(isTrouble ? note : QString());
    m_trouble->setVisible(isTrouble);
    showState();
}

void ChatPane::focusPrompt()
{
    if (m_prompt->isVisibleTo(this))
        m_prompt->setFocus();
    else
        m_transcript->setFocus();
}

void ChatPane::find(const QStringList &words)
{
    m_transcript->find(words);
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
    if (!m_hasKey)
        return tr("%1 can be asked once Slipway has this account's key.").arg(id);
    if (!m_deployment)
        return tr("%1 no longer exists. What was said stays in the conversations (Ctrl+H).").arg(id);
    if (maybeServing(m_deployment->status))
        return {};
    return tr("%1 is %2: it can be asked once it is %3.")
        .arg(id, statusWord(*m_deployment), statusWord(Status::Running, {}));
}

void ChatPane::showState()
{
    m_pages->setCurrentIndex(m_conversation ? 1 : 0);
    m_tick->setWanted(isBusy());
    if (!m_conversation)
        return;
    const QString why = refusal();
    const bool promptHadFocus = m_prompt->hasFocus();
    m_model->setId(m_conversation->deployedModel());
    m_prompt->setPlaceholder(tr("Ask %1…").arg(Look::visibleId(m_conversation->deployedModel())));
    m_promptBox->setVisible(why.isEmpty());
    m_refusal->setText(why);
    m_refusal->setVisible(!why.isEmpty());
    m_primary->setText(isBusy() ? tr("Stop") : tr("Send"));
    m_primary->setToolTip(isBusy() ? tr("Stop the reply (Esc)") : m_prompt->sendTip());
    m_primary->setVisible(why.isEmpty() || isBusy());
    m_escape->setEnabled(isBusy() || m_edited != 0);
    m_newButton->setEnabled(!m_conversation->turns().isEmpty());
    m_undoText->setText(m_removed != 0 ? tr("Message deleted.") : tr("Cleared."));
    m_undoBar->setVisible(m_removed != 0 || m_cleared);
    m_editingBar->setVisible(m_edited != 0);
    const bool ask = why.isEmpty() && !isBusy() && !m_conversation->isRestoring();
    m_transcript->offer({.ask = ask, .change = !isBusy(), .turn = !isBusy(), .goOn = ask && m_conversation->canGoOn()});
    m_remedy->offer(ask ? m_conversation->refusedParameter() : std::nullopt);
    m_settings->setLeftOut(m_conversation->leftOut());
    showFigures();
    const QString alone = tr("What you ask here goes to this deployment alone.");
    m_transcript->setPlaceholder(why.isEmpty() ? alone + u'\n' + m_keeping : m_keeping);
    if (promptHadFocus && !m_prompt->isVisible())
        m_transcript->setFocus();
}

void ChatPane::showPrompts()
{
    QStringList prompts = m_prompts ? m_prompts->prompts() : QStringList();
    if (!m_prompts && m_conversation) {
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
    if (!mayAsk())
        return;
    const QString prompt = m_prompt->toPlainText();
    const bool edited = m_edited != 0;
    const bool sent = edited ? sendEdited() : m_conversation->send(prompt);
    if (!sent)
        return;
    if (m_prompts)
        m_prompts->add(prompt);
    forgetUndo();
    m_prompt->setText(edited ? m_conversation->draft() : QString());
    m_transcript->followEnd();
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

void ChatPane::retranslate()
{
    m_empty->setText(tr("Select a deployment to talk to it."));
    m_settingsButton->setText(tr("Parameters"));
    m_settingsButton->setToolTip(tr("System prompt, temperature and more; what is not set is left to the service"));
    m_newButton->setText(tr("New", "a conversation"));
    m_newButton->setToolTip(tr("Begin again; this one stays in the conversations"));
    m_allButton->setText(tr("Conversations"));
    m_allButton->setToolTip(tr("All conversations of this account (Ctrl+H)"));
    m_undo->setText(tr("Undo"));
    m_editingText->setText(tr("What is sent now stands beside the message that you edit."));
    m_endEditing->setText(tr("Leave it as it is"));
    m_endEditing->setToolTip(tr("Ends editing (Esc)"));
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
