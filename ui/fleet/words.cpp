// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/words.h"

#include "ui/fleet/inquirywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway {

namespace {

/// The translation context of this file.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::Words)
};

} // namespace

QString statusWord(Status status, const QString &raw)
{
    switch (status) {
    case Status::Unknown:
        return raw.isEmpty() ? Words::tr("No status") : Look::visible(raw);
    case Status::Pending:
        return Words::tr("Pending");
    case Status::Deploying:
        return Words::tr("Deploying");
    case Status::Running:
        return Words::tr("Running");
    case Status::Updating:
        return Words::tr("Updating");
    case Status::UpdatingFailed:
        return Words::tr("Update failed");
    case Status::Stopped:
        return Words::tr("Stopped");
    case Status::Offlining:
        return Words::tr("Going offline");
    case Status::Deleting:
        return Words::tr("Deleting");
    case Status::Deleted:
        return Words::tr("Deleted");
    case Status::Failed:
        return Words::tr("Failed");
    case Status::ArrearsDown:
        return Words::tr("Bill unpaid");
    case Status::ArrearsRecovering:
        return Words::tr("Recovering, paid");
    case Status::Scaling:
        return Words::tr("Scaling");
    case Status::WaitPrePaidBillingToDeploying:
        return Words::tr("Awaiting payment");
    case Status::WaitPrePaidBillingToScaling:
        return Words::tr("Awaiting payment to scale");
    case Status::WaitToDeploy:
        return Words::tr("Waiting to deploy");
    case Status::Stopping:
        return Words::tr("Stopping");
    case Status::Suspending:
        return Words::tr("Suspending");
    case Status::Suspended:
        return Words::tr("Suspended");
    case Status::Starting:
        return Words::tr("Starting");
    case Status::Recovering:
        return Words::tr("Recovering");
    }
    return Look::visible(raw);
}

QString statusWord(const Deployment &deployment)
{
    return statusWord(deployment.status, deployment.statusText);
}

static Glyph changingGlyph(Status status)
{
    switch (status) {
    case Status::Unknown:
    case Status::Pending:
    case Status::Deploying:
    case Status::WaitPrePaidBillingToDeploying:
    case Status::WaitToDeploy:
    case Status::Starting:
    case Status::Recovering:
    case Status::ArrearsRecovering:
        return Glyph::Ring;
    default:
        return Glyph::HalfDisc;
    }
}

Glyph statusGlyph(Status status)
{
    switch (phaseOf(status)) {
    case Phase::Running:
        return Glyph::Disc;
    case Phase::Changing:
        return changingGlyph(status);
    case Phase::Failed:
        return Glyph::Cross;
    case Phase::Stopped:
        return Glyph::Square;
    }
    return Glyph::Ring;
}

Look::Tone toneOf(Phase phase)
{
    switch (phase) {
    case Phase::Running:
        return Look::Tone::Good;
    case Phase::Changing:
        return Look::Tone::Busy;
    case Phase::Failed:
        return Look::Tone::Bad;
    case Phase::Stopped:
        return Look::Tone::Idle;
    }
    return Look::Tone::Idle;
}

QString phaseWord(Phase phase)
{
    switch (phase) {
    case Phase::Running:
        return Words::tr("Running");
    case Phase::Changing:
        return Words::tr("Changing");
    case Phase::Failed:
        return Words::tr("Failed");
    case Phase::Stopped:
        return Words::tr("Stopped");
    }
    return {};
}

static bool isPrepaid(const Deployment &deployment)
{
    return deployment.chargeType == QLatin1String("pre_paid");
}

static QString runningMeaning(const Deployment &deployment)
{
    if (isPrepaid(deployment))
        return Words::tr("Running: paid in advance, whether it is used or not.");
    if (deployment.plan == QLatin1String("lora"))
        return Words::tr("Running: billed for the tokens it is sent and answers, free while idle.");
    if (deployment.plan.startsWith(QLatin1String("ptu")))
        return Words::tr("Running: its throughput is billed by the hour, used or not, until it is deleted.");
    if (deployment.capacity == 0)
        return Words::tr("Running without a unit: it answers no prompts. Scale it up to use it, or delete it.");
    return Words::tr("Running: it is billed by the hour, used or not, until it is deleted.");
}

