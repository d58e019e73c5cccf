// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/chat/transcript.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractItemView>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

namespace Slipway {

/// What the table of conversations shows is this, with so many messages beside it.
static bool shows(const QWidget *window, const QString &title, qsizetype messages)
{
    const auto *table = window->findChild<QAbstractItemView *>(QStringLiteral("conversationsTable"));
    const auto *text = window->findChild<Transcript *>(QStringLiteral("conversationText"));
    return table && table->model()->rowCount() == 1 && text->count() == messages &&
           (title.isEmpty() || table->model()->index(0, 0).data().toString() == title);
}

void Tour::planConversations()
{
    add(
        QStringLiteral("conversations"),
        [this] {
            m_program.window().commands()->action(Commands::Id::Conversations)->trigger();
            Hand::type(find<QLineEdit>("conversationsSearch"), QStringLiteral("tour"));
        },
        [this] { return dialog() && shows(dialog(), {}, conversation()->turns().size()); });
    pass(
        QStringLiteral("conversation-rename"), [this] { Hand::click(find<QPushButton>("renameConversation")); },
        [this] { return find<QAbstractItemView>("conversationsTable")->viewport()->findChild<QLineEdit *>(); });
    add(
        QStringLiteral("conversation-renamed"),
        [this] {
            auto *title = find<QAbstractItemView>("conversationsTable")->viewport()->findChild<QLineEdit *>();
            Hand::replace(title, tr("How many units?"));
            Hand::key(title, Qt::Key_Return);
        },
        [this] {
            return conversation()->title() == tr("How many units?") &&
                   shows(dialog(), tr("How many units?"), conversation()->turns().size());
        });
    planExport();
    planRemovalForGood();
    planImport();
}

/// The button's menu takes over the event loop until it is closed, so it is pressed from the event loop.
void Tour::planExport()
{
    add(
        QStringLiteral("conversation-export"),
        [this] {
            auto *open = find<QPushButton>("exportConversation");
            QTimer::singleShot(0, open, [open] { Hand::click(open); });
        },
        [this] { return menu() && menu()->findChild<QAction *>(QStringLiteral("exportJson"))->isEnabled(); });
    pass(
        QStringLiteral("conversation-export-as"), [this] { Hand::choose(menu(), "exportJson"); },
        [this] { return asksForFile(); });
    passFile(QStringLiteral("conversation-exported"), pathOf(QStringLiteral("conversation.json")), [this] {
        return QFileInfo(pathOf(QStringLiteral("conversation.json"))).size() > 0 &&
               find<QLabel>("conversationsNote")->text().contains(QLatin1String("conversation.json"));
    });
}

void Tour::planRemovalForGood()
{
    add(
        QStringLiteral("conversation-removal"), [this] { Hand::click(find<QPushButton>("deleteConversation")); },
        [this] { return button(QStringLiteral("deleteForGood")); });
    pass(
        QStringLiteral("conversation-removed"), [this] { Hand::click(button(QStringLiteral("deleteForGood"))); },
        [this] {
            const auto *table = find<QAbstractItemView>("conversationsTable");
            return table->model()->rowCount() == 0 && conversation()->turns().isEmpty();
        });
}

/// What was exported comes back as it was, and is gone on with.
void Tour::planImport()
{
    pass(
        QStringLiteral("conversation-import"), [this] { Hand::click(find<QPushButton>("importButton")); },
        [this] { return asksForFile(); });
    passFile(QStringLiteral("conversation-import-chosen"), pathOf(QStringLiteral("conversation.json")),
             [this] { return find<QLabel>("conversationsNote")->text().contains(tr("How many units?")); });
    add(QStringLiteral("conversation-imported"), {}, [this] {
        const auto *text = find<Transcript>("conversationText");
        return text->count() > 0 && shows(dialog(), tr("How many units?"), text->count());
    });
    pass(
        QStringLiteral("conversation-opened"), [this] { Hand::click(button(QStringLiteral("openConversation"))); },
        [this] {
            return !dialog() && conversation()->title() == tr("How many units?") &&
                   find<Transcript>("transcript")->count() == conversation()->turns().size() && isAnswered();
        });
}

} // namespace Slipway
