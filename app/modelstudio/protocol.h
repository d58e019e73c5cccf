// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Slipway {

/// The service's own endpoint (inference.md §3), or the one that speaks like OpenAI's (§4).
enum class Protocol { Native, Compatible };

/// What an account asks for. Automatic begins natively and turns to the other endpoint where that is refused.
enum class ProtocolChoice { Automatic, Native, Compatible };

} // namespace Slipway
