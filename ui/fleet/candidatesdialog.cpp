// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/candidatesdialog.h"

#include "app/fleet/reconcile.h"
#include "ui/errortext.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Slipway {

static QPushButton *dialogButton(const char *name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

CandidatesDialog::CandidatesDialog(DeploymentStore *store, quint64 mutation, QWidget *parent) :
    QDialog(parent),
    m_store(store),
    m_mutation(mutation),
    m_title(Look::titleLabel({}, this)),
    m_asked(Look::plainLabel({}, this)),
    m_question(Look::plainLabel({}, this)),
    m_table(new QTableWidget(0, ColumnCount, this)),
    m_none(dialogButton("noneOfThese", this)),
    m_later(dialogButton("decideLater", this)),
    m_this(dialogButton("thisOne", this))
{
    setObjectName(QStringLiteral("candidatesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    follow();
    retranslate();
    resize(960, 320);
}

void CandidatesDialog::build()
{
    m_asked->setObjectName(QStringLiteral("candidatesAsked"));
    m_asked->setWordWrap(true);
    m_question->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("candidates"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Look::gap);
    buttons->addWidget(m_none);
    buttons->addStretch();
    buttons->addWidget(m_later);
    buttons->addWidget(m_this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    layout->setSpacing(Look::gap);
    layout->addWidget(m_title);
    layout->addWidget(m_asked);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_question);
    layout->addLayout(buttons);
}

void CandidatesDialog::follow()
{
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &CandidatesDialog::showButtons);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_none, &QPushButton::clicked, this, [this] { settle(Inquiry::Kind::NotHappened, {}); });
    connect(m_this, &QPushButton::clicked, this, [this] { settle(Inquiry::Kind::Happened, chosenId()); });
    if (!m_store)
        return;
    connect(m_store, &DeploymentStore::polled, this, &CandidatesDialog::refresh);
    connect(m_store, &QObject::destroyed, this, &QDialog::reject);
}

void CandidatesDialog::refresh()
{
    const Mutation *mutation = m_store ? m_store->journal()->find(m_mutation) : nullptr;
    if (!mutation || mutation->inquiry.kind != Inquiry::Kind::CannotTell)
        return reject();
    m_asked->setText(askedFor(*mutation));
    fill(mutation->inquiry.candidates);
    showButtons();
}

/// And what speaks against all of them.
QString CandidatesDialog::askedFor(const Mutation &mutation) const
{
    const QString line = tr("%1 was asked for at %2: %3.", "model and suffix, time, values")
                             .arg(subjectText(mutation), exactTime(mutation.started), askedText(mutation));
    const auto *asked = std::get_if<CreateRequest>(&mutation.asked);
    const QStringList &found = mutation.inquiry.candidates;
    const auto fits = [asked](const QString &id) { return endsWithSuffix(id, asked->suffix); };
    const bool hasSuffix = !asked || asked->suffix.isEmpty() || std::any_of(found.begin(), found.end(), fits);
    return hasSuffix ? line : twoSentences(line, tr("No id here ends with that suffix."));
}

/// A row keeps its place, so that nobody's choice moves under the pointer.
void CandidatesDialog::fill(const QStringList &candidates)
{
    const QString chosen = chosenId();
    m_shown = candidates;
    m_table->setRowCount(int(candidates.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Deployment *found = m_store->find(candidates.at(row));
        const Deployment shown = found ? *found : Deployment{.deployedModel = candidates.at(row)};
        const QStringList cells{Look::visible(shown.deployedModel),
                                Look::visible(shown.name),
                                Look::visible(shown.modelName),
                                found ? statusWord(shown) : tr("Gone"),
                                capacityText(shown),
                                exactTime(shown.created),
                                Look::visible(shown.creator)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(Look::toolTip(cells.at(column)));
            if (column == Id)
                item->setFont(Look::monospace(font()));
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + 2 * Look::gap);
    const auto again = int(candidates.indexOf(chosen));
    again < 0 ? m_table->clearSelection() : m_table->selectRow(again);
}

QString CandidatesDialog::chosenId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_shown.value(rows.first().row());
}

void CandidatesDialog::settle(Inquiry::Kind kind, const QString &deployedModel)
{
    if (!m_store)
        return;
    const Mutation *mutation = m_store->journal()->find(m_mutation);
    const int looks = mutation ? mutation->inquiry.looks : 0;
    m_store->journal()->conclude(m_mutation, {.kind = kind, .looks = looks}, deployedModel);
    if (!deployedModel.isEmpty())
        Q_EMIT chosen(deployedModel);
    accept();
}

void CandidatesDialog::showButtons()
{
    m_this->setEnabled(!chosenId().isEmpty());
}

void CandidatesDialog::retranslate()
{
    setWindowTitle(tr("Which one is it?"));
    m_title->setText(tr("Which one came from the lost deploy?"));
    m_question->setText(tr("What you say is written into the journal. Nothing is sent, changed or deleted."));
    m_table->setAccessibleName(tr("Deployments that may have come from it"));
    m_table->setHorizontalHeaderLabels(
        {tr("Deployed model"), tr("Name"), tr("Model"), tr("Status"), tr("Capacity"), tr("Created"), tr("Creator")});
    m_none->setText(tr("None of these"));
    m_later->setText(tr("Decide later"));
    m_this->setText(tr("It is this one"));
    refresh();
}

void CandidatesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Slipway
