// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fleetproxy.h"

#include "app/fleet/billing.h"
#include "app/fleet/deploymentstore.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/fleetcolumns.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/words.h"
#include "ui/plaintext.h"

#include <QBrush>
#include <QGuiApplication>

namespace Slipway {

namespace {

class NoRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &) const override { return 0; }
    int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : DeploymentModel::ColumnCount;
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
};

} // namespace

FleetProxy::FleetProxy(QObject *parent) : DeploymentFilter(parent), m_nothing(new NoRows(this))
{
    setSourceModel(m_nothing);
}

void FleetProxy::setPrices(Prices prices)
{
    m_prices = prices;
}

void FleetProxy::setStore(DeploymentStore *store)
{
    DeploymentModel *old = m_model;
    m_model = store ? new DeploymentModel(store, this) : nullptr;
    setSourceModel(m_model ? m_model : m_nothing);
    delete old;
}

DeploymentStore *FleetProxy::store() const
{
    return m_model ? m_model->store() : nullptr;
}

bool FleetProxy::isFiltering() const
{
    return phase() || !text().trimmed().isEmpty();
}

QVariant FleetProxy::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(int(fleetColumn(index.column()).alignment));
    if (role == Qt::FontRole || role == Qt::ForegroundRole || role == Qt::DecorationRole || role == Qt::CheckStateRole)
        return {};
    const Deployment *deployment = deploymentInRow(index.row());
    if (!deployment)
        return {};
    switch (role) {
    case Qt::BackgroundRole:
        return freshFind(deployment->deployedModel)
                   ? QVariant(QBrush(Look::wash(Look::Tone::Warning, QGuiApplication::palette())))
                   : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return word(*deployment, index.column());
    case Qt::ToolTipRole:
        return Look::toolTip(tip(*deployment, index.column()));
    case CopyRole:
        return copyText(*deployment, index.column());
    case ToneRole:
    case GlyphRole:
    case ProgressRole:
        return index.column() == DeploymentModel::StatusColumn ? statusData(*deployment, role) : QVariant();
    default:
        return DeploymentFilter::data(index, role);
    }
}

QVariant FleetProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= DeploymentModel::ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(section);
    case Qt::ToolTipRole:
        return columnTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(int(fleetColumn(section).alignment));
    default:
        return {};
    }
}

void FleetProxy::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, DeploymentModel::ColumnCount - 1);
}

static bool wantsAnEye(const Mutation &unknown, const QDateTime &now, qint64 rememberSeconds)
{
    const bool isSettled = unknown.inquiry.settled.isValid() && unknown.inquiry.kind != Inquiry::Kind::CannotTell;
    return !isSettled || unknown.inquiry.settled.secsTo(now) < rememberSeconds;
}

/// The row's newest mutation while it still has something to say: under way, its answer not yet cleared up by a look at
/// the fleet, or turned down within the last minute.
const Mutation *FleetProxy::openMutation(const QString &deployedModel) const
{
    const Mutation *newest = store()->journal() ? store()->journal()->newestFor(deployedModel) : nullptr;
    if (!newest)
        return nullptr;
    constexpr qint64 rememberSeconds = 60;
    switch (newest->state) {
    case Mutation::State::Sending:
        return newest;
    case Mutation::State::Accepted:
        return nullptr;
    case Mutation::State::Refused:
    case Mutation::State::NotSent:
        return newest->answered.secsTo(QDateTime::currentDateTimeUtc()) < rememberSeconds ? newest : nullptr;
    case Mutation::State::Unknown:
        if (newest->inquiry.kind == Inquiry::Kind::Happened)
            return nullptr; // the row itself shows what came of it
        return wantsAnEye(*newest, QDateTime::currentDateTimeUtc(), rememberSeconds) ? newest : nullptr;
    }
    return nullptr;
}

/// The lost create that the row came from, while that is news.
const Mutation *FleetProxy::freshFind(const QString &deployedModel) const
{
    const Mutation *newest = store()->journal() ? store()->journal()->newestFor(deployedModel) : nullptr;
    return newest && isFreshFind(*newest, QDateTime::currentDateTimeUtc()) ? newest : nullptr;
}

