// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTableView>

#include <functional>

class QSettings;

namespace Slipway {

class DeploymentStore;
class FleetProxy;
class SelectionKeeper;
class SpareWidth;

/// The fleet's rows. Whatever data does, the person's choice, the place they look at and their columns stay as they
/// are. While it can be seen it repaints its visible rows from time to time, because what they say of time grows old.
class FleetTable : public QTableView
{
    Q_OBJECT
public:
    explicit FleetTable(QWidget *parent = nullptr);

    FleetProxy *fleet() const { return m_fleet; }
    SelectionKeeper *keeper() const { return m_keeper; }

    void setStore(DeploymentStore *store); ///< forgets the choice, keeps columns and filter

    /// Every change of what is filtered goes through here: where the person looked before the first filter is where
    /// they look after the last one.
    void changeFilter(const std::function<void()> &change);

    void setContextActions(const QList<QAction *> &actions);

    /// The selected rows, or else the current one, as lines of tab-separated text, the id first, as the columns stand.
    QString rowsAsText() const;

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);
    void retranslate();

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch(const QString &) override {} ///< a stray letter moves nothing

Q_SIGNALS:
    void rowActivated(const QString &id);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles = {}) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeaders();
    void setUpDelegates();
    void fitRows();
    void dropAnchor();
    void weighAnchor(const QSet<QString> &moved);
    int heightOfRows() const;
    void showHeaderMenu(const QPoint &at);
    void showContextMenu(const QPoint &at);
    void activateCurrent();
    QString rowAsText(int row) const;

    FleetProxy *m_fleet;
    SelectionKeeper *m_keeper;
    SpareWidth *m_spare = nullptr;
    QList<QAction *> m_contextActions;
    std::optional<int> m_placeBeforeFilter; ///< the scroll bar's value
    bool m_filterAtWork = false;
    /// What was seen before the fleet's rows changed, and in which row it stood. The current one comes first.
    QList<std::pair<QString, int>> m_anchor;
};

} // namespace Slipway
