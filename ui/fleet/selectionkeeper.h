// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>
#include <QObject>
#include <QSet>
#include <QString>

class QItemSelectionModel;

namespace Slipway {

class FleetProxy;

/// Keeps a person's choice by id while rows are filtered, sorted, removed and come back. Only a person changes what is
/// chosen: rows that are filtered away are not selected (nothing that cannot be seen is ever deleted), but they are
/// selected again when they come back, unless the person has selected otherwise meanwhile or the deployment is gone.
/// The current deployment, the one that is looked at, is always a selected row: never one that is only the view's
/// current index. While its row is hidden or gone it stays current, but for as long as other rows are selected there is
/// none.
class SelectionKeeper : public QObject
{
    Q_OBJECT
public:
    /// To be made before any view is given `proxy`: it must hear of changes before the view's selection does.
    explicit SelectionKeeper(FleetProxy *proxy, QObject *parent = nullptr);
    void watch(QItemSelectionModel *selection);

    QStringList selectedIds() const;                           ///< of visible rows, from top to bottom
    qsizetype selectedCount() const { return m_shown.size(); } ///< how many those are
    QString currentId() const { return m_told; }               ///< empty where none is looked at
    void setCurrentId(const QString &id); ///< selects it alone, be it when its row is no longer hidden

    /// True while rows are filtered, sorted, removed or come back: what moves now is not moved by a person.
    bool isModelAtWork() const { return m_modelAtWork > 0; }

    void forget();        ///< another account: nothing is chosen
    void forgetMissing(); ///< rows were removed for good: what was hidden and is no more is not waited for

Q_SIGNALS:
    /// By a person or setCurrentId. By data only where the row went or came back while others are selected: then there
    /// is none, or that one again, but never another one.
    void currentChanged(const QString &id);
    void selectionChanged(); ///< selectedIds() is different, for whatever reason

private:
    void beforeRemoval(int first, int last);
    void afterRemoval();
    void afterInsertion(int first, int last);
    void beforeReorder();
    void afterReorder();
    void onSelectionChanged(const QItemSelection &selected, const QItemSelection &deselected);
    void onCurrentChanged(const QModelIndex &current);
    void reselect();
    void select(QList<int> rows);
    void restoreCurrent();
    void leaveCurrent();
    void follow();
    bool unchoose(); ///< true if anything was selected
    bool isInStore(const QString &id) const;
    QString seen() const;
    void tell();
    QString idAt(int row) const;
    QString firstSelectedId() const; ///< from the top; empty where none is selected
    template<typename Each>
    void eachRow(const QItemSelection &selection, Each each) const;

    FleetProxy *m_proxy;
    QItemSelectionModel *m_selection = nullptr;
    QSet<QString> m_shown;  ///< selected and visible
    QSet<QString> m_hidden; ///< were selected when they were filtered away
    QString m_current;      ///< chosen last
    QString m_told;         ///< what of it others know: empty while it is neither selected nor all that was
    int m_modelAtWork = 0;  ///< selection changes made now are the model's, not a person's
    bool m_lost = false;
};

} // namespace Slipway
