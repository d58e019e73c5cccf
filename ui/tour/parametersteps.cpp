// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Slipway {

void Tour::planParameters()
{
    pass(
        QStringLiteral("parameters-open"), [this] { Hand::click(find<QAbstractButton>("chatSettingsButton")); },
        [this] { return find<QPlainTextEdit>("systemPrompt")->isVisible(); });
    add(
        QStringLiteral("chat-parameters"),
        [this] {
            Hand::type(find<QPlainTextEdit>("systemPrompt"), tr("Answer in one sentence."));
            Hand::type(find<QLineEdit>("temperature"), QStringLiteral("0.3"));
            Hand::type(find<QLineEdit>("topK"), QStringLiteral("30"));
            Hand::click(find<QAbstractButton>("savePreset"));
            Hand::replace(find<QLineEdit>("presetName"), tr("Brief"));
            Hand::click(find<QAbstractButton>("presetYes"));
        },
        [this] { return find<QComboBox>("preset")->currentText() == tr("Brief"); });
    add(
        QStringLiteral("chat-refused"),
        [this] {
            m_program.simulator().addFault(
                QStringLiteral("generate:1=status=400,InvalidParameter,This model does not support top_k."));
            Hand::click(find<QAbstractButton>("chatSettingsButton"));
            ask(tr("And what is your name?"));
        },
        [this] { return find<QAbstractButton>("remedy")->isVisible(); });
    add(
        QStringLiteral("chat-without"),
        [this] {
            Hand::click(find<QAbstractButton>("remedy"));
            Hand::click(find<QAbstractButton>("chatSettingsButton"));
        },
        [this] { return isAnswered() && !find<QAbstractButton>("remedy")->isVisible(); });
    pass(
        QStringLiteral("parameters-closed"), [this] { Hand::click(find<QAbstractButton>("chatSettingsButton")); },
        [this] { return !find<QPlainTextEdit>("systemPrompt")->isVisible(); });
    planWholeReply();
    planProtocol();
}

/// A reply is asked for in one piece of a model that only streams.
void Tour::planWholeReply()
{
    const auto wantsWhole = [this] { return !conversation()->settings().stream; };
    pass(
        QStringLiteral("whole-reply"), [this] { chooseSetting("streaming", Qt::Key_End); }, wantsWhole);
    add(
        QStringLiteral("stream-only"),
        [this] {
            m_program.simulator().addFault(
                QStringLiteral("generate:1=status=400,InvalidParameter,This model only support stream mode, please "
                               "enable the stream parameter to access the model."));
            ask(tr("Which protocol is this?"));
        },
        [this] { return find<QAbstractButton>("remedy")->isVisible(); });
    pass(
        QStringLiteral("streamed"), [this] { Hand::click(find<QAbstractButton>("remedy")); },
        [this] { return isAnswered() && !find<QAbstractButton>("remedy")->isVisible(); });
    pass(
        QStringLiteral("whole-reply-off"), [this] { chooseSetting("streaming", Qt::Key_Home); },
        [wantsWhole] { return !wantsWhole(); });
}

/// What the service says where a deployment takes the OpenAI-compatible protocol alone.
void Tour::planProtocol()
{
    add(
        QStringLiteral("protocol"),
        [this] {
            m_program.simulator().addFault(
                QStringLiteral("generate:1=status=400,InvalidParameter,url error, please check url!"));
            ask(tr("Which protocol is this?"));
        },
        [this] {
            const Turn *turn = lastTurn();
            return isAnswered() && turn->protocolTurn && turn->protocolTurn->now == Protocol::Compatible;
        });
}

} // namespace Slipway
