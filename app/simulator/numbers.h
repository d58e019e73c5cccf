// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/deployed.h"
#include "app/simulator/refusal.h"

namespace Slipway::Simulator {

/// The whole number at `key`; nothing where it is absent or anything else (a text, 2.5).
std::optional<qint64> wholeNumber(const Json &body, const char *key);

/// Reads `key` as a capacity: a whole number, 0 or more, less than 1000, a multiple of `base`.
Check readCapacity(const Json &body, const char *key, qint64 base, std::optional<qint64> &capacity);

/// Reads an optional positive number.
Check readPositive(const Json &body, const char *key, qint64 most, std::optional<qint64> &number);

/// Reads ptu_capacity: input in steps of 10,000, output in steps of 1,000 tokens per minute. `input_tpm_quota` and
/// `output_tpm_quota` are understood too.
Check readThroughput(const Json &body, std::optional<Throughput> &throughput);

} // namespace Slipway::Simulator
