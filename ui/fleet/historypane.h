// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/placeholder.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace Slipway {

class HistoryEntry;
class Journal;
struct Mutation;

/// What was asked about one deployment, or about all of the account's, newest first, and what the service said. Follows
/// the journal. Shows the newest hundred.
class HistoryPane : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPane(QWidget *parent = nullptr);

    void setJournal(Journal *journal, const QString &id); ///< empty id: of the whole account
    static Placeholder::Text nothingAsked();              ///< what stands for an empty journal

Q_SIGNALS:
    void actionRequested(quint64 id); ///< what inquiryAction() names for that entry

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isMine(const Mutation &mutation) const;
    void onChanged(quint64 number);
    void rebuild();
    void refresh();
    void insert(const Mutation &mutation);
    void add(const Mutation &mutation, int place);
    void dropOldest();
    void tellRest();

    QPointer<Journal> m_journal;
    QString m_id;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list = nullptr;
    QLabel *m_more;
    Placeholder *m_nothing;
    QHash<quint64, HistoryEntry *> m_entries;
};

} // namespace Slipway
