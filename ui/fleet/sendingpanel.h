// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/errortext.h"
#include "ui/look.h"

#include <QWidget>

class QPushButton;

namespace Slipway {

class CopyButton;

/// What became of the thing that was sent, between a dialog's form and its buttons: on its way, refused in the
/// service's own words with the request id, or unknown. Hidden while there is nothing to say.
class SendingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SendingPanel(QWidget *parent = nullptr);

    void showNothing();
    void showNote(const QString &headline, const QString &meaning, Look::Tone tone);
    void showError(const ErrorText &text, Look::Tone tone);
    void setAction(const QString &text); ///< a button that helps; an empty text takes it away

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void fill(const ErrorText &text, Look::Tone tone);

    Look::Tone m_tone = Look::Tone::Busy;
    QLabel *m_headline;
    QLabel *m_meaning;
    QLabel *m_service;
    QLabel *m_requestId;
    CopyButton *m_copy;
    QPushButton *m_action;
};

} // namespace Slipway
