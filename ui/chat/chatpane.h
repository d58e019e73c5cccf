// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/chat/prompthistory.h"
#include "app/modelstudio/deployment.h"
#include "ui/chat/figuresline.h"
#include "ui/chat/transcriptlayout.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSettings;
class QShortcut;
class QStackedLayout;
class QToolButton;

namespace Slipway {

class IdLabel;
class Presets;
class PromptBox;
class PromptEdit;
class RemedyBar;
class SettingsForm;
class Ticker;
class Transcript;

/// Talks to one deployment: transcript, settings and prompt. Keeps neither the conversation nor the deployment.
class ChatPane : public QWidget
{
    Q_OBJECT
public:
    explicit ChatPane(QWidget *parent = nullptr);

    /// Where presets are kept and what the person chose; read again when called again. Outlives this.
    void setPreferences(QSettings *settings);
    Presets *presets() const { return m_presets; } ///< once there are preferences
    void setPromptHistory(PromptHistory *prompts); ///< of the account; may be nullptr, else outlives its conversations
    void setPricing(Pricing pricing);              ///< of the account whose deployments come next

    void setHasKey(bool hasKey); ///< the account; without one all can be read, and nothing asked

    /// Both may be nullptr: nothing is selected. A conversation without its deployment can be read, not continued.
    void setConversation(Conversation *conversation, const Deployment *deployment);
    void setDeployment(const Deployment *deployment); ///< its status changed; copies what it needs
    void focusPrompt();
    void find(const QStringList &words); ///< goes to where they stand in the conversation

    /// What is to be said about how conversations are kept; a trouble in sight, anything else while there is room.
    void setKeeping(const QString &note, bool isTrouble);

Q_SIGNALS:
    void conversationsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHeader();
    QWidget *buildUndo();
    QWidget *buildEditing();
    void connectTranscript();
    QWidget *buildPromptRow();
    void join(Conversation *conversation);
    void leave();
    void showTurn(int index);
    void showTime();
    void send();
    void sendOrStop();
    void clearConversation();
    void undo();
    void forgetUndo();
    void retry();
    void regenerate(int index);
    void goOn();
    void edit(int index);
    void resumeEditing();
    void leaveEditing();
    void endEditing();
    bool sendEdited();
    void remove(int index);
    void showOpened();
    void forgetErased(const QString &id);
    void keepTyped();
    bool mayAsk();
    void retryWithout(Parameter parameter);
    void showState();
    void showFigures();
    void showPrompts();
    void retranslate();
    QString refusal() const;
    bool isBusy() const;
    bool checkSettings();

    struct Kept
    {
        ReadingPlace place;
        bool following = true;
    };

    QPointer<Conversation> m_conversation;
    QHash<QString, Kept> m_kept;
    std::optional<ConversationRecord> m_cleared; ///< what Undo brings back
    int m_removed = 0;                           ///< or the turn that it does; 0: none
    int m_edited = 0;                            ///< the turn that the prompt will stand beside; 0: none
    std::optional<Deployment> m_deployment;
    Ticker *m_tick = nullptr; ///< while a reply is under way
    bool m_hasKey = true;

    QStackedLayout *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    IdLabel *m_model = nullptr;
    QToolButton *m_settingsButton = nullptr;
    QToolButton *m_newButton = nullptr;
    QToolButton *m_allButton = nullptr;
    SettingsForm *m_settings = nullptr;
    QLabel *m_trouble = nullptr;
    QString m_keeping;
    QWidget *m_undoBar = nullptr;
    QLabel *m_undoText = nullptr;
    QToolButton *m_undo = nullptr;
    QWidget *m_editingBar = nullptr;
    QLabel *m_editingText = nullptr;
    QToolButton *m_endEditing = nullptr;
    Transcript *m_transcript = nullptr;
    Pricing m_pricing = Pricing::Unknown;
    QLabel *m_figures = nullptr;
    RemedyBar *m_remedy = nullptr;
    PromptEdit *m_prompt = nullptr;
    PromptBox *m_promptBox = nullptr;
    Presets *m_presets = nullptr;
    QPointer<PromptHistory> m_prompts;
    QLabel *m_refusal = nullptr;
    QPushButton *m_primary = nullptr;
    QShortcut *m_escape = nullptr;
};

} // namespace Slipway
