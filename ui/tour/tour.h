// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"
#include "ui/commands.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Slipway {

class Program;

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

    void plan(); ///< fills m_steps; see toursteps.cpp
    void planFleet();
    void planDeploy();
    void planChat();
    void planConversations();
    void planParameters();

    void planCompare();
    void planRun();
    void planChanges();
    void planPerformance();
    void planTrouble();
    void planDelete();
    void planAccount();

    void add(const QString &name, std::function<void()> act, std::function<bool()> shown);
    void pass(const QString &name, std::function<void()> act,
              std::function<bool()> shown); ///< a step without a picture

    void beginStep();
    void look();
    void end(int status);
    bool savePicture(const QString &name);

    // what steps are made of
    QWidget *inFront() const; ///< the dialog on screen, else the window
    template<typename T>
    T *find(const char *objectName) const
    {
        return inFront()->findChild<T *>(QLatin1String(objectName));
    }
    QDialog *dialog() const; ///< the dialog on screen, or nullptr
    void clickCommand(Commands::Id command) const;
    void clickTab(int index) const;
    bool hasStatus(Status status) const; ///< of the tour's own deployment

    Program &m_program;
    QString m_folder;
    QList<Step> m_steps;
    qsizetype m_at = 0;
    int m_pictures = 0;
    QTimer m_look;
    QElapsedTimer m_waiting;
    QString m_deployed; ///< the id of what the tour deployed
};

} // namespace Slipway
