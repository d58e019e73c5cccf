// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/fold.h"

class QPlainTextEdit;

namespace Slipway {

class CopyButton;

/// A fold that shows the exact body that would be sent, to read and to copy.
class RequestView : public Fold
{
    Q_OBJECT
public:
    explicit RequestView(QWidget *parent = nullptr);

    void setBody(const QByteArray &json); ///< as sent, indented
    void retranslate();

private:
    QPlainTextEdit *m_text;
    CopyButton *m_copy;
};

} // namespace Slipway
