// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runrows.h"

#include "ui/compare/runwords.h"
#include "ui/plaintext.h"

#include <QGuiApplication>
#include <QLocale>

namespace Slipway {

static constexpr int keptPrompts = 400;

RunRows::RunRows(QObject *parent) : QAbstractTableModel(parent), m_prompts(keptPrompts) {}

void RunRows::setRun(Run *run)
{
    beginResetModel();
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_prompts.clear();
    endResetModel();
    if (!run)
        return;
    connect(run, &Run::cellChanged, this, [this](int prompt, int model) {
        Q_EMIT dataChanged(index(prompt, isBlind() ? 2 : model + 2), index(prompt, model + 2));
    });
    connect(run, &Run::voted, this, [this](int prompt) {
        const QModelIndex changed = index(prompt, voteColumn());
        Q_EMIT dataChanged(changed, changed);
    });
    connect(run, &Run::stateChanged, this, &RunRows::retranslate);
}

void RunRows::setPair(int first, int second)
{
    m_first = std::min(first, second);
    m_second = std::max(first, second);
    retranslate();
}

void RunRows::retranslate()
{
    if (rowCount() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunRows::rowCount(const QModelIndex &parent) const
{
    return m_run && !parent.isValid() ? m_run->index().promptCount() : 0;
}

int RunRows::columnCount(const QModelIndex &parent) const
{
    return m_run && !parent.isValid() ? voteColumn() + 1 : 0;
}

QString RunRows::promptText(int row) const
{
    if (const QString *known = m_prompts.object(row))
        return *known;
    const QString text = RunWords::asked(m_run->prompt(row));
    m_prompts.insert(row, new QString(text));
    return text;
}

/// While the names are hidden the vote only shows that it was given.
QString RunRows::voteText(int row) const
{
    const RunVote::Choice choice = m_run->index().vote(row, m_first, m_second);
    if (choice == RunVote::Choice::None)
        return {};
    if (isBlind())
        return tr("Given");
    if (choice == RunVote::Choice::Tie)
        return tr("Tie");
    const int best = choice == RunVote::Choice::First ? m_first : m_second;
    return Look::visibleId(m_run->header().models[best].deployedModel);
}

QVariant RunRows::stateData(int row, int model, int role) const
{
    if (isBlind()) {
        const bool says = model == 0 && (role == Qt::DisplayRole || role == Qt::ToolTipRole);
        return says ? RunWords::answered(m_run->index(), row) : QVariant();
    }
    const RunCell::State state = m_run->index().cell(row, model).state;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return RunWords::state(state);
    if (role == Qt::ForegroundRole)
        return Look::colour(RunWords::tone(state), QGuiApplication::palette());
    return {};
}

QVariant RunRows::data(const QModelIndex &index, int role) const
{
    if (!m_run || !index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    if (column >= 2 && column < voteColumn())
        return stateData(row, column - 2, role);
    if (role == Qt::TextAlignmentRole && column == 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == 1)
        return Look::toolTip(promptText(row));
    if (role != Qt::DisplayRole)
        return {};
    if (column == 0)
        return QLocale().toString(row + 1);
    return column == 1 ? promptText(row) : voteText(row);
}

QString RunRows::modelTitle(int model) const
{
    if (isBlind())
        return model == 0 ? tr("Answers") : QString();
    return Look::visibleId(m_run->header().models[model].deployedModel);
}

QVariant RunRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_run)
        return {};
    const bool isModel = section >= 2 && section < voteColumn();
    if (role == Qt::ToolTipRole && isModel)
        return Look::toolTip(modelTitle(section - 2));
    if (role != Qt::DisplayRole)
        return {};
    if (isModel)
        return modelTitle(section - 2);
    return section == 0 ? tr("No.") : section == 1 ? tr("Prompt") : tr("Vote");
}

} // namespace Slipway
