// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/inquirywords.h"

#include "ui/fleet/words.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

using Kind = Inquiry::Kind;
using Verb = Mutation::Verb;

struct InquiryWords
{
    Q_DECLARE_TR_FUNCTIONS(InquiryWords)
};

QString createdText(const Mutation &mutation)
{
    const QString id = Look::visible(mutation.deployedModel);
    if (mutation.place.isSimulated)
        return InquiryWords::tr("It was carried out: %1 is there. It is simulated and free.").arg(id);
    return InquiryWords::tr("It was carried out: %1 is there and is billed.").arg(id);
}

QString undeletedText(const Mutation &mutation, const QString &looks)
{
    if (mutation.place.isSimulated)
        return InquiryWords::tr("It was not carried out: %1 The deployment is still there.").arg(looks);
    return InquiryWords::tr("It was not carried out: %1 The deployment is still there and is billed.").arg(looks);
}

QString elsewhereText(const Mutation &mutation)
{
    const QString address = Look::visible(mutation.place.address);
    if (mutation.verb == Verb::Create)
        return InquiryWords::tr("The answer was lost, and it was sent to %1, which this account no longer shows. Look "
                                "there: it may exist and be billed.")
            .arg(address);
    return InquiryWords::tr("The answer was lost, and it was sent to %1, which this account no longer shows. Look "
                            "there for what became of it.")
        .arg(address);
}

QString otherKeyText(const Mutation &mutation)
{
    if (mutation.verb == Verb::Create)
        return InquiryWords::tr("The answer was lost, and it was sent with another key than this account has now. If "
                                "that key is another account's, look there: it may exist and be billed.");
    return InquiryWords::tr("The answer was lost, and it was sent with another key than this account has now. If that "
                            "key is another account's, look there for what became of it.");
}

QString happenedText(const Mutation &mutation)
{
    switch (mutation.verb) {
    case Verb::Create:
        return createdText(mutation);
    case Verb::Delete:
        return InquiryWords::tr("It was carried out: the deployment is gone or going.");
    case Verb::Scale:
    case Verb::UpdateLimits:
        break;
    }
    return InquiryWords::tr("It was carried out: the deployment is as was asked.");
}

QString notHappenedText(const Mutation &mutation)
{
    const QString looks = InquiryWords::tr("%n look(s) at the fleet do not show it.", nullptr, mutation.inquiry.looks);
    switch (mutation.verb) {
    case Verb::Create:
        return InquiryWords::tr("It was not carried out: %1 Nothing is billed for it.").arg(looks);
    case Verb::Delete:
        return undeletedText(mutation, looks);
    case Verb::Scale:
    case Verb::UpdateLimits:
        break;
    }
    return InquiryWords::tr("It was not carried out: %1 The deployment is as before.").arg(looks);
}

QString cannotTellText(const Mutation &mutation)
{
    const auto count = int(mutation.inquiry.candidates.size());
    if (mutation.verb == Verb::Create && count > 0)
        return InquiryWords::tr("Only you can tell: %n deployment(s) may have come from it.", nullptr, count);
    if (mutation.verb == Verb::Create)
        return InquiryWords::tr("Too little is known of it to look for it. Look through the table yourself.");
    return InquiryWords::tr("The deployment is gone, so nothing shows whether it was carried out.");
}

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::None:
    case Kind::Checking:
        return InquiryWords::tr("Unknown, checking");
    case Kind::Happened:
        return InquiryWords::tr("Carried out");
    case Kind::NotHappened:
        return InquiryWords::tr("Not carried out");
    case Kind::CannotTell:
        return InquiryWords::tr("Unclear");
    case Kind::Elsewhere:
        return InquiryWords::tr("Sent elsewhere");
    case Kind::OtherKey:
        return InquiryWords::tr("Sent with another key");
    }
    return {};
}

} // namespace

QString stateWord(const Mutation &mutation)
{
    return mutation.state == Mutation::State::Unknown ? kindWord(mutation.inquiry.kind) : stateWord(mutation.state);
}

Look::Tone toneOf(const Mutation &mutation)
{
    if (mutation.state != Mutation::State::Unknown)
        return toneOf(mutation.state);
    switch (mutation.inquiry.kind) {
    case Kind::None:
    case Kind::Checking:
    case Kind::CannotTell:
    case Kind::Elsewhere:
    case Kind::OtherKey:
        return Look::Tone::Warning;
    case Kind::Happened:
        return Look::Tone::Good;
    case Kind::NotHappened:
        return Look::Tone::Bad;
    }
    return Look::Tone::Warning;
}

QString subjectText(const Mutation &mutation)
{
    if (mutation.verb != Verb::Create)
        return Look::visible(mutation.deployedModel);
    const auto *asked = std::get_if<CreateRequest>(&mutation.asked);
    const QString model = Look::visible(mutation.modelName);
    if (!asked || asked->suffix.isEmpty())
        return model;
    return InquiryWords::tr("%1 (suffix %2)").arg(model, Look::visible(asked->suffix));
}

QString inquiryText(const Mutation &mutation)
{
    switch (mutation.inquiry.kind) {
    case Kind::None:
        return {};
    case Kind::Checking:
        return InquiryWords::tr("The answer was lost. Slipway looks at the fleet to find out what became of it, and "
                                "never sends it again by itself.");
    case Kind::Happened:
        return happenedText(mutation);
    case Kind::NotHappened:
        return notHappenedText(mutation);
    case Kind::CannotTell:
        return cannotTellText(mutation);
    case Kind::Elsewhere:
        return elsewhereText(mutation);
    case Kind::OtherKey:
        return otherKeyText(mutation);
    }
    return {};
}

QString lineAbout(const Mutation &mutation, const QString &sentences)
{
    return InquiryWords::tr("%1 %2: %3", "verb, deployment, sentences")
        .arg(verbWord(mutation.verb), subjectText(mutation), sentences);
}

int gravityOf(const Mutation &mutation)
{
    switch (mutation.inquiry.kind) {
    case Kind::CannotTell:
        return 4;
    case Kind::Elsewhere:
    case Kind::OtherKey:
    case Kind::NotHappened:
        return 3;
    case Kind::Checking:
        return 2;
    case Kind::Happened:
        return 1;
    case Kind::None:
        break;
    }
    return 0;
}

QString inquiryAction(const Mutation &mutation)
{
    const bool isCreate = mutation.verb == Verb::Create;
    switch (mutation.inquiry.kind) {
    case Kind::CannotTell:
        return mutation.inquiry.candidates.isEmpty() ? QString() : InquiryWords::tr("Choose which…");
    case Kind::NotHappened:
        return isCreate ? InquiryWords::tr("Send again…") : InquiryWords::tr("Show it");
    case Kind::Happened:
        return mutation.verb == Verb::Delete ? QString() : InquiryWords::tr("Show it");
    case Kind::Checking:
    case Kind::Elsewhere:
    case Kind::OtherKey:
    case Kind::None:
        break;
    }
    return {};
}

bool isFreshFind(const Mutation &mutation, const QDateTime &now)
{
    constexpr qint64 freshSeconds = 3600;
    return mutation.verb == Verb::Create && mutation.inquiry.kind == Kind::Happened &&
           mutation.inquiry.settled.secsTo(now) < freshSeconds;
}

QString foundText(const Mutation &mutation)
{
    return InquiryWords::tr("Found after a lost answer: it fits the deploy that was sent at %1.")
        .arg(exactTime(mutation.started));
}

} // namespace Slipway
