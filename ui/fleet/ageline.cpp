// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/ageline.h"

#include "app/fleet/deploymentstore.h"
#include "ui/fleet/words.h"
#include "ui/ticker.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <chrono>

namespace Slipway {

using namespace std::chrono_literals;

std::optional<qint64> recalledAge(const DeploymentStore *store)
{
    if (!store || store->freshness() != DeploymentStore::Freshness::Recalled)
        return {};
    return qMax<qint64>(0, store->recalledFrom().secsTo(QDateTime::currentDateTimeUtc()));
}

AgeLine::AgeLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ageLine"));
    setFont(Look::small(font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_patience.setSingleShot(true);
    m_patience.setInterval(800ms);
    connect(&m_patience, &QTimer::timeout, this, &AgeLine::refresh);
    connect(new Ticker(1s, this), &Ticker::ticked, this, &AgeLine::refresh);
}

void AgeLine::setStore(DeploymentStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_patience.stop();
    m_store = store;
    if (store) {
        connect(store, &DeploymentStore::pollStarted, this, [this] { m_patience.start(); });
        connect(store, &DeploymentStore::freshnessChanged, this, &AgeLine::refresh);
        connect(store, &DeploymentStore::polled, this, [this] {
            m_patience.stop();
            refresh();
        });
    }
    refresh();
}

bool AgeLine::isStale() const
{
    using Freshness = DeploymentStore::Freshness;
    return m_store && (m_store->freshness() == Freshness::Stale || m_store->freshness() == Freshness::Recalled);
}

QString AgeLine::words() const
{
    if (!m_store)
        return {};
    if (const auto recalled = recalledAge(m_store))
        return tr("as it was %1 ago · not read yet").arg(durationText(*recalled));
    if (m_store->isPolling() && !m_patience.isActive())
        return tr("updating…");
    const auto sinceGood = m_store->age();
    if (!sinceGood)
        return m_store->freshness() == DeploymentStore::Freshness::Failed ? tr("no answer yet") : QString();
    const QString age = durationText(std::chrono::duration_cast<std::chrono::seconds>(*sinceGood).count());
    if (m_store->isOffline())
        return tr("offline: last updated %1 ago").arg(age);
    if (isStale())
        return tr("stale: last updated %1 ago").arg(age);
    if (m_store->unlisted() > 0)
        return tr("%1 of %2 listed · updated %3 ago", "deployments")
            .arg(m_store->announced() - m_store->unlisted())
            .arg(m_store->announced())
            .arg(age);
    const qint64 every = std::chrono::duration_cast<std::chrono::seconds>(m_store->interval()).count();
    return every < 1 ? tr("updated %1 ago").arg(age) : tr("updated %1 ago · every %2").arg(age, durationText(every));
}

QString AgeLine::tip() const
{
    if (!m_store)
        return {};
    const QString read = exactTime(m_store->lastGood().isValid() ? m_store->lastGood() : m_store->recalledFrom());
    if (m_store->unlisted() == 0)
        return read;
    return read + u'\n' +
           tr("The service counts more deployments than it lists. Those it does not list are not shown.");
}

void AgeLine::refresh()
{
    const QString text = words();
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setToolTip(tip());
    updateGeometry();
    update();
}

QSize AgeLine::sizeHint() const
{
    // What is usual keeps its width, so that the neighbours stay where they are.
    const QString ten = durationText(10);
    const QString usual = m_store ? tr("updated %1 ago · every %2").arg(ten, ten) : QString();
    const int width = qMax(fontMetrics().horizontalAdvance(m_text), fontMetrics().horizontalAdvance(usual));
    return {width + Look::smallGap, fontMetrics().height()};
}

QSize AgeLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void AgeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isDoubtful = isStale() || (m_store && m_store->unlisted() > 0);
    painter.setPen(isDoubtful ? Look::colour(Look::Tone::Warning, palette()) : Look::secondary(palette()));
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter);
    painter.drawText(rect(), align, fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

void AgeLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace Slipway
