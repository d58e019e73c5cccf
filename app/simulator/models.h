// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Slipway::Simulator {

/// What mu can be deployed on: one role ("unified"), or two ("prefill" and "decode") where `decodeUnit` is set.
struct Template
{
    QString id;            ///< deploy_spec
    QString modelUnitSpec; ///< MU1 …
    qint64 unit = 1;       ///< capacity_unit_per_instance of unified or prefill
    qint64 decodeUnit = 0; ///< of decode; 0: not separated
    bool separated() const { return decodeUnit > 0; }
};

/// One model that can be deployed.
struct ModelInfo
{
    enum class Kind { Text, Multimodal, Media };

    QString name;
    QString baseModel;
    bool custom = false; ///< the user's fine-tuned model
    Kind kind = Kind::Text;
    bool thinks = false;       ///< accepts enable_thinking
    bool openWeights = false;  ///< result_format message and incremental_output true unless told otherwise
    QList<Template> templates; ///< plan mu, where not empty
    bool lora = false;
    QString ptu;       ///< "ptu" or "ptu_v2" as the catalog lists it; empty: not offered
    qint64 cuUnit = 0; ///< base capacity of plan cu and of requests without a plan; 0: not offered

    /// base_capacity of the legacy catalog; unset where the model is billed by token or throughput only.
    std::optional<qint64> baseCapacity() const;
    const Template *find(const QString &templateId) const; ///< nullptr where not offered
};

/// Every model there is, those of the documents' tables; base models first.
const QList<ModelInfo> &allModels();

/// nullptr for an unknown name.
const ModelInfo *findModel(const QString &name);

} // namespace Slipway::Simulator
