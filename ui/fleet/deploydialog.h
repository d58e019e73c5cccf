// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deployrules.h"
#include "ui/fleet/mutationdialog.h"

class QLabel;
class QScrollArea;

namespace Slipway {

class CatalogPicker;
class DeployForm;
class NoteLabel;
class RequestView;

/// Deploys a model: pick it from the catalog, say how, read what it will cost, press Deploy. Sends one create for each
/// press that finds nothing wrong (see MutationDialog). While it is not known what became of an earlier deploy, says so
/// first: another one may be the second. It is not locked, because only the person knows whether two are wanted.
class DeployDialog : public MutationDialog
{
    Q_OBJECT
public:
    DeployDialog(DeploymentStore *store, const Account &account, QWidget *parent = nullptr);
    ~DeployDialog() override;

    /// Fills in what was asked once, as soon as the catalog lists its model; says what of it cannot be had any more,
    /// and takes another suffix where a deployment has that one. Sends nothing.
    void fill(const CreateRequest &asked);

Q_SIGNALS:
    void deployed(const QString &deployedModel); ///< the service accepted it

protected:
    bool inputIsGood() override;
    QList<quint64> send() override;
    void setEditable(bool editable) override;
    void fleetChanged() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;
    void accepted(const Mutation &mutation) override;
    void refused(const Mutation &mutation) override;

private:
    void buildDialog();
    QWidget *buildFormSide();
    void showModel(const CatalogModel &model);
    void modelLost();
    void fillForm();
    bool suffixIsTaken(const QString &suffix) const;
    void reloadCatalog();
    void check();
    void summarize();
    void tellUnsettled();
    bool isOfLost(const QString &suffix) const;
    QString whatText(const CreateRequest &request) const;
    QString sizeText(const CreateRequest &request) const;
    void showFocused();
    void scrollToOpened();
    void keepRoomForBar();
    QString billingText(const CreateRequest &request) const;
    QString costText(const CreateRequest &request) const;
    bool modelIsDeployed(const QString &modelName) const;

    QList<Finding> m_findings;
    bool m_modelLost = false;
    std::optional<CreateRequest> m_asked; ///< until its model is picked
    QLabel *m_title;
    QLabel *m_modelName;
    NoteLabel *m_modelNote;
    NoteLabel *m_filledNote;
    NoteLabel *m_unsettledNote;
    CatalogPicker *m_picker;
    DeployForm *m_form;
    RequestView *m_request;
    QWidget *m_formSide;
    QLabel *m_what;
    QLabel *m_cost;
    QLabel *m_billing;
    QScrollArea *m_scroll;
};

} // namespace Slipway