static QString failedMeaning(const Deployment &deployment)
{
    if (deployment.failReason.isEmpty())
        return Words::tr("Failed: it does not answer and is not billed.");
    return Words::tr("Failed: it does not answer and is not billed. The service says: %1")
        .arg(Look::visible(deployment.failReason));
}

static QString arrearsMeaning(const Deployment &deployment)
{
    if (deployment.plan.startsWith(QLatin1String("ptu")))
        return Words::tr("Stopped because a bill is unpaid: it is kept and billed for 24 hours, then released.");
    return Words::tr("Stopped because a bill is unpaid: it does not answer and is not billed.");
}

QString statusMeaning(const Deployment &deployment)
{
    switch (deployment.status) {
    case Status::Unknown:
        return Words::tr("Slipway does not know this status. Count on it being billed.");
    case Status::Running:
        return runningMeaning(deployment);
    case Status::Pending:
    case Status::Deploying:
    case Status::WaitToDeploy:
        return Words::tr("Being deployed: it does not answer yet. Billing starts when it runs at the latest.");
    case Status::WaitPrePaidBillingToDeploying:
        return Words::tr("The order is being paid; it is deployed after that.");
    case Status::WaitPrePaidBillingToScaling:
        return Words::tr("The order is being paid; the capacity changes after that.");
    case Status::Updating:
    case Status::Scaling:
        return Words::tr("Its capacity is changing. It goes on answering, and it is billed.");
    case Status::UpdatingFailed:
        return Words::tr("The change failed. It goes on running as before, and it is billed.");
    case Status::Stopped:
    case Status::Suspended:
        return Words::tr("Stopped: it does not answer and is not billed.");
    case Status::Offlining:
    case Status::Stopping:
    case Status::Suspending:
        return Words::tr("Being stopped: billing ends when that is done.");
    case Status::Deleting:
        return Words::tr("Being deleted: billing ends when it is gone.");
    case Status::Deleted:
        return Words::tr("Deleted: it is no longer billed.");
    case Status::Failed:
        return failedMeaning(deployment);
    case Status::ArrearsDown:
        return arrearsMeaning(deployment);
    case Status::ArrearsRecovering:
    case Status::Starting:
    case Status::Recovering:
        return Words::tr("Coming back: it is billed again when it runs.");
    }
    return {};
}

QString planWord(const QString &raw)
{
    if (raw == QLatin1String("mu"))
        return Words::tr("Model units");
    if (raw == QLatin1String("cu"))
        return Words::tr("Compute units");
    if (raw == QLatin1String("lora"))
        return Words::tr("LoRA");
    if (raw == QLatin1String("ptu"))
        return Words::tr("Throughput");
    return Look::visible(raw);
}

QString numberText(std::optional<qint64> number)
{
    return number ? QLocale().toString(*number) : QString();
}

static QString orDash(std::optional<qint64> number)
{
    return number ? numberText(number) : QStringLiteral("–");
}

static QString throughputText(const PtuCapacity &capacity)
{
    return Words::tr("%1 in / %2 out").arg(orDash(capacity.inputTpm), orDash(capacity.outputTpm));
}

/// Whole thousands as "10K", whole millions as "2M"; anything else in full, so that nothing is rounded.
static QString shortNumber(std::optional<qint64> number)
{
    constexpr qint64 thousand = 1000;
    constexpr qint64 million = thousand * thousand;
    if (!number || *number == 0 || *number % thousand != 0)
        return orDash(number);
    return *number % million == 0 ? numberText(*number / million) + u'M' : numberText(*number / thousand) + u'K';
}

static QString shortThroughputText(const PtuCapacity &capacity)
{
    return Words::tr("%1 in / %2 out", "in a narrow column")
        .arg(shortNumber(capacity.inputTpm), shortNumber(capacity.outputTpm));
}

