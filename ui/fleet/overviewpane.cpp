// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/overviewpane.h"

#include "app/fleet/deploymentstore.h"
#include "ui/fleet/ageline.h"
#include "ui/fleet/copybutton.h"
#include "ui/fleet/hindrancetext.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/overviewfields.h"
#include "ui/fleet/placeholder.h"
#include "ui/fleet/statusbanner.h"
#include "ui/fleet/valuefield.h"
#include "ui/fleet/words.h"
#include "ui/ticker.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace Slipway {

OverviewPane::OverviewPane(QWidget *parent) : QWidget(parent), m_status(new StatusBanner(this))
{
    m_meaning = Look::plainLabel({}, this);
    m_meaning->setObjectName(QStringLiteral("statusMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_meaning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_meaning->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Look::gap, Look::gap, Look::gap, Look::gap);
    layout->setSpacing(Look::gap);
    layout->addWidget(makeTitle());
    layout->addWidget(m_status);
    layout->addWidget(m_meaning);
    layout->addWidget(makeFields(), 1);
    layout->addWidget(makeActions());
    m_nothing = new Placeholder(this);
    m_nothing->setAutoFillBackground(true);
    connect(new Ticker(Ticker::everyMinute, this), &Ticker::ticked, this, &OverviewPane::refresh);
    retranslate();
}

QWidget *OverviewPane::makeTitle()
{
    auto *row = new QWidget(this);
    m_title = new ValueField(row);
    m_title->setObjectName(QStringLiteral("deployedModel"));
    m_title->setFont(Look::monospace(Look::title(font())));
    m_copy = new CopyButton(QStringLiteral("copyDeployedModel"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_title, 1);
    layout->addWidget(m_copy);
    return row;
}

QWidget *OverviewPane::makeFields()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(Look::gap * 2);
    constexpr size_t count = std::tuple_size_v<OverviewGroups>;
    for (size_t i = 0; i < count; ++i) {
        const bool asItCame = i == count - 1;
        m_groups << new FieldGrid(asItCame ? FieldGrid::Names::Monospace : FieldGrid::Names::Words, content);
        layout->addWidget(m_groups.last());
    }
    layout->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("overviewFields"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    // The fields lie on the pane, not on a page of their own.
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return m_scroll;
}

QPushButton *OverviewPane::makeAction(const char *name, void (OverviewPane::*requested)(const QString &id))
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, [this, requested] { Q_EMIT(this->*requested)(m_id); });
    return button;
}

QWidget *OverviewPane::makeActions()
{
    auto *row = new QWidget(this);
    m_delete = makeAction("overviewDelete", &OverviewPane::deleteRequested);
    m_limits = makeAction("overviewLimits", &OverviewPane::limitsRequested);
    m_scale = makeAction("overviewScale", &OverviewPane::scaleRequested);
    m_chat = makeAction("overviewChat", &OverviewPane::chatRequested);
    m_delete->setFlat(true);
    paintDelete();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_delete);
    layout->addStretch();
    layout->addWidget(m_limits);
    layout->addWidget(m_scale);
    layout->addWidget(m_chat);
    return row;
}

// ---- data

void OverviewPane::setDeployment(DeploymentStore *store, const QString &id)
{
    if (store == m_store && id == m_id)
        return;
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    m_id = id;
    m_known.reset();
    m_scroll->ensureVisible(0, 0);
    if (store)
        follow();
    refresh();
}

void OverviewPane::setAccount(const Account &account)
{
    m_account = account;
    refresh();
}

void OverviewPane::follow()
{
    const auto mine = [this](int first, int last) {
        const int row = m_store->rowOf(m_id);
        if (row >= first && row <= last)
            refresh();
    };
    connect(m_store, &DeploymentStore::rowsChanged, this, mine);
    connect(m_store, &DeploymentStore::rowsInserted, this, &OverviewPane::refresh);
    connect(m_store, &DeploymentStore::rowsRemoved, this, &OverviewPane::refresh);
    connect(m_store, &DeploymentStore::mutationChanged, this, &OverviewPane::refresh);
    connect(m_store, &DeploymentStore::freshnessChanged, this, &OverviewPane::refresh);
    connect(m_store, &DeploymentStore::polled, this, [this] {
        if (m_isRecalled) // the service has answered, perhaps with the same row
            refresh();
    });
    connect(m_store, &QObject::destroyed, this, [this] { setDeployment(nullptr, {}); });
}

