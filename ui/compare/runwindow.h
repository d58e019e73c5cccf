// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/compare/run.h"
#include "ui/compare/runsetup.h"

#include <QDialog>
#include <QPointer>

class QSettings;
class QStackedLayout;

namespace Slipway {

class RunView;

/// The runs of one account: a new one begins here, earlier ones are opened, one is at work. Closing the window leaves
/// it at work; what it shows belongs to the account's session.
class RunWindow : public QDialog
{
    Q_OBJECT
public:
    /// Runs lie in a folder of the account's own below `runsFolder`. The api's client outlives this. `rule` tells how
    /// long a rate limit pauses.
    RunWindow(const GenerationApi &api, const RetryRule &rule, const Account &account, const QString &runsFolder,
              QWidget *parent = nullptr);
    ~RunWindow() override;

    const Account &account() const { return m_account; }
    Run *run() const { return m_run; } ///< the one that is shown

    void setPresets(Presets *presets) { m_setup->setPresets(presets); } ///< outlives this

    void showRuns(); ///< raises the window as it was left; with nothing open, the list of runs
    void begin(const QList<ComparedModel> &models, const ChatSettings &settings); ///< a new run; sends nothing yet

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showSetup();
    void create(const RunSetup::Wish &wish);
    void load(const QString &path, bool startAtOnce);
    void take(const QString &path, const RunIndex &index, bool startAtOnce);
    void raiseWindow();
    void retranslate();

    GenerationApi m_api;
    RetryRule m_rule;
    Account m_account;
    QString m_folder;
    QStackedLayout *m_pages;
    RunSetup *m_setup;
    RunView *m_view;
    Run *m_run = nullptr;
};

} // namespace Slipway
