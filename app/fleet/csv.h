// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

/// RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets guess another encoding.
namespace Slipway::Csv {

inline const QByteArray byteOrderMark = QByteArrayLiteral("\xef\xbb\xbf");

/// One cell, quoted where it must be. It cannot be taken for a formula: where one would begin, an apostrophe is put
/// before it.
QByteArray cell(const QString &text);

QByteArray record(const QByteArrayList &cells); ///< with its line end

} // namespace Slipway::Csv
