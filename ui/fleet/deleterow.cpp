// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/deleterow.h"

#include "app/fleet/hindrance.h"
#include "ui/errortext.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/idtext.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/statusmark.h"
#include "ui/fleet/words.h"
#include "ui/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Slipway {

DeleteRow::DeleteRow(const Account &account, const Deployment &deployment, QWidget *parent) :
    QWidget(parent),
    m_account(account),
    m_deployment(deployment),
    m_first(deployment.status),
    m_glyph(Look::plainLabel({}, this)),
    m_facts(new NoteLabel(this)),
    m_result(new NoteLabel(this))
{
    setObjectName(QStringLiteral("row:") + deployment.deployedModel);
    m_facts->setObjectName(QStringLiteral("facts"));
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Look::smallGap, 0, Look::smallGap);
    layout->setSpacing(2);
    layout->addWidget(new IdText(deployment.deployedModel, this));
    auto *facts = new QHBoxLayout;
    facts->setSpacing(Look::smallGap);
    facts->addWidget(m_glyph, 0, Qt::AlignTop);
    facts->addWidget(m_facts, 1);
    layout->addLayout(facts);
    layout->addWidget(m_result);
    retranslate();
}

void DeleteRow::retranslate()
{
    showFacts();
    showResult();
}

void DeleteRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFacts();
}

void DeleteRow::showFacts()
{
    const QColor ink = Look::colour(toneOf(phaseOf(m_deployment.status)), palette());
    const int side = m_facts->fontMetrics().ascent();
    m_glyph->setFixedHeight(m_facts->fontMetrics().height());
    m_glyph->setPixmap(glyphIcon(statusGlyph(m_deployment.status), ink, side, devicePixelRatio()).pixmap(side));
    m_facts->setNote(factsText());
}

/// What is not billed has no price.
static QString priceOf(const Deployment &deployment, const Account &account)
{
    const bool billed = maybeServing(deployment.status) || phaseOf(deployment.status) == Phase::Changing;
    return billed ? shortPriceText(account, estimate(deployment)) : QString();
}

QString DeleteRow::factsText() const
{
    QStringList facts{statusWord(m_deployment)};
    if (!m_deployment.modelName.isEmpty())
        facts += tr("model %1").arg(Look::visible(m_deployment.modelName));
    const QString size = capacitySentence(m_deployment);
    if (!size.isEmpty())
        facts += size;
    if (m_deployment.created.isValid())
        facts += tr("created %1").arg(relativeTime(m_deployment.created, QDateTime::currentDateTimeUtc()));
    const QString price = priceOf(m_deployment, m_account);
    if (!price.isEmpty())
        facts += price;
    return facts.join(QStringLiteral(" · "));
}

void DeleteRow::refresh(const Deployment *now)
{
    const bool isSame = now ? !m_gone && *now == m_deployment : m_gone;
    if (isSame)
        return;
    m_gone = !now;
    if (now)
        m_deployment = *now;
    retranslate();
}

void DeleteRow::setSent()
{
    m_fate = Fate::Sent;
    showResult();
}

void DeleteRow::setAnswer(const Mutation &mutation)
{
    m_answer = textOf(mutation.error.value_or(Error{}), Deed::Delete).whole();
    switch (mutation.state) {
    case Mutation::State::Sending:
        return;
    case Mutation::State::Accepted: // an error with it: the service no longer knew it
        m_fate = mutation.error ? Fate::AlreadyGone : Fate::Accepted;
        break;
    case Mutation::State::Unknown:
        m_fate = Fate::Unknown;
        break;
    case Mutation::State::Refused:
    case Mutation::State::NotSent:
        m_fate = Fate::Refused;
        break;
    }
    showResult();
}

bool DeleteRow::canBeSent() const
{
    const bool there = !m_gone && againstDeleting(m_deployment) == Hindrance::None;
    return there && (m_fate == Fate::Waiting || m_fate == Fate::Refused);
}

/// A status we do not know counts as serving: better one word typed too many.
bool DeleteRow::maybeServes() const
{
    return maybeServing(m_deployment.status) || m_deployment.status == Status::Unknown;
}

/// The brackets of hidden characters are on no keyboard.
static QString typable(QString shown)
{
    return shown.replace(u'\u27e8', u'<').replace(u'\u27e9', u'>');
}

/// An id that holds what cannot be typed may be typed as it is shown.
bool DeleteRow::isNamedBy(const QString &typed) const
{
    return typed == id() || typed.trimmed() == id() || typable(typed.trimmed()) == typable(Look::visibleId(id()));
}

void DeleteRow::setNamed()
{
    m_named = true;
    showResult();
}

bool DeleteRow::wantsName() const
{
    return !m_named && canBeSent() && maybeServes();
}

bool DeleteRow::isWellEnded() const
{
    return m_fate == Fate::Accepted;
}

bool DeleteRow::isEnded() const
{
    return m_fate == Fate::Accepted || m_fate == Fate::Unknown || m_fate == Fate::AlreadyGone;
}

void DeleteRow::showResult()
{
    if (m_fate == Fate::Waiting)
        showPresence();
    else
        showFate();
    m_result->setVisible(!m_result->text().isEmpty());
}

void DeleteRow::showPresence()
{
    if (m_gone)
        m_result->setNote(tr("Gone meanwhile: nothing will be sent."), Look::Tone::Warning);
    else if (againstDeleting(m_deployment) != Hindrance::None)
        m_result->setNote(tr("It is being deleted already: nothing will be sent."), Look::Tone::Warning);
    else if (m_deployment.status != m_first)
        m_result->setNote(tr("Its status changed while this was open: %1.").arg(statusWord(m_deployment)),
                          Look::Tone::Warning);
    else if (m_named)
        m_result->setNote(tr("✓ Its id was typed"));
    else
        m_result->setNote({});
}

void DeleteRow::showFate()
{
    switch (m_fate) {
    case Fate::Waiting:
        return;
    case Fate::Sent:
        return m_result->setNote(tr("Sending…"), Look::Tone::Busy);
    case Fate::Accepted:
        return m_result->setNote(tr("✓ Deleting"), Look::Tone::Good);
    case Fate::Refused:
        return m_result->setNote(tr("✕ %1").arg(m_answer), Look::Tone::Bad);
    case Fate::Unknown:
        return m_result->setNote(tr("? %1").arg(m_answer), Look::Tone::Warning);
    case Fate::AlreadyGone:
        return m_result->setNote(tr("Already gone: nothing was left to delete."), Look::Tone::Good);
    }
}

} // namespace Slipway
