// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

#include <string>

namespace Slipway::Simulator {

/// JSON whose keys stay in the order in which they were set, as the service's documents show them. The simulator has a
/// JSON library of its own so that client and simulator cannot agree on one mistake.
using Json = nlohmann::ordered_json;

inline QByteArray bytesOf(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Discarded (is_discarded()) where the bytes are not JSON or not UTF-8.
inline Json parsed(const QByteArray &bytes)
{
    return Json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
}

inline std::string utf8(const QString &text)
{
    return text.toStdString();
}

/// The string member `key`, or an empty text where there is none.
inline QString stringAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

} // namespace Slipway::Simulator
