// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QSettings;

namespace Slipway {

class AgeLine;
class ChipBar;
class DeploymentStore;
class FleetTable;
class Placeholder;

/// What exists: every deployment of one account as a row, how many there are of each kind, and how old that knowledge
/// is. Says what to do when there is nothing to show. Sends nothing itself.
class FleetView : public QWidget
{
    Q_OBJECT
public:
    explicit FleetView(QWidget *parent = nullptr);

    /// One account's store, or nullptr. `simulated`: it is plainly said that nothing costs money. The store outlives
    /// its use here; the choice of rows is forgotten unless it is the same store, the filter and the columns stay.
    /// `pricesListed`: the list prices hold for this account.
    void setStore(DeploymentStore *store, bool simulated, bool pricesListed = false);

    /// Nothing is read from the service before it has a key: said where there is no earlier reading to show.
    void setKeyAwaited(bool awaited);

    /// The selected deployments that can be seen, from top to bottom: what is filtered away is never in it.
    QStringList selectedIds() const;
    qsizetype selectedCount() const;

    /// The deployment that the person looks at: a selected row's, or none. Stays the same while its row is filtered
    /// away, and after it is gone, unless other rows are selected then.
    QString currentId() const;
    void setCurrentId(const QString &id);

    QString rowsAsText() const; ///< the selected rows as tab-separated text, the id first

    QString filterText() const;
    void setFilterText(const QString &text);

    void setContextActions(const QList<QAction *> &actions); ///< for the rows' menu; they outlive this
    void focusTable();
    void enterTable(); ///< and where no row that is seen is chosen, chooses the first

    QWidget *rowsView() const; ///< what paints the rows
    bool hasRows() const;      ///< there are some to paint

    void save(QSettings &settings) const; ///< columns: order, width, hidden; sorting; chip
    void restore(const QSettings &settings);

Q_SIGNALS:
    void currentChanged(const QString &id); ///< arriving data can take it away, but never names another one
    void selectionChanged();                ///< selectedIds() is different, for whatever reason
    void rowCountChanged(int rows);         ///< how many deployments the filter lets through
    void activated(const QString &id);      ///< Enter or a double click
    void deployRequested();
    void clearFilterRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Situation { Rows, NoStore, NoKey, Loading, Failed, Empty, NoMatch };

    void setUpHeader();
    void followTable();
    void followStore();
    void fitHeader();
    void showCounts();
    void showSituation();
    QString noMatchText() const;
    Situation situation() const;
    void act(); ///< the placeholder's button
    void filter(const std::function<void()> &change);
    void paintMark();
    void retranslate();

    QPointer<DeploymentStore> m_store;
    ChipBar *m_chips;
    QLabel *m_simulated;
    AgeLine *m_age;
    FleetTable *m_table;
    Placeholder *m_placeholder;
    int m_rows = 0;
    bool m_isSimulated = false;
    bool m_isKeyAwaited = false;
};

} // namespace Slipway
