// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Slipway {

/// Puts a text on the clipboard and says for a moment that it did.
class CopyButton : public QToolButton
{
    Q_OBJECT
public:
    explicit CopyButton(const QString &name, QWidget *parent = nullptr); ///< object name

    void setCopied(const QString &text) { m_text = text; } ///< what is copied
    void setWhat(const QString &what);                     ///< what it is, for those who cannot see where it stands

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_text;
};

} // namespace Slipway
