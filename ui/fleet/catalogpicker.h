// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentsapi.h"

#include <QPointer>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace Slipway {

class CatalogFilter;
class CatalogRows;
class DeploymentStore;

/// Searches the catalog of deployable models and picks one: type to search, Down into the list, Enter or a click picks.
/// Reads both sources when load() is called; what one source gave stays when the other fails.
class CatalogPicker : public QWidget
{
    Q_OBJECT
public:
    CatalogPicker(DeploymentStore *store, QWidget *parent = nullptr); ///< the store may go away first

    void load();
    void pickWhenListed(const QString &modelName); ///< picks it as soon as a reading lists it; lost() where none does
    void retranslate();
    void focusSearch();

Q_SIGNALS:
    void picked(const Slipway::CatalogModel &model); ///< also when a reading brought the picked model anew
    void lost();                                     ///< a complete reading no longer lists the picked model

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Source
    {
        bool loading = false;
        std::optional<Error> error;
    };

    void build();
    void read(ModelSource source);
    void arrived(ModelSource source, const Result<QList<CatalogModel>> &result);
    void comparePicked();
    bool isComplete() const;
    void selectPicked();
    void pick(const QModelIndex &index);
    void pickCurrent();
    void moveInList(int key);
    void showState();
    QString stateText() const;
    QString errorText() const;
    Source &of(ModelSource source) { return m_sources[source == ModelSource::Base ? 0 : 1]; }

    QPointer<DeploymentStore> m_store;
    std::array<Source, 2> m_sources;
    QString m_pickedName;
    bool m_isAwaited = false; ///< the picked one has not been seen in the catalog yet
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_state;
    QPushButton *m_retry;
    CatalogRows *m_rows;
    CatalogFilter *m_filter;
};

} // namespace Slipway
