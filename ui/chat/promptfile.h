// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

/// A prompt read from a file: UTF-8 text of at most one MiB, line ends as LF, without a byte order mark.
struct PromptFile
{
    static constexpr qint64 mostBytes = qint64{1024} * 1024;

    QString text;
    QString problem; ///< a sentence where it cannot be used; `text` is empty then

    static PromptFile read(const QString &path);
};

} // namespace Slipway
