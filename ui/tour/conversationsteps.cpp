// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/chat/transcript.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

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

void Tour::planExportMenu(const QString &name, const char *action, std::function<bool()> shown, bool picture)
{
    const auto open = [this] { openMenu("exportConversation"); };
    const auto isOpen = [this, action] {
        return menu() && menu()->findChild<QAction *>(QLatin1String(action))->isEnabled();
    };
    m_steps.append({name, open, isOpen, picture});
    pass(
        name + QStringLiteral("-chosen"), [this, action] { Hand::choose(menu(), action); },
        [this, shown = std::move(shown)] { return !menu() && shown(); });
}

/// As JSON, to be imported again, and as Markdown, to be read.
void Tour::planExport()
{
    const QString json = QStringLiteral("conversation.json");
    const QString markdown = QStringLiteral("conversation.md");
    const auto isWritten = [this](const QString &file, const QByteArray &text) {
        QFile written(pathOf(file));
        return written.open(QIODevice::ReadOnly) && written.readAll().contains(text) &&
               find<QLabel>("conversationsNote")->text().contains(file);
    };
    const auto asks = [this] { return asksForFile(); };
    planExportMenu(QStringLiteral("conversation-export"), "exportJson", asks, true); // the others look the same
    passFile(QStringLiteral("conversation-exported"), pathOf(json),
             [isWritten, json] { return isWritten(json, "slipway"); });
    planExportMenu(QStringLiteral("conversation-markdown"), "exportMarkdown", asks);
    passFile(QStringLiteral("conversation-markdown-exported"), pathOf(markdown), [isWritten, markdown] {
        return isWritten(markdown, "# " + tr("How many units?").toUtf8()) &&
               isWritten(markdown, tr("Which protocol is this?").toUtf8());
    });
    planCopies();
}

/// The clipboard holds the last request in each of the three ways, and no key.
void Tour::planCopies()
{
    const auto isCopied = [](const QString &sign) {
        const QString text = QGuiApplication::clipboard()->text();
        return text.contains(sign) && text.contains(QLatin1String("DASHSCOPE_API_KEY")) &&
               text.contains(tr("Which protocol is this?"));
    };
    planExportMenu(QStringLiteral("copied-curl"), "copyCurl", [isCopied] { return isCopied(QStringLiteral("curl ")); });
    planExportMenu(QStringLiteral("copied-dashscope"), "copyDashScope",
                   [isCopied] { return isCopied(QStringLiteral("import dashscope")); });
    planExportMenu(QStringLiteral("copied-openai"), "copyOpenAi",
                   [isCopied] { return isCopied(QStringLiteral("from openai import OpenAI")); });
    add(QStringLiteral("copied"), {}, [this] { return button(QStringLiteral("conversationsNote")); });
}

/// The deployment is gone; what was said is found by its words, and read.
void Tour::planOutlived()
{
    add(
        QStringLiteral("outlived"),
        [this] {
            m_program.window().commands()->action(Commands::Id::Conversations)->trigger();
            Hand::replace(find<QLineEdit>("conversationsSearch"), tr("Which protocol is this?"));
        },
        [this] {
            const auto *text = find<Transcript>("conversationText");
            return dialog() && text->count() > 0 && shows(dialog(), tr("How many units?"), text->count()) &&
                   !store()->find(m_deployed);
        });
    pass(
        QStringLiteral("outlived-closed"),
        [this] {
            Hand::key(dialog(), Qt::Key_Escape);
            if (dialog())
                Hand::key(dialog(), Qt::Key_Escape); // the first one only left the search
        },
        [this] { return !dialog(); });
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
