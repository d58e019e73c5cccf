// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deployrules.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Slipway {

class Fold;
class FormField;
class NoteLabel;
class NumberBox;

/// Everything that can be said about a new deployment of one model: which fields there are follows the model, the plan
/// and the template. Wrong input stays as it was typed and is explained below its field.
class DeployForm : public QWidget
{
    Q_OBJECT
public:
    explicit DeployForm(QWidget *parent = nullptr);

    void setModel(const CatalogModel &model); ///< keeps name and suffix; keeps the rest where the model is the same

    /// Takes over what was asked once of the model that is set. Answers what of it the catalog no longer offers: Plan,
    /// with which nothing of its size can be taken over either, or Template. An empty suffix leaves the proposed one.
    QList<RequestField> fill(const CreateRequest &asked);

    const CatalogModel *model() const { return m_model ? &*m_model : nullptr; }
    const CatalogTemplate *chosenTemplate() const; ///< nullptr while another is typed than any that is listed
    CatalogChoice choice() const;

    CreateRequest request() const;
    QList<RequestField> unreadable() const; ///< fields that are asked for and hold no number

    void setFindings(const QList<Finding> &findings);         ///< shown below the fields that were touched
    void revealAll();                                         ///< below all of them
    void setProblem(RequestField field, const QString &text); ///< the service's own complaint; goes with the next edit
    void focusField(RequestField field);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void buildFields();
    QWidget *buildAdvanced();
    void orderTabs();
    NumberBox *addNumber(RequestField field, const QString &name);
    QLineEdit *addLine(RequestField field, const QString &name);
    QComboBox *addChoice(RequestField field, const QString &name);
    void add(RequestField field, QWidget *editor);
    void titleFields();
    void hintFields();
    void edited(RequestField field);
    void reveal(RequestField field);

    void pickPlan();
    void pickTemplate();
    void forgetAnswers();
    void fillPlans();
    void setUpTemplates();
    void fillTemplates();
    static constexpr int specRole = Qt::UserRole + 1; ///< of a listed template: what create sends
    int templateItem() const;                         ///< -1 for what is not listed
    QString planHint() const;
    QString templateHint() const;
    void fillThinking();
    void fitFields();
    void fitNumbers();
    void fitNumber(RequestField field, qint64 step, qint64 smallest, qint64 largest, std::optional<qint64> proposed);
    void fitCapacity(RequestField field, const QString &role);
    void hintCapacity(RequestField field, const QString &role);
    void showFindings();
    void fillSize(CreateRequest &request) const;
    void fillModelUnits(CreateRequest &request) const;
    bool fillTemplate(const CreateRequest &asked);
    void fillNumbers(const CreateRequest &asked);
    void fillChoices(const CreateRequest &asked);
    QString plan() const;
    const CatalogPlan *listedPlan() const;
    std::optional<qint64> numberOf(RequestField field) const;
    bool isAsked(RequestField field) const;

    std::optional<CatalogModel> m_model;
    QList<PlanOffer> m_offers;
    QList<Finding> m_findings;
    QSet<RequestField> m_revealed;
    QSet<RequestField> m_typed; ///< by a person, so no proposal of ours may replace it
    bool m_filling = false;     ///< we are writing into the fields, not a person
    QHash<RequestField, FormField *> m_fields;
    QHash<RequestField, NumberBox *> m_numbers;
    QHash<RequestField, QString> m_complaints;
    QComboBox *m_plan;
    QComboBox *m_template;
    QComboBox *m_thinking;
    FormField *m_thinkingField;
    QLineEdit *m_name;
    QLineEdit *m_suffix;
    NoteLabel *m_loraNote;
    Fold *m_advanced;
};

} // namespace Slipway
