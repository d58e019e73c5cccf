// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QClipboard>
#include <QObject>

namespace Slipway {

/// While it lives, whatever this program copies is plain text, also where Qt would offer it as a document beside: what
/// is selected in a label. What other programs copy stays as it is.
class PlainClipboard : public QObject
{
    Q_OBJECT
public:
    explicit PlainClipboard(QObject *parent = nullptr);

private:
    static bool isOurs(QClipboard::Mode mode);
    static void makePlain(QClipboard::Mode mode);
};

} // namespace Slipway
