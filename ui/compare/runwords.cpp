// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runwords.h"

#include "ui/chat/turnwords.h"
#include "ui/compare/comparewords.h"
#include "ui/errortext.h"
#include "ui/fleet/words.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway::RunWords {

using State = RunCell::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::RunWords)
};

static QString reason(const BadLine &line)
{
    switch (line.reason) {
    case BadLine::Reason::NotUtf8:
        return Words::tr("it is not UTF-8 text");
    case BadLine::Reason::TooLong:
        return Words::tr("it is longer than 1 MB");
    case BadLine::Reason::NotJson:
        return Words::tr("it is not a JSON object");
    case BadLine::Reason::NothingToAsk:
        return Words::tr("it has no “prompt” and no “messages” with something to ask");
    case BadLine::Reason::WrongPrompt:
        return Words::tr("its “prompt” is not a text");
    case BadLine::Reason::WrongMessages:
        return Words::tr("its “messages” are not a list of messages");
    case BadLine::Reason::WrongRole:
        return Words::tr("“%1” is not a role; they are system, user and assistant")
            .arg(Look::visible(line.detail.left(40)));
    case BadLine::Reason::WrongContent:
        return Words::tr("the content of a message is not a text");
    case BadLine::Reason::NotAQuestion:
        return Words::tr("the last message is not the user's");
    }
    return {};
}

QString badLine(const BadLine &line)
{
    return Words::tr("Line %1: %2.").arg(QLocale().toString(line.line), reason(line));
}

QString state(State state)
{
    switch (state) {
    case State::Open:
        return Words::tr("To be asked");
    case State::Asked:
        return Words::tr("Asking…");
    case State::Complete:
        return Words::tr("Answered");
    case State::Stopped:
        return Words::tr("Stopped");
    case State::Cut:
        return Words::tr("Cut off");
    case State::Failed:
        return Words::tr("Failed");
    case State::Lost:
        return Words::tr("Lost");
    }
    return {};
}

Look::Tone tone(State state)
{
    switch (state) {
    case State::Complete:
        return Look::Tone::Good;
    case State::Asked:
        return Look::Tone::Busy;
    case State::Cut:
    case State::Lost:
        return Look::Tone::Warning;
    case State::Failed:
        return Look::Tone::Bad;
    case State::Open:
    case State::Stopped:
        break;
    }
    return Look::Tone::Idle;
}

static QString payment(const QList<ComparedModel> &models)
{
    QStringList byToken;
    bool isFree = true;
    for (const ComparedModel &model : models) {
        isFree = isFree && model.isFree;
        if (!model.isFree && model.billing == Billing::ByToken)
            byToken += Look::visibleId(model.deployedModel);
    }
    if (isFree)
        return Words::tr("Free: this account is simulated.");
    if (byToken.isEmpty())
        return Words::tr("These deployments are billed for the time they run, not by request.");
    return Words::tr("Billed by token: %1.").arg(byToken.join(QStringLiteral(", ")));
}

QString asked(const SetPrompt &prompt)
{
    constexpr qsizetype shown = 200;
    return prompt.messages.isEmpty() ? QString() : Look::visible(prompt.messages.constLast().content.left(shown));
}

QString plan(qsizetype prompts, const QList<ComparedModel> &models)
{
    const QString requests = Words::tr("%n requests", nullptr, int(prompts * models.size()));
    return Words::tr("This sends %1: %2 to each of %3.")
               .arg(requests, Words::tr("%n prompts", nullptr, int(prompts)),
                    Words::tr("%n deployments", nullptr, int(models.size()))) +
           u' ' + payment(models);
}

template<typename Count>
static QString progressOf(int all, const Count &count)
{
    const auto number = [&count](State state) { return QLocale().toString(count(state)); };
    QStringList parts{Words::tr("%1 of %2 answered").arg(number(State::Complete), QLocale().toString(all))};
    if (count(State::Failed) > 0)
        parts += Words::tr("%1 failed").arg(number(State::Failed));
    if (count(State::Lost) > 0)
        parts += Words::tr("%1 lost").arg(number(State::Lost));
    if (count(State::Cut) > 0)
        parts += Words::tr("%1 cut off").arg(number(State::Cut));
    if (count(State::Stopped) > 0)
        parts += Words::tr("%1 stopped").arg(number(State::Stopped));
    return parts.join(QStringLiteral(" · "));
}

QString progress(const RunIndex &index, int model)
{
    return progressOf(index.promptCount(), [&index, model](State state) { return index.count(model, state); });
}

QString progress(const RunIndex &index)
{
    return progressOf(index.promptCount() * index.modelCount(), [&index](State state) {
        int count = 0;
        for (int model = 0; model < index.modelCount(); ++model)
            count += index.count(model, state);
        return count;
    });
}

QString answered(const RunIndex &index, int prompt)
{
    int whole = 0;
    for (int model = 0; model < index.modelCount(); ++model)
        whole += index.cell(prompt, model).state == State::Complete ? 1 : 0;
    return Words::tr("%1 of %2", "answers").arg(QLocale().toString(whole), QLocale().toString(index.modelCount()));
}

static QString early(const RunTotals &totals)
{
    const QString tokens = QLocale().toString(totals.earlyOutputTokens);
    const QString text = Words::tr("%n ended early: about %1 tokens", nullptr, totals.early).arg(tokens);
    return totals.earlyYuan > 0 ? text + QStringLiteral(", ") + yuanText(totals.earlyYuan) : text;
}

QString totals(const RunIndex &index, int model)
{
    const RunTotals &totals = index.totals(model);
    QStringList parts;
    if (totals.firstTokens > 0)
        parts += Words::tr("first %1")
                     .arg(CompareWords::seconds(std::chrono::milliseconds(totals.firstTokenSum / totals.firstTokens)));
    if (totals.speeds > 0)
        parts += CompareWords::speed(totals.speedSum / totals.speeds);
    if (totals.outputTokens > 0)
        parts += Words::tr("%1 tokens out").arg(QLocale().toString(totals.outputTokens));
    if (totals.yuan > 0)
        parts += yuanText(totals.yuan);
    if (totals.earlyOutputTokens > 0)
        parts += early(totals);
    return parts.join(QStringLiteral(" · "));
}

QString trouble(const Run &run, int model)
{
    const RunLane &lane = run.lane(model);
    if (lane.halted()) {
        const ErrorText text = textOf(*lane.halted(), Deed::Prompt);
        const bool says = !text.service.isEmpty() && !run.index().isBlind();
        const QString service = says ? u' ' + text.service : QString();
        return Words::tr("Not asked any more: %1").arg(text.headline + service);
    }
    if (run.isRunning() && lane.isPaused()) {
        const auto seconds = (run.pauseLeft(model) + std::chrono::milliseconds(999)) / std::chrono::seconds(1);
        return Words::tr("Refused for now; goes on in %1 s").arg(QLocale().toString(qint64(seconds)));
    }
    return CompareWords::leftOut(run.leftOut(model));
}

QString known(const KnownRun &run)
{
    QStringList names;
    for (const ComparedModel &model : run.header.models)
        names += Look::visibleId(model.deployedModel);
    return QStringLiteral("%1 · %2 · %3 · %4")
        .arg(minuteText(run.header.created), Look::visible(run.header.source),
             Words::tr("%n prompts", nullptr, run.header.prompts), names.join(QStringLiteral(", ")));
}

} // namespace Slipway::RunWords
