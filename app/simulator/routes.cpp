// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes.h"

#include "app/simulator/catalogroute.h"
#include "app/simulator/changeroutes.h"
#include "app/simulator/compatibleroute.h"
#include "app/simulator/createroute.h"
#include "app/simulator/nativeroute.h"
#include "app/simulator/readroutes.h"

namespace Slipway::Simulator {

namespace {

QStringList segmentsOf(const QByteArray &path)
{
    QStringList segments;
    for (const QByteArray &each : path.split('/'))
        if (!each.isEmpty())
            segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(each)));
    return segments;
}

Destination forVerb(const HttpRequest &request, const char *verb, Route route, const QString &id = {})
{
    return {request.verb == verb ? route : Route::WrongVerb, id, false};
}

Destination deployments(const HttpRequest &request, const QStringList &rest)
{
    if (rest.isEmpty())
        return request.verb == "POST" ? Destination{Route::Create} : forVerb(request, "GET", Route::List);
    const QString &id = rest.first();
    if (rest.size() == 1 && id == u"models")
        return forVerb(request, "GET", Route::Catalog);
    if (rest.size() == 1)
        return request.verb == "DELETE" ? Destination{Route::Delete, id} : forVerb(request, "GET", Route::Get, id);
    if (rest.size() == 2 && rest.last() == u"scale")
        return forVerb(request, "PUT", Route::Scale, id);
    if (rest.size() == 2 && rest.last() == u"update")
        return forVerb(request, "PUT", Route::Update, id);
    return {};
}

Check checkKey(const Exchange &exchange)
{
    const QByteArray authorization = exchange.request.header("Authorization");
    const QByteArray key = authorization.startsWith("Bearer ") ? authorization.mid(7).trimmed() : QByteArray();
    const bool good = exchange.options.apiKey.isEmpty() ? !key.isEmpty() : key == exchange.options.apiKey;
    return good ? Check() : Refuse::badKey();
}

Check checkWorkspace(const Exchange &exchange)
{
    const QString workspace = QString::fromUtf8(exchange.request.header("X-DashScope-WorkSpace"));
    if (exchange.options.workspace.isEmpty() || workspace.isEmpty() || workspace == exchange.options.workspace)
        return std::nullopt;
    const bool plausible = workspace.startsWith(u"llm-") || workspace.startsWith(u"ws_");
    return plausible ? Refuse::workspaceDenied() : Refuse::notAuthorized();
}

Reply routed(Route route, const Exchange &exchange)
{
    switch (route) {
    case Route::Catalog:
        return catalog(exchange);
    case Route::List:
        return list(exchange);
    case Route::Get:
        return get(exchange);
    case Route::Create:
        return create(exchange);
    case Route::Scale:
        return scale(exchange);
    case Route::Update:
        return update(exchange);
    case Route::Delete:
        return remove(exchange);
    case Route::Generate:
        return generateNatively(exchange);
    case Route::GenerateMultimodal:
        return generateMultimodally(exchange);
    case Route::GenerateCompatible:
        return generateCompatibly(exchange);
    case Route::WrongVerb:
        return refused(Refuse::verb(exchange.request.verb), exchange.requestId);
    case Route::Unknown:
        break;
    }
    return refused(Refuse::unknownPath(), exchange.requestId);
}

} // namespace

Destination destinationOf(const HttpRequest &request)
{
    const QStringList segments = segmentsOf(request.path);
    const QStringList root = segments.mid(0, 2);
    const QStringList rest = segments.mid(2);
    if (root == QStringList{QStringLiteral("compatible-mode"), QStringLiteral("v1")}) {
        Destination destination;
        if (rest.join(u'/') == u"chat/completions")
            destination = forVerb(request, "POST", Route::GenerateCompatible);
        destination.compatible = true;
        return destination;
    }
    if (root != QStringList{QStringLiteral("api"), QStringLiteral("v1")} || rest.isEmpty())
        return {};
    if (rest.first() == u"deployments")
        return deployments(request, rest.mid(1));
    const QString path = rest.join(u'/');
    if (path == u"services/aigc/text-generation/generation")
        return forVerb(request, "POST", Route::Generate);
    if (path == u"services/aigc/multimodal-generation/generation")
        return forVerb(request, "POST", Route::GenerateMultimodal);
    return {};
}

Reply answer(const Destination &destination, const Exchange &exchange)
{
    Check refusal = checkKey(exchange);
    if (!refusal)
        refusal = checkWorkspace(exchange);
    if (!refusal && destination.compatible && destination.route == Route::Unknown)
        refusal = Refuse::unknownPath();
    if (!refusal && destination.compatible && destination.route == Route::WrongVerb)
        refusal = Refuse::verb(exchange.request.verb);
    if (!refusal)
        return routed(destination.route, exchange);
    return destination.compatible ? refusedCompatibly(*refusal, exchange.requestId)
                                  : refused(*refusal, exchange.requestId);
}

} // namespace Slipway::Simulator