void OverviewPane::refresh()
{
    const Deployment *deployment = m_store ? m_store->find(m_id) : nullptr;
    if (deployment)
        m_known = *deployment;
    if (!m_known) {
        const QString gone = tr("The service no longer lists it.");
        m_id.isEmpty() ? m_nothing->show({tr("Nothing chosen"), tr("Choose a deployment to see all about it."), {}})
                       : m_nothing->show({tr("This deployment is gone"), gone, {}});
        return;
    }
    m_nothing->hide();
    m_title->setValue(m_known->deployedModel);
    m_copy->setCopied(m_known->deployedModel);
    showStatus(!deployment);
    showFields();
    showActions(!deployment);
    m_isRecalled = recalledAge(m_store).has_value();
}

void OverviewPane::showStatus(bool gone)
{
    if (gone) {
        m_status->show({Glyph::Square, Look::Tone::Idle, tr("This deployment is gone"), {}, {}});
        m_meaning->setText(tr("The service no longer lists it. Below is what was known last."));
        return;
    }
    const Phase phase = phaseOf(m_known->status);
    StatusBanner::State state{statusGlyph(m_known->status), toneOf(phase), statusWord(*m_known), {}, {}};
    if (phase == Phase::Changing && m_known->status != Status::Deleting) {
        state.note = capacitySentence(*m_known);
        state.share = readyShare(*m_known);
    }
    m_status->show(state);
    const Mutation *newest = m_store->journal() ? m_store->journal()->newestFor(m_id) : nullptr;
    const bool isFind = newest && isFreshFind(*newest, QDateTime::currentDateTimeUtc());
    const bool simulated = m_account && m_account->origin == Account::Origin::Simulator;
    const QString meaning = statusMeaning(*m_known);
    QStringList lines{simulated ? tr("Simulated, so nothing is billed. Of a real one: %1").arg(meaning) : meaning};
    if (isFind)
        lines.prepend(foundText(*newest));
    if (const auto age = recalledAge(m_store))
        lines.prepend(tr("This is as it was %1 ago; it may be otherwise by now.").arg(durationText(*age)));
    m_meaning->setText(lines.join(u'\n'));
}

void OverviewPane::showFields()
{
    const OverviewGroups groups = overviewGroups(*m_known, m_account);
    for (size_t i = 0; i < groups.size(); ++i) {
        m_groups[qsizetype(i)]->setTitle(groups[i].title);
        m_groups[qsizetype(i)]->setRows(groups[i].rows);
    }
}

/// What is wrong with it is told only where the rest could be done.
static void offer(QPushButton *button, Hindrance hindrance, bool isLive)
{
    button->setEnabled(isLive && hindrance == Hindrance::None);
    button->setToolTip(isLive ? hindranceText(hindrance) : QString());
}

/// Enabled is what can make sense; whether the service agrees is its own business.
void OverviewPane::showActions(bool gone)
{
    const bool recalled = recalledAge(m_store).has_value(); // for the eye alone
    const bool serving = !gone && maybeServing(m_known->status);
    m_chat->setEnabled(serving);
    m_chat->setToolTip(serving ? QString() : tr("It answers only while it is running."));
    const bool isLive = !gone && !recalled;
    offer(m_scale, againstScaling(*m_known), isLive);
    offer(m_limits, againstLimiting(*m_known), isLive);
    offer(m_delete, againstDeleting(*m_known), isLive);
}

// ---- looks

void OverviewPane::paintDelete()
{
    QPalette dangerous = palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        dangerous.setColor(group, QPalette::ButtonText, Look::colour(Look::Tone::Bad, palette()));
    m_delete->setPalette(dangerous);
}

void OverviewPane::retranslate()
{
    m_title->setAccessibleName(tr("Deployed model"));
    m_copy->setWhat(tr("Copy the deployed model's id"));
    m_chat->setText(tr("Chat"));
    m_scale->setText(tr("Scale…"));
    m_limits->setText(tr("Limits…"));
    m_delete->setText(tr("Delete…"));
    refresh();
}

void OverviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_delete)
        paintDelete();
}

} // namespace Slipway
