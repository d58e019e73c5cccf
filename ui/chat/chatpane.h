// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/modelstudio/deployment.h"
#include "ui/chat/transcriptlayout.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;
class QStackedLayout;
class QToolButton;

namespace Slipway {

class IdLabel;
class PromptEdit;
class SettingsForm;
class Transcript;

/// Talks to one deployment: transcript, settings and prompt. Keeps neither the conversation nor the deployment.
class ChatPane : public QWidget
{
    Q_OBJECT
public:
    explicit ChatPane(QWidget *parent = nullptr);

    /// Both may be nullptr: nothing is selected. A conversation without its deployment can be read, not continued.
    void setConversation(Conversation *conversation, const Deployment *deployment);
    void setDeployment(const Deployment *deployment); ///< its status changed; copies what it needs
    void focusPrompt();

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
    void send();
    void sendOrStop();
    void clearConversation();
    void undo();
    void forgetUndo();
    void retry();
    void regenerate(int index);
    void goOn();
    void edit(int index);
    void endEditing();
    bool sendEdited();
    void remove(int index);
    void showOpened();
    bool mayAsk();
    void showState();
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
    QString m_setAside;                          ///< what was typed before it was edited
    std::optional<Deployment> m_deployment;

    QStackedLayout *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    IdLabel *m_model = nullptr;
    QToolButton *m_settingsButton = nullptr;
    QToolButton *m_newButton = nullptr;
    SettingsForm *m_settings = nullptr;
    QWidget *m_undoBar = nullptr;
    QLabel *m_undoText = nullptr;
    QToolButton *m_undo = nullptr;
    QWidget *m_editingBar = nullptr;
    QLabel *m_editingText = nullptr;
    QToolButton *m_endEditing = nullptr;
    Transcript *m_transcript = nullptr;
    PromptEdit *m_prompt = nullptr;
    QLabel *m_refusal = nullptr;
    QPushButton *m_primary = nullptr;
    QShortcut *m_escape = nullptr;
};

} // namespace Slipway