QString capacityText(const Deployment &deployment)
{
    if (deployment.capacity && deployment.readyCapacity)
        return numberText(deployment.readyCapacity) + u'/' + numberText(deployment.capacity);
    if (deployment.capacity || deployment.readyCapacity)
        return orDash(deployment.readyCapacity) + u'/' + orDash(deployment.capacity);
    return deployment.ptuCapacity ? shortThroughputText(*deployment.ptuCapacity) : QString();
}

QString capacitySentence(const Deployment &deployment)
{
    if (deployment.capacity && deployment.readyCapacity)
        return Words::tr("%1 of %2 units ready")
            .arg(numberText(deployment.readyCapacity), numberText(deployment.capacity));
    if (deployment.capacity)
        return Words::tr("%1 units assigned").arg(numberText(deployment.capacity));
    if (deployment.readyCapacity)
        return Words::tr("%1 units ready").arg(numberText(deployment.readyCapacity));
    if (!deployment.ptuCapacity)
        return {};
    return Words::tr("%1 tokens per minute").arg(throughputText(*deployment.ptuCapacity));
}

std::optional<double> readyShare(const Deployment &deployment)
{
    const bool isLeaving = deployment.status == Status::Deleting; // a full bar would say that it is done
    if (isLeaving || !deployment.capacity || !deployment.readyCapacity || *deployment.capacity <= 0)
        return std::nullopt;
    const double share = double(*deployment.readyCapacity) / double(*deployment.capacity);
    return qBound(0.0, share, 1.0);
}

QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return Words::tr("%n s", "seconds", int(qMax<qint64>(0, seconds)));
    if (seconds < 60 * 60)
        return Words::tr("%n min", "minutes", int(seconds / 60));
    if (seconds < 48 * 60 * 60)
        return Words::tr("%n h", "hours", int(seconds / 3600));
    return Words::tr("%n day(s)", "", int(qMin<qint64>(seconds / 86400, 1'000'000)));
}

QString dateText(QDate date)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return locale.toString(date, format);
}

QString listText(const QStringList &names)
{
    return names.join(Words::tr(", ", "between the names of a list"));
}

QString agoText(qint64 seconds)
{
    return Words::tr("%1 ago", "a duration").arg(durationText(seconds));
}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    constexpr qint64 clocksDiffer = -120;
    constexpr qint64 longAgo = 1000LL * 86400; // days tell a forgotten one better than a date does
    const qint64 seconds = time.secsTo(now);
    if (seconds < clocksDiffer || seconds > longAgo)
        return dateText(time.toLocalTime().date());
    if (seconds < 60)
        return Words::tr("just now");
    return agoText(seconds);
}

QString minuteText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return dateText(local.date()) + u' ' + local.time().toString(QStringLiteral("HH:mm"));
}

QString exactTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return dateText(local.date()) + u' ' + local.time().toString(QStringLiteral("HH:mm:ss"));
}

QString timeWithZone(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return dateText(local.date()) + u' ' + local.time().toString(QStringLiteral("HH:mm:ss.zzz")) + u' ' +
           local.toOffsetFromUtc(local.offsetFromUtc()).timeZoneAbbreviation();
}

QString verbWord(Mutation::Verb verb)
{
    switch (verb) {
    case Mutation::Verb::Create:
        return Words::tr("Deploy");
    case Mutation::Verb::Scale:
        return Words::tr("Scale");
    case Mutation::Verb::UpdateLimits:
        return Words::tr("Limits");
    case Mutation::Verb::Delete:
        return Words::tr("Delete");
    }
    return {};
}

QString stateWord(Mutation::State state)
{
    switch (state) {
    case Mutation::State::Sending:
        return Words::tr("Sending…");
    case Mutation::State::Accepted:
        return Words::tr("Accepted");
    case Mutation::State::Refused:
        return Words::tr("Refused");
    case Mutation::State::NotSent:
        return Words::tr("Not sent");
    case Mutation::State::Unknown:
        return Words::tr("Answer unknown");
    }
    return {};
}

