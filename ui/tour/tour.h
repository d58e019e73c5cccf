// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"
#include "ui/commands.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

class QMenu;
class QPainter;

namespace Slipway {

class Conversation;
class DeploymentStore;
class Program;
struct Turn;

/// Walks the main job through the real widgets with real events, one step after the other: act, wait until the screen
/// shows what it should, take a picture. Ends the application with status 0 when every step held, 1 with a sentence on
/// standard error at the first that did not within its time.
class Tour : public QObject
{
    Q_OBJECT
public:
    /// `program` outlives the tour; `folder` is made when it is not there.
    Tour(Program &program, const QString &folder);

    void start();

private:
    struct Step
    {
        QString name;                ///< for people, and the picture's file name
        std::function<void()> act;   ///< what the hand does; may be empty
        std::function<bool()> shown; ///< what the screen must come to show
        bool picture = true;
    };

    void plan(); ///< fills m_steps, by the files of this folder

    // fleetsteps.cpp
    void planFleet();
    void planModel(const QString &name); ///< of a deployment; the steps are called name-open and name-pick
    void planDeploy();
    void planChanges();
    void planPerformance();
    void planTrouble();
    void planDelete();
    // chatsteps.cpp
    void planChat();
    void planBranches();
    void planThinking();
    void planBreaks();
    void planRemoval();
    void planPromptFiles();
    void planPromptKeys();
    void planSendKey();
    void planDraft();
    // parametersteps.cpp
    void planParameters();
    void planWholeReply();
    void planProtocol();
    // conversationsteps.cpp
    void planConversations();
    void planExport();
    void planRemovalForGood();
    void planImport();
    void planExportMenu(const QString &name, const char *action, std::function<bool()> shown, bool picture = false);
    void planCopies();
    void planOutlived();
    // comparesteps.cpp
    void planCompare();
    void planAnswers(const QString &name, int models, const QString &prompt);
    void planCompareFour();
    void planScrollTogether();
    // runsteps.cpp
    void planRun();
    void planRunEnd();
    void planVotes();
    void planRunExport();
    // journalsteps.cpp
    void planJournal();
    void planLostAnswer();
    // accountsteps.cpp
    void planAccount();
    void planSecondAccount();

    void add(const QString &name, std::function<void()> act, std::function<bool()> shown);
    void pass(const QString &name, std::function<void()> act,
              std::function<bool()> shown); ///< a step without a picture

    /// A step that types a path into the file dialog in front and accepts it.
    void passFile(const QString &name, const QString &path, std::function<bool()> shown);

    void beginStep();
    void look();
    void end(int status);
    bool savePicture(const QString &name);
    void drawDialogs(QPainter &painter) const;

    // what steps are made of
    QWidget *inFront() const; ///< the dialog on screen, else the window
    template<typename T>
    T *find(const char *objectName) const
    {
        return inFront()->findChild<T *>(QLatin1String(objectName));
    }
    QList<QDialog *> dialogs() const;                ///< those on screen, the topmost last
    QDialog *dialog() const;                         ///< the topmost on screen, or nullptr
    bool asksForFile() const;                        ///< a file dialog is in front
    QMenu *menu() const;                             ///< the one that is open, or nullptr
    QWidget *button(const QString &beginning) const; ///< whose name begins so, if it is shown and can be pressed
    void clickCommand(Commands::Id command) const;   ///< on the toolbar
    void clickTab(int index) const;
    void chooseRunning(int count) const;     ///< so many that run, in the table
    void openMenu(const char *button) const; ///< not before the step has begun to wait: the button waits for its menu
    void ask(const QString &prompt) const;   ///< in the chat
    void chooseSetting(const char *box, int key) const; ///< in the chat's parameters, which are closed before and after
    QString pathOf(const QString &name) const;
    QString written(const QString &name, const QString &text) const; ///< makes that file and tells where it is

    DeploymentStore *store() const; ///< of the account that is open, or nullptr
    bool hasStatus(Status status) const;
    Conversation *conversation() const; ///< with the tour's own deployment
    const Turn *lastTurn() const;       ///< of it, or nullptr
    bool isAnswered() const;

    Program &m_program;
    QString m_folder;
    QTemporaryDir m_files; ///< what the tour reads and writes beside its pictures
    QList<Step> m_steps;
    qsizetype m_at = 0;
    int m_pictures = 0;
    QTimer m_look;
    QElapsedTimer m_waiting;
    QString m_deployed; ///< the id of what the tour deployed
};

} // namespace Slipway
