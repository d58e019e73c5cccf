// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/chat/conversation.h"
#include "app/compare/comparedmodel.h"
#include "ui/chat/sendkey.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace Slipway {

class AnswerColumn;
class DifferencePage;
class Presets;
class PromptEdit;
class SettingsForm;

/// Two to four deployments answer the same prompts side by side. A window of its own beside the main one, which keeps
/// what was asked until it is deleted. Each answer fails for itself.
class CompareWindow : public QDialog
{
    Q_OBJECT
public:
    /// The api's client outlives this.
    CompareWindow(GenerationApi api, const Account &account, const QList<ComparedModel> &models,
                  QWidget *parent = nullptr);

    const Account &account() const { return m_account; }
    QStringList deployedModels() const;
    bool isBusy() const; ///< some answer is waited for or growing

    void setPresets(Presets *presets); ///< outlives this
    void setSendKey(SendKey key);

    void showAgain(); ///< raises the window; the prompt has the focus

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

    void reject() override; ///< Esc: stops what is being answered, else goes back one step, at last closes

Q_SIGNALS:
    void runRequested(const QList<Slipway::ComparedModel> &models, const Slipway::ChatSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override; ///< stops what is being answered
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildTools();
    QWidget *buildEditing();
    QWidget *buildPrompt();
    QToolButton *addTool(const char *name, bool checkable);
    void addColumn(GenerationApi api, const ComparedModel &model);
    void send();
    void sendOrStop();
    void stop();
    void clear();
    bool checkSettings();
    void edit(AnswerColumn *column, int index);
    void endEditing();
    void showEditing();
    void showBranch(AnswerColumn *column, int index, int branch);
    void showState();
    void showDifferences();
    void scrollLike(AnswerColumn *moved);
    void turnPage(QKeyEvent *event);
    void retranslate();

    Account m_account;
    QList<AnswerColumn *> m_columns;
    QStringList m_prompts;
    QWidget *m_tools = nullptr;
    QToolButton *m_settingsButton = nullptr;
    QToolButton *m_together = nullptr;
    QToolButton *m_differences = nullptr;
    QToolButton *m_run = nullptr;
    QToolButton *m_new = nullptr;
    SettingsForm *m_settings = nullptr;
    QStackedLayout *m_pages = nullptr;
    QSplitter *m_splitter = nullptr;
    DifferencePage *m_difference = nullptr;
    QWidget *m_editingBar = nullptr;
    QLabel *m_editingText = nullptr;
    QToolButton *m_endEditing = nullptr;
    PromptEdit *m_prompt = nullptr;
    QPushButton *m_primary = nullptr;
    int m_edited = -1;  ///< the number of the prompt beside which the next one will stand; -1: none
    QString m_setAside; ///< what was typed before it was edited
    bool m_scrolling = false;
};

} // namespace Slipway
