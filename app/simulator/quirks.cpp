// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/quirks.h"

namespace Slipway::Simulator {

namespace {

Check refuseParameter(const DeployedModel &model, const Json &parameters)
{
    for (auto each = parameters.begin(); each != parameters.end(); ++each) {
        const QString name = QString::fromStdString(each.key());
        const QString dashed = QString(name).replace(u'_', u'-');
        if (!each->is_null() && model.name.contains(QStringLiteral("no-") + dashed))
            return Refuse::parameter(QStringLiteral("This model does not support %1.").arg(name));
    }
    return std::nullopt;
}

} // namespace

Check refuseByName(const DeployedModel &model, const Json &parameters, Dialect dialect, bool stream)
{
    if (dialect == Dialect::Compatible && model.name.contains(u"native-only"))
        return Refusal{404, QStringLiteral("model_not_supported"),
                       QStringLiteral("Unsupported model %1 for OpenAI compatibility mode.").arg(model.id)};
    if (dialect == Dialect::Native && model.name.contains(u"compatible-only"))
        return Refuse::parameter(QStringLiteral("url error, please check url！"));
    if (!stream && model.name.contains(u"stream-only"))
        return Refuse::parameter(QStringLiteral(
            "This model only support stream mode, please enable the stream parameter to access the model."));
    return refuseParameter(model, parameters);
}

} // namespace Slipway::Simulator