Look::Tone toneOf(Mutation::State state)
{
    switch (state) {
    case Mutation::State::Sending:
        return Look::Tone::Busy;
    case Mutation::State::Accepted:
        return Look::Tone::Good;
    case Mutation::State::Refused:
    case Mutation::State::NotSent:
        return Look::Tone::Bad;
    case Mutation::State::Unknown:
        return Look::Tone::Warning;
    }
    return Look::Tone::Idle;
}

Glyph glyphOf(Mutation::State state)
{
    switch (state) {
    case Mutation::State::Sending:
        return Glyph::HalfDisc;
    case Mutation::State::Accepted:
        return Glyph::Disc;
    case Mutation::State::Refused:
        return Glyph::Cross;
    case Mutation::State::NotSent:
        return Glyph::Square;
    case Mutation::State::Unknown:
        return Glyph::Ring;
    }
    return Glyph::Ring;
}

QString progressText(const Mutation &mutation)
{
    const QString verb = verbWord(mutation.verb);
    switch (mutation.state) {
    case Mutation::State::Sending:
        return Words::tr("%1: sending…").arg(verb);
    case Mutation::State::Accepted:
        return Words::tr("%1 accepted").arg(verb);
    case Mutation::State::Refused:
        return Words::tr("%1 refused").arg(verb);
    case Mutation::State::NotSent:
        return Words::tr("%1 not sent").arg(verb);
    case Mutation::State::Unknown:
        return Words::tr("%1: %2", "verb, what became of it").arg(verb, stateWord(mutation));
    }
    return verb;
}

namespace {

/// "4 → 8" where the value before is known and another one.
QString changeText(const QString &before, const QString &wanted)
{
    return before.isEmpty() || before == wanted ? wanted : Words::tr("%1 → %2", "before, after").arg(before, wanted);
}

void addNumber(QStringList &parts, const QString &pattern, std::optional<qint64> before, std::optional<qint64> wanted)
{
    if (wanted)
        parts << pattern.arg(changeText(before ? numberText(before) : QString(), numberText(wanted)));
}

void addThroughput(QStringList &parts, const std::optional<PtuCapacity> &before,
                   const std::optional<PtuCapacity> &wanted)
{
    if (wanted)
        parts << Words::tr("throughput %1")
                     .arg(changeText(before ? throughputText(*before) : QString(), throughputText(*wanted)));
}

/// What was asked for, as a list of short phrases; one overload for each kind of request.
struct Asked
{
    const Figures &before;

    QStringList operator()(std::monostate) const { return {}; }

    QStringList operator()(const CreateRequest &request) const
    {
        QStringList parts;
        if (!request.plan.isEmpty())
            parts << planWord(request.plan);
        addNumber(parts, Words::tr("capacity %1"), {}, request.capacity);
        addThroughput(parts, {}, request.ptuCapacity);
        return parts;
    }

    QStringList operator()(const ScaleRequest &request) const
    {
        QStringList parts;
        addNumber(parts, Words::tr("capacity %1"), before.capacity, request.capacity);
        addThroughput(parts, before.ptuCapacity, request.ptuCapacity);
        return parts;
    }

    QStringList operator()(const LimitsRequest &request) const
    {
        QStringList parts;
        addNumber(parts, Words::tr("%1 requests per minute"), before.rpmLimit, request.rpmLimit);
        addNumber(parts, Words::tr("%1 tokens per minute"), before.tpmLimit, request.tpmLimit);
        return parts;
    }
};

} // namespace

static QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

QString askedSizeText(const Mutation &mutation)
{
    return joined(std::visit(Asked{mutation.before}, mutation.asked));
}

QString askedText(const Mutation &mutation)
{
    QStringList parts = std::visit(Asked{mutation.before}, mutation.asked);
    if (const auto *create = std::get_if<CreateRequest>(&mutation.asked))
        parts.prepend(Look::visible(create->modelName));
    return joined(parts);
}

} // namespace Slipway
