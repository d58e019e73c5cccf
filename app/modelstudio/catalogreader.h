// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/catalog.h"

namespace Slipway {

class Json;

/// One entry of the catalog, in either shape (deployments.md §4.1), or nothing where it is no object with a
/// `model_name`. `source` is what was asked for; an entry that names its own source keeps that.
std::optional<CatalogModel> readCatalogModel(const Json &object, ModelSource source);

} // namespace Slipway