QVariant FleetProxy::statusData(const Deployment &deployment, int role) const
{
    const Phase phase = phaseOf(deployment.status);
    if (role == GlyphRole)
        return QVariant::fromValue(int(statusGlyph(deployment.status)));
    if (role == ProgressRole) {
        const auto share = readyShare(deployment);
        return phase == Phase::Changing && share ? QVariant(*share) : QVariant();
    }
    const Mutation *mutation = openMutation(deployment.deployedModel);
    return QVariant::fromValue(int(mutation ? toneOf(*mutation) : toneOf(phase)));
}

QString FleetProxy::word(const Deployment &deployment, int column) const
{
    switch (column) {
    case DeploymentModel::StatusColumn: {
        const Mutation *mutation = openMutation(deployment.deployedModel);
        return mutation ? progressText(*mutation) : statusWord(deployment);
    }
    case DeploymentModel::DeployedModelColumn:
        return Look::visibleId(deployment.deployedModel);
    case DeploymentModel::NameColumn:
        return Look::visible(deployment.name);
    case DeploymentModel::ModelNameColumn:
        return Look::visible(deployment.modelName);
    case DeploymentModel::BaseModelColumn:
        return Look::visible(deployment.baseModel);
    case DeploymentModel::PlanColumn:
        return planWord(deployment.plan);
    case DeploymentModel::CapacityColumn:
        return capacityText(deployment);
    case DeploymentModel::CostColumn:
        return cost(deployment);
    case DeploymentModel::RpmLimitColumn:
        return numberText(deployment.rpmLimit);
    case DeploymentModel::TpmLimitColumn:
        return numberText(deployment.tpmLimit);
    case DeploymentModel::CreatedColumn:
        return relativeTime(deployment.created, QDateTime::currentDateTimeUtc());
    case DeploymentModel::ModifiedColumn:
        return relativeTime(deployment.modified, QDateTime::currentDateTimeUtc());
    default:
        return {};
    }
}

QString FleetProxy::cost(const Deployment &deployment) const
{
    switch (billingOf(deployment)) {
    case Billing::None:
        return {};
    case Billing::ByToken:
        return m_prices == Prices::Free ? tr("free") : tr("by token");
    case Billing::Prepaid:
        return m_prices == Prices::Free ? tr("free") : tr("prepaid");
    case Billing::ByTheHour:
        break;
    }
    if (m_prices == Prices::Free)
        return tr("free");
    const auto price = m_prices == Prices::Listed ? yuanPerHour(deployment) : std::nullopt;
    return price ? moneyText(*price) : tr("unknown", "a price");
}

QString FleetProxy::tip(const Deployment &deployment, int column) const
{
    switch (column) {
    case DeploymentModel::StatusColumn: {
        QStringList lines{statusWord(deployment), statusMeaning(deployment)};
        if (const Mutation *mutation = openMutation(deployment.deployedModel))
            lines.prepend(progressText(*mutation));
        if (!store()->isListed(deployment.deployedModel))
            lines.append(tr("Just deployed: the service's list does not show it yet."));
        return lines.join(u'\n');
    }
    case DeploymentModel::DeployedModelColumn: {
        const Mutation *find = freshFind(deployment.deployedModel);
        return find ? word(deployment, column) + u'\n' + foundText(*find) : word(deployment, column);
    }
    case DeploymentModel::CapacityColumn:
        return capacitySentence(deployment);
    case DeploymentModel::CostColumn:
        return statusMeaning(deployment);
    case DeploymentModel::CreatedColumn:
        return exactTime(deployment.created);
    case DeploymentModel::ModifiedColumn:
        return exactTime(deployment.modified);
    default:
        return word(deployment, column);
    }
}

QString FleetProxy::copyText(const Deployment &deployment, int column) const
{
    switch (column) {
    case DeploymentModel::StatusColumn:
        return statusWord(deployment);
    case DeploymentModel::CapacityColumn:
        return deployment.ptuCapacity ? capacitySentence(deployment) : capacityText(deployment);
    case DeploymentModel::CreatedColumn:
        return exactTime(deployment.created);
    case DeploymentModel::ModifiedColumn:
        return exactTime(deployment.modified);
    default:
        return word(deployment, column);
    }
}

} // namespace Slipway
