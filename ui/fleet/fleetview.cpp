// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fleetview.h"

#include "app/fleet/deploymentstore.h"
#include "ui/errortext.h"
#include "ui/fleet/ageline.h"
#include "ui/fleet/chipbar.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleet/placeholder.h"
#include "ui/fleet/selectionkeeper.h"
#include "ui/fleet/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>

namespace Slipway {

namespace {

constexpr std::array phaseKeys{"running", "changing", "failed", "stopped"};

QString keyOf(std::optional<Phase> phase)
{
    return phase ? QLatin1String(phaseKeys.at(size_t(*phase))) : QLatin1String("all");
}

std::optional<Phase> phaseOfKey(const QString &key)
{
    for (size_t i = 0; i < phaseKeys.size(); ++i)
        if (key == QLatin1String(phaseKeys.at(i)))
            return Phase(int(i));
    return std::nullopt;
}

} // namespace

FleetView::FleetView(QWidget *parent) :
    QWidget(parent),
    m_chips(new ChipBar(this)),
    m_simulated(Look::plainLabel({}, this)),
    m_age(new AgeLine(this)),
    m_table(new FleetTable(this)),
    m_placeholder(new Placeholder(m_table->viewport()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    setUpHeader();
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    followTable();
    paintMark();
    retranslate();
}

void FleetView::setUpHeader()
{
    m_simulated->setObjectName(QStringLiteral("simulatedMark"));
    m_simulated->setFont(Look::small(m_simulated->font()));
    m_simulated->setMargin(2);
    m_simulated->setAutoFillBackground(true);
    m_simulated->hide();
    auto *header = new QHBoxLayout;
    header->setContentsMargins(Look::smallGap, Look::smallGap, Look::gap, Look::smallGap);
    header->setSpacing(Look::gap);
    header->addWidget(m_chips);
    header->addStretch(1);
    header->addWidget(m_simulated);
    header->addWidget(m_age);
    static_cast<QVBoxLayout *>(layout())->addLayout(header);
}

void FleetView::followTable()
{
    connect(m_table->keeper(), &SelectionKeeper::currentChanged, this, &FleetView::currentChanged);
    connect(m_table->keeper(), &SelectionKeeper::selectionChanged, this, &FleetView::selectionChanged);
    connect(m_table, &FleetTable::rowActivated, this, &FleetView::activated);
    connect(m_chips, &ChipBar::phaseChosen, this,
            [this](std::optional<Phase> phase) { filter([this, phase] { m_table->fleet()->setPhase(phase); }); });
    connect(m_placeholder, &Placeholder::actionRequested, this, &FleetView::act);
    connect(m_table->fleet(), &DeploymentFilter::countsChanged, this, &FleetView::showCounts);
    connect(m_table->fleet(), &QAbstractItemModel::rowsInserted, this, &FleetView::showSituation);
    connect(m_table->fleet(), &QAbstractItemModel::rowsRemoved, this, &FleetView::showSituation);
    connect(m_table->fleet(), &QAbstractItemModel::modelReset, this, &FleetView::showSituation);
}

void FleetView::setStore(DeploymentStore *store, bool simulated, bool pricesListed)
{
    const bool isOther = !store || m_store != store;
    if (m_store && isOther)
        m_store->disconnect(this);
    m_store = store;
    m_isSimulated = store && simulated;
    m_table->fleet()->setPrices(m_isSimulated  ? FleetProxy::Prices::Free
                                : pricesListed ? FleetProxy::Prices::Listed
                                               : FleetProxy::Prices::Unknown);
    if (isOther) {
        m_table->setStore(store);
        m_age->setStore(store);
    }
    if (store && isOther)
        followStore();
    m_simulated->setVisible(m_isSimulated);
    fitHeader();
    showCounts();
    showSituation();
}

void FleetView::setKeyAwaited(bool awaited)
{
    m_isKeyAwaited = awaited;
    showSituation();
}

void FleetView::followStore()
{
    connect(m_store, &DeploymentStore::polled, this, [this] {
        showCounts();
        showSituation();
    });
    connect(m_store, &DeploymentStore::freshnessChanged, this, &FleetView::showCounts);
    connect(m_store, &DeploymentStore::rowsRemoved, this, [this] { m_table->keeper()->forgetMissing(); });
    connect(m_store, &DeploymentStore::mutationChanged, this, [this] { m_table->viewport()->update(); });
    connect(m_store, &QObject::destroyed, this, [this] { setStore(nullptr, false); });
}

// ---- what is chosen

QStringList FleetView::selectedIds() const
{
    return m_table->keeper()->selectedIds();
}

qsizetype FleetView::selectedCount() const
{
    return m_table->keeper()->selectedCount();
}

QString FleetView::currentId() const
{
    return m_table->keeper()->currentId();
}

void FleetView::setCurrentId(const QString &id)
{
    m_table->keeper()->setCurrentId(id);
}

void FleetView::setContextActions(const QList<QAction *> &actions)
{
    m_table->setContextActions(actions);
}

void FleetView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void FleetView::enterTable()
{
    focusTable();
    const Deployment *first = m_table->fleet()->deploymentInRow(0);
    if (first && selectedCount() == 0)
        setCurrentId(first->deployedModel);
}

// ---- filter

QString FleetView::rowsAsText() const
{
    return m_table->rowsAsText();
}

QString FleetView::filterText() const
{
    return m_table->fleet()->text();
}

void FleetView::setFilterText(const QString &text)
{
    filter([this, text] { m_table->fleet()->setText(text); });
}

void FleetView::filter(const std::function<void()> &change)
{
    m_table->changeFilter(change);
    showSituation();
}

QWidget *FleetView::rowsView() const
{
    return m_table->viewport();
}

bool FleetView::hasRows() const
{
    return m_table->fleet()->rowCount() > 0;
}

// ---- remembered

void FleetView::save(QSettings &settings) const
{
    m_table->save(settings);
    settings.setValue(QStringLiteral("fleet/chip"), keyOf(m_chips->phase()));
}

void FleetView::restore(const QSettings &settings)
{
    m_table->restore(settings);
    m_chips->setPhase(phaseOfKey(settings.value(QStringLiteral("fleet/chip")).toString()));
    filter([this] { m_table->fleet()->setPhase(m_chips->phase()); });
}

// ---- what is shown

void FleetView::showCounts()
{
    const FleetProxy *fleet = m_table->fleet();
    ChipBar::Counts counts{};
    for (size_t i = 0; i < counts.size(); ++i)
        counts.at(i) = fleet->count(Phase(int(i)));
    const bool known = m_store && (m_store->lastGood().isValid() || m_store->recalledFrom().isValid());
    known ? m_chips->setCounts(counts, fleet->total()) : m_chips->setUnknown();
    fitHeader();
}

FleetView::Situation FleetView::situation() const
{
    if (!m_store)
        return Situation::NoStore;
    if (m_table->fleet()->rowCount() > 0)
        return Situation::Rows;
    if (!m_store->rows().isEmpty())
        return Situation::NoMatch;
    if (m_isKeyAwaited)
        return Situation::NoKey;
    switch (m_store->freshness()) {
    case DeploymentStore::Freshness::Loading:
    case DeploymentStore::Freshness::Recalled:
        return Situation::Loading;
    case DeploymentStore::Freshness::Failed:
        return Situation::Failed;
    case DeploymentStore::Freshness::Live:
    case DeploymentStore::Freshness::Stale:
        return Situation::Empty;
    }
    return Situation::Loading;
}

void FleetView::showSituation()
{
    const int rows = m_table->fleet()->rowCount();
    if (std::exchange(m_rows, rows) != rows)
        Q_EMIT rowCountChanged(rows);
    switch (situation()) {
    case Situation::Rows:
        m_placeholder->hide();
        return;
    case Situation::NoStore:
        m_placeholder->show({tr("No account"), tr("Choose an account to see its deployments."), {}});
        return;
    case Situation::NoKey:
        m_placeholder->show({tr("No key yet"), tr("The deployments are read as soon as there is one."), {}});
        return;
    case Situation::Loading:
        m_placeholder->show({{}, tr("Loading deployments…"), {}});
        return;
    case Situation::Failed: {
        // As for the catalog: there is no older answer that the table could show.
        const auto error = m_store->lastError();
        const ErrorText text = error ? textOf(*error, Deed::Catalog) : ErrorText{};
        QStringList detail{text.meaning, text.service};
        detail.removeAll(QString());
        m_placeholder->show({text.headline, detail.join(u'\n'), tr("Try again")});
        return;
    }
    case Situation::Empty:
        m_placeholder->show({tr("No deployments yet"),
                             tr("Each deployment of this account has a row here: what it runs, whether it is ready and "
                                "what it may cost."),
                             tr("Deploy a model…")});
        return;
    case Situation::NoMatch:
        m_placeholder->show({noMatchText(), tr("%n are hidden by the filter.", nullptr, int(m_store->rows().size())),
                             tr("Clear filter")});
        return;
    }
}

QString FleetView::noMatchText() const
{
    constexpr int longest = 60;
    const QString text = Look::visible(filterText());
    const QString shown = text.size() > longest ? text.left(longest) + u'…' : text;
    return shown.isEmpty() ? tr("No deployment matches") : tr("No deployment matches “%1”").arg(shown);
}

void FleetView::act()
{
    switch (situation()) {
    case Situation::Failed:
        Q_EMIT retryRequested();
        break;
    case Situation::Empty:
        Q_EMIT deployRequested();
        break;
    case Situation::NoMatch:
        m_chips->setPhase(std::nullopt);
        filter([this] { m_table->fleet()->setPhase(std::nullopt); });
        Q_EMIT clearFilterRequested();
        focusTable();
        break;
    case Situation::Rows:
    case Situation::NoStore:
    case Situation::NoKey:
    case Situation::Loading:
        break;
    }
}

// ---- looks

/// Short of room, the mark loses its explanation first, then the chips lose their words; shapes and numbers stay.
void FleetView::fitHeader()
{
    const QString whole = tr("Simulated: free, nothing is billed");
    const QString brief = tr("Simulated");
    const auto markWidth = [this](const QString &text) {
        return m_isSimulated ? m_simulated->fontMetrics().horizontalAdvance(text) + Look::gap * 2 : 0;
    };
    const int free = width() - m_age->sizeHint().width() - Look::gap * 4;
    m_simulated->setText(m_chips->width(false) + markWidth(whole) > free ? brief : whole);
    m_chips->setCompact(m_chips->width(false) + markWidth(m_simulated->text()) > free);
    m_simulated->setToolTip(whole);
    m_simulated->setMinimumWidth(qMax(1, markWidth(brief) - Look::gap));
}

void FleetView::paintMark()
{
    QPalette mark = palette();
    mark.setColor(QPalette::Window, Look::wash(Look::Tone::Busy, palette()));
    m_simulated->setPalette(mark);
}

void FleetView::retranslate()
{
    m_chips->setAccessibleName(tr("Which deployments are shown"));
    m_table->retranslate();
    fitHeader();
    showSituation();
}

void FleetView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        paintMark();
}

void FleetView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

} // namespace Slipway
