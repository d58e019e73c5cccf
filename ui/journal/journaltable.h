// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Slipway {

class JournalFilter;

/// The journal's rows. What arrives at the top moves nothing that a person looks at further down, and their choice
/// stays.
class JournalTable : public QTableView
{
    Q_OBJECT
public:
    explicit JournalTable(JournalFilter *filter, QWidget *parent = nullptr);

    quint64 currentEntry() const; ///< 0 where there is none
    void setCurrentEntry(quint64 id);
    void retranslate();
    void keyboardSearch(const QString &) override {} ///< a stray letter moves nothing

Q_SIGNALS:
    void currentEntryChanged();
    void opened(); ///< Enter or a double click

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpHeaders();
    void fitRows();
    void keepPlace(int first, int last);
    QString currentAsText() const;

    JournalFilter *m_filter;
};

} // namespace Slipway
