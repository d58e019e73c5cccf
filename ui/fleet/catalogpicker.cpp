// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/catalogpicker.h"

#include "app/fleet/deploymentstore.h"
#include "ui/errortext.h"
#include "ui/fleet/catalogrows.h"
#include "ui/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

CatalogPicker::CatalogPicker(DeploymentStore *store, QWidget *parent) :
    QWidget(parent),
    m_store(store),
    m_search(new QLineEdit(this)),
    m_list(new QListView(this)),
    m_state(Look::plainLabel({}, this)),
    m_retry(new QPushButton(this)),
    m_rows(new CatalogRows(this)),
    m_filter(new CatalogFilter(this))
{
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("modelList"));
    m_state->setObjectName(QStringLiteral("catalogState"));
    m_retry->setObjectName(QStringLiteral("catalogRetry"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        if (text.isEmpty())
            selectPicked();
        else
            m_list->setCurrentIndex(m_filter->index(0, 0)); // what Enter picks
        showState();
    });
    connect(m_list, &QListView::clicked, this, &CatalogPicker::pick);
    connect(m_retry, &QPushButton::clicked, this, &CatalogPicker::load);
    retranslate();
}

void CatalogPicker::build()
{
    m_filter->setSourceModel(m_rows);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new CatalogDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_retry->setAutoDefault(false);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Look::smallGap);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_retry, 0, Qt::AlignLeading);
}

void CatalogPicker::retranslate()
{
    m_search->setPlaceholderText(tr("Search models"));
    m_search->setAccessibleName(tr("Search models"));
    m_list->setAccessibleName(tr("Models that can be deployed"));
    m_retry->setText(tr("Try again"));
    showState();
}

void CatalogPicker::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

void CatalogPicker::load()
{
    read(ModelSource::Base);
    read(ModelSource::Custom);
    showState();
}

void CatalogPicker::read(ModelSource source)
{
    if (!m_store || of(source).loading)
        return;
    of(source).loading = true;
    m_store->api().catalog(source, this,
                           [this, source](const Result<QList<CatalogModel>> &result) { arrived(source, result); });
}

void CatalogPicker::arrived(ModelSource source, const Result<QList<CatalogModel>> &result)
{
    Source &state = of(source);
    state.loading = false;
    state.error = result ? std::nullopt : std::optional(result.error());
    if (result)
        m_rows->setModels(source, *result);
    selectPicked();
    showState();
    comparePicked();
}

void CatalogPicker::pickWhenListed(const QString &modelName)
{
    m_pickedName = modelName;
    m_isAwaited = true;
    comparePicked();
}

bool CatalogPicker::isComplete() const
{
    return std::all_of(m_sources.begin(), m_sources.end(), [](const Source &s) { return !s.loading && !s.error; });
}

/// What is awaited is picked from the first source that lists it; what was picked is judged by both.
void CatalogPicker::comparePicked()
{
    if (m_pickedName.isEmpty() || (!m_isAwaited && !isComplete()))
        return;
    const int row = m_rows->rowOf(m_pickedName);
    if (row >= 0) {
        m_isAwaited = false;
        selectPicked();
        Q_EMIT picked(m_rows->at(row));
    } else if (isComplete()) {
        Q_EMIT lost();
    }
}

void CatalogPicker::selectPicked()
{
    const int row = m_rows->rowOf(m_pickedName);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_rows->index(row));
    if (index.isValid())
        m_list->setCurrentIndex(index);
}

void CatalogPicker::pick(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    const CatalogModel model = m_rows->at(m_filter->mapToSource(index).row());
    m_pickedName = model.modelName;
    m_isAwaited = false;
    Q_EMIT picked(model);
}

void CatalogPicker::pickCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    pick(current.isValid() ? current : m_filter->index(0, 0));
}

void CatalogPicker::moveInList(int key)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        m_list->setCurrentIndex(m_filter->index(key == Qt::Key_Down ? 0 : m_filter->rowCount() - 1, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

/// Enter picks and goes no further, or the dialog would take it for a yes.
bool CatalogPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        pickCurrent();
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        moveInList(key);
        return true;
    }
    if (watched == m_list && key == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        focusSearch();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CatalogPicker::showState()
{
    const QString text = stateText();
    const bool failed =
        std::any_of(m_sources.begin(), m_sources.end(), [](const Source &s) { return s.error && !s.loading; });
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_retry->setVisible(failed);
}

QString CatalogPicker::stateText() const
{
    const bool loading = std::any_of(m_sources.begin(), m_sources.end(), [](const Source &s) { return s.loading; });
    const QString trouble = errorText();
    if (loading)
        return trouble.isEmpty() ? tr("Loading models…") : tr("Loading models…") + u'\n' + trouble;
    if (!trouble.isEmpty())
        return trouble;
    if (m_rows->rowCount() == 0)
        return tr("The catalog is empty: this account has nothing to deploy.");
    return m_filter->rowCount() == 0 ? tr("No model matches.") : QString();
}

/// One sentence for both where one thing is wrong with both.
QString CatalogPicker::errorText() const
{
    const auto [base, own] = m_sources;
    const QString baseText = base.error && !base.loading ? textOf(*base.error, Deed::Catalog).whole() : QString();
    const QString ownText = own.error && !own.loading ? textOf(*own.error, Deed::Catalog).whole() : QString();
    if (!baseText.isEmpty() && !ownText.isEmpty() && base.error->kind == own.error->kind)
        return tr("The models could not be read.") + u'\n' + baseText;
    QStringList lines;
    if (!baseText.isEmpty())
        lines += tr("Base models could not be read.") + u'\n' + baseText;
    if (!ownText.isEmpty())
        lines += tr("Your own models could not be read.") + u'\n' + ownText;
    return lines.join(u'\n');
}

} // namespace Slipway
