// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalfilterbar.h"

#include "ui/fleet/quietcombobox.h"
#include "ui/fleet/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Slipway {

using Verb = Mutation::Verb;
using State = Mutation::State;

JournalFilterBar::JournalFilterBar(QWidget *parent) : QWidget(parent), m_text(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    m_text->setObjectName(QStringLiteral("journalSearch"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(120);
    row->addWidget(m_text, 1);
    m_deployment = addChoice("journalDeployment");
    m_verb = addChoice("journalVerb");
    m_state = addChoice("journalState");
    m_deployment->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_deployment->setMinimumContentsLength(16);
    m_deployment->setMaxVisibleItems(20);
    connect(m_text, &QLineEdit::textChanged, this, &JournalFilterBar::changed);
    retranslate();
}

QComboBox *JournalFilterBar::addChoice(const char *name)
{
    auto *choice = new QuietComboBox(this);
    choice->setObjectName(QLatin1String(name));
    layout()->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &JournalFilterBar::changed);
    return choice;
}

/// A choice whose first line stands for all; keeps what is chosen.
static void refill(QComboBox *choice, const QString &all, const QList<std::pair<QString, QVariant>> &items)
{
    const QVariant chosen = choice->currentData();
    const QSignalBlocker quiet(choice);
    choice->clear();
    choice->addItem(all);
    for (const auto &[text, value] : items)
        choice->addItem(text, value);
    choice->setCurrentIndex(chosen.isValid() ? qMax(0, choice->findData(chosen)) : 0);
}

void JournalFilterBar::fill()
{
    QList<std::pair<QString, QVariant>> ids;
    for (const QString &id : std::as_const(m_ids))
        ids.append({Look::visible(id), id});
    const QString chosen = m_deployment->currentData().toString();
    if (!chosen.isEmpty() && !m_ids.contains(chosen))
        ids.append({Look::visible(chosen), chosen});
    refill(m_deployment, tr("All deployments"), ids);

    QList<std::pair<QString, QVariant>> verbs;
    for (const Verb verb : {Verb::Create, Verb::Scale, Verb::UpdateLimits, Verb::Delete})
        verbs.append({verbWord(verb), int(verb)});
    refill(m_verb, tr("All kinds"), verbs);

    QList<std::pair<QString, QVariant>> states;
    for (const State state : {State::Sending, State::Accepted, State::Refused, State::NotSent, State::Unknown})
        states.append({stateWord(state), int(state)});
    refill(m_state, tr("All outcomes"), states);
}

void JournalFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Search the journal"));
    m_text->setAccessibleName(tr("Search the journal"));
    m_text->setToolTip(tr("Shows entries in which each word is found: id, model, request, answer, request id"));
    m_deployment->setAccessibleName(tr("Deployment"));
    m_verb->setAccessibleName(tr("Kind"));
    m_state->setAccessibleName(tr("Outcome"));
    fill();
}

void JournalFilterBar::setDeployments(const QStringList &ids)
{
    if (ids == m_ids)
        return;
    m_ids = ids;
    fill();
}

void JournalFilterBar::setDeployedModel(const QString &id)
{
    const bool isListed = id.isEmpty() || m_deployment->findData(id) >= 0;
    if (!isListed)
        m_deployment->addItem(Look::visible(id), id);
    m_deployment->setCurrentIndex(id.isEmpty() ? 0 : m_deployment->findData(id));
}

JournalWanted JournalFilterBar::wanted() const
{
    JournalWanted wanted{.text = m_text->text(), .deployedModel = m_deployment->currentData().toString()};
    if (m_verb->currentIndex() > 0)
        wanted.verb = Verb(m_verb->currentData().toInt());
    if (m_state->currentIndex() > 0)
        wanted.state = State(m_state->currentData().toInt());
    return wanted;
}

void JournalFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_text->clear();
        for (QComboBox *choice : {m_deployment, m_verb, m_state})
            choice->setCurrentIndex(0);
    }
    Q_EMIT changed();
}

bool JournalFilterBar::clearText()
{
    if (m_text->text().isEmpty())
        return false;
    m_text->clear();
    return true;
}

void JournalFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace Slipway
