// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QToolButton;

namespace Slipway {

/// The one place that says what just went wrong, with the action that helps. Always there and always of one height, so
/// that nothing moves when a message comes; with nothing to say it shows a quiet summary. One message for each topic;
/// the one of the gravest topic is shown, the others are counted.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Topic {
        Leaving,
        Refused, ///< a key that can do nothing now
        Inquiry,
        Mutation,
        Journal,
        LeftOpen,
        Account,
        Environment,
        LeftBehind,
        Poll,
        Keychain,
        Offer
    }; ///< gravest first

    struct Message
    {
        Look::Tone tone = Look::Tone::Warning;
        QString text;      ///< one line; shown as it is
        QString detail;    ///< the whole story, for the tooltip and Copy
        QString requestId; ///< when not empty, a button copies it
        QString action;    ///< a button's text; empty: none
        std::function<void()> onAction;
        QString otherAction; ///< a second button, for another way out; empty: none
        std::function<void()> onOtherAction;
        bool dismissible = true;
        std::function<void()> onDismiss; ///< after the message has gone
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Topic topic, const Message &message);
    void clear(Topic topic);
    void clearAll();
    bool has(Topic topic) const { return m_messages.contains(topic); }
    QString text() const; ///< what is shown

    /// What is shown with nothing to say, and a button beside it unless `action` is empty.
    void setSummary(const QString &summary, const QString &action = {}, std::function<void()> onAction = {});

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void update();
    void elide();
    void act(std::function<void()> Message::*what);
    void retranslate();
    std::optional<Topic> shown() const;
    Message present() const; ///< of the topic that is shown, or the summary

    QMap<Topic, Message> m_messages;
    Message m_summary;
    QLabel *m_text;
    QLabel *m_more;
    QToolButton *m_action;
    QToolButton *m_otherAction;
    QToolButton *m_copy;
    QToolButton *m_dismiss;
};

} // namespace Slipway
