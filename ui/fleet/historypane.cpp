// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/historypane.h"

#include "app/fleet/journal.h"
#include "ui/fleet/historyentry.h"
#include "ui/fleet/placeholder.h"
#include "ui/look.h"
#include "ui/ticker.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Slipway {

constexpr int most = 100;

HistoryPane::HistoryPane(QWidget *parent) :
    QWidget(parent),
    m_scroll(new QScrollArea(this)),
    m_more(Look::secondaryLabel({}, this)),
    m_nothing(new Placeholder(this))
{
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(Look::gap, 0, Look::gap, Look::gap);
    m_list->setSpacing(0);
    m_list->addWidget(m_more);
    m_list->addStretch();
    m_scroll->setObjectName(QStringLiteral("historyList"));
    m_more->setObjectName(QStringLiteral("historyMore"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    m_nothing->setAutoFillBackground(true);
    m_nothing->raise();
    connect(new Ticker(Ticker::everyMinute, this), &Ticker::ticked, this, &HistoryPane::refresh);
    rebuild();
}

void HistoryPane::setJournal(Journal *journal, const QString &id)
{
    if (journal == m_journal && id == m_id)
        return;
    if (m_journal)
        m_journal->disconnect(this);
    m_journal = journal;
    m_id = id;
    if (journal) {
        connect(journal, &Journal::added, this, &HistoryPane::onChanged);
        connect(journal, &Journal::changed, this, &HistoryPane::onChanged);
        connect(journal, &QObject::destroyed, this, &HistoryPane::rebuild);
    }
    rebuild();
}

bool HistoryPane::isMine(const Mutation &mutation) const
{
    return m_id.isEmpty() || mutation.deployedModel == m_id;
}

void HistoryPane::onChanged(quint64 number)
{
    const Mutation *mutation = m_journal->find(number);
    if (!mutation || !isMine(*mutation))
        return;
    if (HistoryEntry *entry = m_entries.value(number))
        entry->show(*mutation);
    else
        insert(*mutation);
}

/// New, or a create that has just learnt its id. The others stay as they are: making a hundred anew takes a second.
void HistoryPane::insert(const Mutation &mutation)
{
    const auto newer = std::count_if(m_entries.keyBegin(), m_entries.keyEnd(),
                                     [&mutation](quint64 number) { return number > mutation.id; });
    if (newer < most)
        add(mutation, int(newer));
    if (m_entries.size() > most)
        dropOldest();
    tellRest();
}

void HistoryPane::dropOldest()
{
    const quint64 oldest = *std::min_element(m_entries.keyBegin(), m_entries.keyEnd());
    delete m_entries.take(oldest);
}

void HistoryPane::rebuild()
{
    qDeleteAll(m_entries);
    m_entries.clear();
    const QList<Mutation> all = m_journal ? m_journal->entries() : QList<Mutation>(); // oldest first
    for (auto at = all.crbegin(); at != all.crend() && m_entries.size() < most; ++at) {
        if (isMine(*at))
            add(*at, int(m_entries.size()));
    }
    tellRest();
}

void HistoryPane::tellRest()
{
    const QList<Mutation> all = m_journal ? m_journal->entries() : QList<Mutation>();
    const auto mine = std::count_if(all.begin(), all.end(), [this](const Mutation &each) { return isMine(each); });
    const int left = int(mine - m_entries.size());
    m_more->setText(tr("%n older are not shown.", nullptr, left));
    m_more->setVisible(left > 0);
    m_nothing->setVisible(m_entries.isEmpty());
    if (m_entries.isEmpty())
        m_nothing->show(nothingAsked());
}

Placeholder::Text HistoryPane::nothingAsked()
{
    return {tr("Nothing was asked yet"),
            tr("What you ask of the service from here is listed with its answer: each deploy, scale, change of limits "
               "and delete."),
            {}};
}

void HistoryPane::add(const Mutation &mutation, int place)
{
    auto *entry = new HistoryEntry(m_id.isEmpty(), m_scroll->widget());
    entry->show(mutation);
    connect(entry, &HistoryEntry::actionRequested, this, [this, id = mutation.id] { Q_EMIT actionRequested(id); });
    m_list->insertWidget(place, entry);
    entry->setVisible(true);
    m_entries.insert(mutation.id, entry);
}

void HistoryPane::refresh()
{
    if (!m_journal)
        return;
    for (auto at = m_entries.cbegin(); at != m_entries.cend(); ++at)
        if (const Mutation *mutation = m_journal->find(at.key()))
            at.value()->show(*mutation);
}

void HistoryPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace Slipway
