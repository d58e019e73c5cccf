// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "app/modelstudio/gone.h"
#include "ui/look.h"

#include <QCoreApplication>
#include <QStringList>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::ErrorText)
};

bool isMutation(Deed deed)
{
    switch (deed) {
    case Deed::Create:
    case Deed::Scale:
    case Deed::UpdateLimits:
    case Deed::Delete:
        return true;
    case Deed::Read:
    case Deed::Catalog:
    case Deed::TestKey:
    case Deed::Prompt:
        return false;
    }
    return false;
}

QString badRequest(const QString &why)
{
    if (why == QLatin1String("plain-http"))
        return Words::tr("Plain http is only allowed to this computer itself. Use https.");
    if (why == QLatin1String("credentials"))
        return Words::tr("The URL must not contain a user name or a password.");
    if (why == QLatin1String("query"))
        return Words::tr("The URL must end with its path: no “?” and no “#”.");
    if (why == QLatin1String("scheme"))
        return Words::tr("The URL must begin with https://.");
    if (why == QLatin1String("empty"))
        return Words::tr("The base URL is missing.");
    if (why == QLatin1String("not-a-url"))
        return Words::tr("This is not a URL.");
    if (why == QLatin1String("key"))
        return Words::tr("The API key holds characters that no key has, so nothing was sent.");
    if (why == QLatin1String("workspace"))
        return Words::tr("The workspace id holds characters that no such id has, so nothing was sent.");
    return Words::tr("The request could not be made.");
}

QString unreachableHeadline(const Error &error)
{
    return error.detail.isEmpty() ? Words::tr("The service cannot be reached.")
                                  : Words::tr("The service cannot be reached: %1.").arg(Look::visible(error.detail));
}

QString distrust(const QString &why)
{
    if (why == QLatin1String("self-signed"))
        return Words::tr("its certificate is self-signed");
    if (why == QLatin1String("unknown-issuer"))
        return Words::tr("its certificate comes from an authority that this computer does not trust");
    if (why == QLatin1String("expired"))
        return Words::tr("its certificate has expired");
    if (why == QLatin1String("not-yet-valid"))
        return Words::tr("its certificate is not valid yet");
    if (why == QLatin1String("wrong-host"))
        return Words::tr("its certificate is for another host name");
    if (why == QLatin1String("revoked"))
        return Words::tr("its certificate was revoked");
    return why == QLatin1String("other") ? Words::tr("its certificate is not in order") : QString();
}

QString tlsHeadline(const Error &error)
{
    QStringList reasons;
    for (const QString &why : error.detail.split(u','))
        reasons += distrust(why);
    reasons.removeAll(QString());
    if (error.detail.isEmpty())
        return Words::tr("No trusted connection to the service could be made.");
    if (reasons.isEmpty()) // not the certificate, so the transport's own words
        reasons += Look::visible(error.detail);
    return Words::tr("No trusted connection to the service could be made: %1.")
        .arg(reasons.join(Words::tr(", ", "between two reasons")));
}

QString redirectHeadline(const Error &error)
{
    return error.detail.isEmpty() ? Words::tr("The server sent us to another address, which is never followed.")
                                  : Words::tr("The server sent us to another address, which is never followed: %1")
                                        .arg(Look::visible(error.detail));
}

bool isMissingEvent(const Error &error)
{
    return error.kind == Error::Kind::BadReply && error.detail == QLatin1String("missing event");
}

QString headline(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::InvalidRequest:
        return error.detail == u"journal" ? Words::tr("It could not be written into the journal, so it was not sent.")
                                          : badRequest(error.detail);
    case Error::Kind::Cancelled:
        return Words::tr("Stopped.");
    case Error::Kind::Unreachable:
        return unreachableHeadline(error);
    case Error::Kind::Tls:
        return tlsHeadline(error);
    case Error::Kind::Timeout:
        return Words::tr("The service did not answer in time.");
    case Error::Kind::Lost:
        return Words::tr("The connection ended before the answer was complete.");
    case Error::Kind::Redirected:
        return redirectHeadline(error);
    case Error::Kind::BadReply:
        return isMissingEvent(error) ? Words::tr("A part of the reply was lost on its way.")
                                     : Words::tr("What came back is not an answer of the service.");
    case Error::Kind::TooLarge:
        return Words::tr("The answer is larger than anything the service should send.");
    case Error::Kind::Unauthorized:
        return Words::tr("The service does not accept this API key (401).");
    case Error::Kind::Forbidden:
        return Words::tr("This key or workspace may not do that (403).");
    case Error::Kind::NotFound:
        return Words::tr("The service does not know it (404).");
    case Error::Kind::Conflict:
        return Words::tr("The service already has one of that name (409).");
    case Error::Kind::Throttled:
        return Words::tr("Too many requests for the moment (429).");
    case Error::Kind::Refused:
        return Words::tr("The service refused the request (%1).").arg(error.httpStatus);
    case Error::Kind::ServerFault:
        return Words::tr("The service is in trouble (%1).").arg(error.httpStatus);
    }
    return {};
}

