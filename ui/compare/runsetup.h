// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/promptset.h"
#include "app/compare/runs.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace Slipway {

class NoteLabel;
class Presets;
class Placeholder;
class SettingsForm;

/// Where a run begins: a file of prompts, what is wrong with its lines, how many requests it means, and a clear yes. Or
/// an earlier run is opened.
class RunSetup : public QWidget
{
    Q_OBJECT
public:
    explicit RunSetup(QWidget *parent = nullptr);

    void setModels(const QList<ComparedModel> &models, const ChatSettings &settings); ///< none: only earlier runs
    void setPresets(Presets *presets);                                                ///< outlives this
    void setKnownRuns(const QList<KnownRun> &runs);
    void setNote(const QString &problem); ///< why a run could not be begun or opened

    void readFile(const QString &path);
    void forgetFile();

    struct Wish
    {
        QString source;
        QList<ComparedModel> models;
        QList<SetPrompt> prompts;
        ChatSettings settings;
        int concurrency = 2;
    };

Q_SIGNALS:
    void startRequested(const Slipway::RunSetup::Wish &wish);
    void openRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildNew();
    QWidget *buildKnown();
    void chooseFile();
    void take(const QString &path, const PromptSet &set, const QString &problem);
    void showState();
    void showPreview();
    void showPlan();
    void start();
    void openChosen();
    void retranslate();

    QList<ComparedModel> m_models;
    QList<KnownRun> m_runs;
    PromptSet m_set;
    QString m_source;
    QString m_problem;
    int m_reading = 0; ///< the number of the last reading; what an earlier one brings is dropped

    QWidget *m_new = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_help = nullptr;
    QPushButton *m_choose = nullptr;
    QLabel *m_file = nullptr;
    NoteLabel *m_found = nullptr;
    QListWidget *m_preview = nullptr; ///< the prompts as they were read
    QPlainTextEdit *m_bad = nullptr;
    QCheckBox *m_leaveOut = nullptr;
    QToolButton *m_settingsButton = nullptr;
    SettingsForm *m_settings = nullptr;
    QLabel *m_concurrencyLabel = nullptr;
    QSpinBox *m_concurrency = nullptr;
    QLabel *m_plan = nullptr;
    QPushButton *m_start = nullptr;
    QWidget *m_known = nullptr;
    QLabel *m_knownTitle = nullptr;
    Placeholder *m_none = nullptr;
    bool m_isRead = false; ///< which runs there are
    QListWidget *m_list = nullptr;
    QPushButton *m_open = nullptr;
    NoteLabel *m_note = nullptr;
};

} // namespace Slipway
