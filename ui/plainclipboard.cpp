// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plainclipboard.h"

#include <QGuiApplication>
#include <QMimeData>

namespace Slipway {

PlainClipboard::PlainClipboard(QObject *parent) : QObject(parent)
{
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &PlainClipboard::makePlain);
}

bool PlainClipboard::isOurs(QClipboard::Mode mode)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return mode == QClipboard::Clipboard ? clipboard->ownsClipboard()
                                         : mode == QClipboard::Selection && clipboard->ownsSelection();
}

void PlainClipboard::makePlain(QClipboard::Mode mode)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *copied = isOurs(mode) ? clipboard->mimeData(mode) : nullptr;
    if (copied && copied->hasHtml())
        clipboard->setText(copied->text(), mode);
}

} // namespace Slipway