QString mutationUnknown(Deed deed)
{
    switch (deed) {
    case Deed::Create:
        return Words::tr(
            "It may have been deployed all the same and be billed. It is not sent again by itself: look at the table, "
            "which is being read now, before you deploy again.");
    case Deed::Delete:
        return Words::tr(
            "It may be gone or may still be billed. It is not sent again by itself: the table, which is being read "
            "now, will show it.");
    case Deed::Scale:
    case Deed::UpdateLimits:
    case Deed::Read:
    case Deed::Catalog:
    case Deed::TestKey:
    case Deed::Prompt:
        break;
    }
    return Words::tr("The change may have been made all the same and be billed. It is not sent again by itself: the "
                     "table, which is being "
                     "read now, will show it.");
}

QString advice(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return Words::tr("Check the key, and that it belongs to this region.");
    case Error::Kind::Forbidden:
        return Words::tr("Check the workspace, and that the key belongs to it.");
    case Error::Kind::Tls:
        return Words::tr("Check the URL, the clock of this computer and the network; a proxy may be in between.");
    case Error::Kind::Unreachable:
        return Words::tr("Check the network and the base URL.");
    case Error::Kind::Redirected:
    case Error::Kind::BadReply:
        return Words::tr("Check the base URL; a proxy or a sign-in page may be in between.");
    case Error::Kind::Throttled:
        return Words::tr("Wait a little and try again.");
    case Error::Kind::Timeout:
    case Error::Kind::Lost:
    case Error::Kind::ServerFault:
        return Words::tr("Try again in a while.");
    case Error::Kind::Conflict:
        return Words::tr("Choose another suffix.");
    case Error::Kind::InvalidRequest:
    case Error::Kind::Cancelled:
    case Error::Kind::TooLarge:
    case Error::Kind::NotFound:
    case Error::Kind::Refused:
        break;
    }
    return {};
}

QString noHarm(Deed deed)
{
    switch (deed) {
    case Deed::Create:
        return Words::tr("Nothing was deployed and nothing is billed.");
    case Deed::Delete:
        return Words::tr("Nothing was deleted; it is billed as before.");
    case Deed::Scale:
    case Deed::UpdateLimits:
        return Words::tr("Nothing was changed; it is billed as before.");
    case Deed::Read:
        return Words::tr("The table shows the last good answer; deployments go on running and being billed.");
    case Deed::TestKey:
        return Words::tr("Nothing was saved.");
    case Deed::Catalog:
    case Deed::Prompt:
        break;
    }
    return {};
}

QString meaning(const Error &error, Deed deed)
{
    if (isMutation(deed) && mayHaveHappened(error))
        return mutationUnknown(deed);
    if (deed == Deed::Delete && wasAlreadyGone(error))
        return Words::tr("It was already gone: nothing is billed for it.");
    if (deed == Deed::Prompt && error.kind == Error::Kind::Cancelled)
        return {};
    if (isMissingEvent(error))
        return Words::tr("Ask again if you need it whole.");
    return twoSentences(noHarm(deed), advice(error));
}

QString serviceWords(const Error &error)
{
    const QString code = Look::visible(error.code);
    const QString message = Look::visible(error.message);
    if (code.isEmpty() || message.isEmpty())
        return code + message;
    return QStringLiteral("%1: %2").arg(code, message);
}

} // namespace

QString twoSentences(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return Words::tr("%1 %2", "two sentences, one after the other").arg(first, second);
}

QString ErrorText::whole() const
{
    QStringList lines{headline, meaning, service};
    if (!requestId.isEmpty())
        lines << Words::tr("Request id: %1").arg(requestId);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

ErrorText textOf(const Error &error, Deed deed)
{
    return {headline(error), meaning(error, deed), serviceWords(error), Look::visible(error.requestId)};
}

} // namespace Slipway
