// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/presets.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"

#include <QLabel>
#include <QSettings>

namespace Slipway {

void ChatPane::setPreferences(QSettings *settings)
{
    if (!m_presets) {
        m_presets = new Presets(settings, this);
        m_settings->setPresets(m_presets);
    }
    m_prompt->setSendKey(sendKeyOf(settings->value(sendKeySetting()).toString()));
    showState();
}

void ChatPane::setPromptHistory(PromptHistory *prompts)
{
    if (m_prompts)
        m_prompts->disconnect(this);
    m_prompts = prompts;
    if (prompts)
        connect(prompts, &PromptHistory::forgotten, this, &ChatPane::showPrompts);
    showPrompts();
}

void ChatPane::setPricing(Pricing pricing)
{
    m_pricing = pricing;
    showState();
}

void ChatPane::showFigures()
{
    const Deployment *deployment = m_deployment ? &*m_deployment : nullptr;
    m_conversation->setTokenRate(deployment ? tokenRate(*deployment, m_pricing) : std::nullopt);
    const QString figures = figuresOf(m_conversation->record().tree.everyTurn(), deployment, m_pricing);
    m_figures->setText(
        QString(figures).replace(QStringLiteral(" · "), QStringLiteral(" ·\u00a0"))); // no line ends with a dot
    m_figures->setVisible(!m_figures->text().isEmpty());
}

void ChatPane::retryWithout(Parameter parameter)
{
    if (!mayAsk())
        return;
    m_conversation->retryWithout(parameter);
    m_prompt->setFocus();
}

} // namespace Slipway
