// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationparameters.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Slipway {

/// Below a reply that was refused for one parameter: offers to ask the same without it.
class RemedyBar : public QWidget
{
    Q_OBJECT
public:
    explicit RemedyBar(QWidget *parent = nullptr);

    void offer(std::optional<Parameter> parameter); ///< unset: nothing to offer, hidden

Q_SIGNALS:
    void accepted(Slipway::Parameter parameter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<Parameter> m_parameter;
    QLabel *m_words;
    QPushButton *m_send;
};

} // namespace Slipway
