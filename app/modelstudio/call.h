// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Slipway {

/// One exchange under way, from one request to a list of many pages. Made by an api class, which owns it; deletes
/// itself after it answered. Its callback is called exactly once, never before the function that started it returned,
/// and never after the owner given to that function is gone (then the exchange is stopped).
class Call : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stops the exchange now. The callback still comes, once, with Kind::Cancelled, unless an answer is already on its
    /// way.
    virtual void cancel() = 0;
};

} // namespace Slipway
