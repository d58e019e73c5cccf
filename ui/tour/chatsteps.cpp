// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/chat/transcript.h"
#include "ui/fleet/fleetview.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace Slipway {

void Tour::planChat()
{
    pass(
        QStringLiteral("chat-tab"), [this] { clickTab(1); },
        [this] {
            const auto *input = find<QPlainTextEdit>("prompt");
            return input && input->isVisible() && input->isEnabled();
        });
    add(
        QStringLiteral("chat-streaming"), [this] { ask(tr("Who are you? Show me a table and some code.")); },
        [this] {
            const Turn *turn = lastTurn();
            return turn && turn->state == Turn::State::Streaming && turn->content.size() > 120;
        });
    add(QStringLiteral("chat"), {}, [this] {
        return isAnswered() && lastTurn()->content.contains(QLatin1String("- [x]")) &&
               button(QStringLiteral("copyCode-"));
    });
    pass(
        QStringLiteral("code-copied"), [this] { Hand::click(button(QStringLiteral("copyCode-"))); },
        [this] {
            const QString code = QGuiApplication::clipboard()->text();
            return code.contains(u'\n') && lastTurn()->content.contains(u'\n' + code);
        });
    planBranches();
    planThinking();
    planBreaks();
    planRemoval();
    planPromptFiles();
    planPromptKeys();
    planSendKey();
    planDraft();
}

/// Another reply to a prompt, another prompt in the place of one, and back to what was there before.
void Tour::planBranches()
{
    const auto shows = [this](const char *name, const char *text) {
        const auto *count = find<QToolButton>(name);
        return isAnswered() && count && count->text() == QLatin1String(text);
    };
    pass(
        QStringLiteral("regenerated"), [this] { Hand::click(find<QToolButton>("regenerate-1-5-0")); },
        [this] { return isAnswered() && lastTurn()->branches == 2; });
    add(
        QStringLiteral("branches"), [this] { Hand::key(find<Transcript>("transcript"), Qt::Key_Home); },
        [this, shows] { return shows("branchCount-1-0-0", "2/2") && button(QStringLiteral("branchBack-1-0-0")); });
    pass(
        QStringLiteral("branch-back"), [this] { Hand::click(find<QToolButton>("branchBack-1-0-0")); },
        [this] { return lastTurn()->branch == 1; });
    pass(
        QStringLiteral("first-message"), [this] { Hand::key(find<Transcript>("transcript"), Qt::Key_Home); },
        [this] { return button(QStringLiteral("messageMenu-0-0-0")); });
    add(
        QStringLiteral("message-menu"), [this] { Hand::click(button(QStringLiteral("messageMenu-0-0-0"))); },
        [this] { return menu() && menu()->findChild<QAction *>(QStringLiteral("editMessage"))->isEnabled(); });
    add(
        QStringLiteral("edit"), [this] { Hand::choose(menu(), "editMessage"); },
        [this] {
            return find<QWidget>("editingBar")->isVisible() &&
                   find<QPlainTextEdit>("prompt")->toPlainText() == conversation()->turns().constFirst().content;
        });
    pass(
        QStringLiteral("edit-sent"), [this] { ask(tr("What is a model unit? Show me a table and some code.")); },
        [this] { return isAnswered() && conversation()->turns().constFirst().branches == 2; });
    add(
        QStringLiteral("edited"), [this] { Hand::key(find<Transcript>("transcript"), Qt::Key_Home); },
        [this, shows] { return shows("branchCount-0-0-0", "2/2") && button(QStringLiteral("branchBack-0-0-0")); });
    pass(
        QStringLiteral("edit-back"), [this] { Hand::click(button(QStringLiteral("branchBack-0-0-0"))); },
        [this, shows] { return shows("branchCount-0-0-0", "1/2") && lastTurn()->branches == 2; });
}

/// A reader opens the fold and scrolls up while the reply grows, which then stays where it is read.
void Tour::planThinking()
{
    struct Reading
    {
        qsizetype size = 0;
        int place = 0;
    };
    const auto reading = std::make_shared<Reading>();
    const auto transcript = [this] { return find<Transcript>("transcript"); };
    pass(
        QStringLiteral("thinking-on"), [this] { chooseSetting("thinking", Qt::Key_Down); },
        [this] { return conversation()->settings().parameters.enableThinking == true; });
    pass(
        QStringLiteral("thinking-asked"), [this] { ask(tr("Think first: how many units do I need?")); },
        [this, transcript] {
            const Turn *turn = lastTurn();
            return turn->state == Turn::State::Streaming && !turn->reasoning.isEmpty() && !turn->content.isEmpty() &&
                   !transcript()->replyMarkdown(transcript()->count() - 1).isEmpty(); // a frame later
        });
    add(
        QStringLiteral("latest"),
        [this, reading, transcript] {
            Hand::click(button(QStringLiteral("fold-3-")));
            Hand::key(transcript(), Qt::Key_Up);
            Hand::key(transcript(), Qt::Key_Up);
            *reading = {lastTurn()->content.size(), transcript()->verticalScrollBar()->value()};
        },
        [this, reading, transcript] {
            const auto *fold = find<QToolButton>("fold-3-1-0");
            return fold && fold->arrowType() == Qt::DownArrow && !transcript()->isFollowing() &&
                   lastTurn()->content.size() > reading->size + 100 && button(QStringLiteral("latest")) &&
                   transcript()->verticalScrollBar()->value() == reading->place;
        });
    pass(
        QStringLiteral("latest-back"), [this] { Hand::click(button(QStringLiteral("latest"))); },
        [this, transcript] {
            const QScrollBar *bar = transcript()->verticalScrollBar();
            return isAnswered() && bar->value() == bar->maximum() && !button(QStringLiteral("latest"));
        });
    add(
        QStringLiteral("thinking"),
        [transcript] {
            for (const int key : {Qt::Key_PageUp, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down})
                Hand::key(transcript(), key);
        },
        [this] { return button(QStringLiteral("fold-3-")) && button(QStringLiteral("latest")); });
    pass(
        QStringLiteral("thinking-off"), [this] { chooseSetting("thinking", Qt::Key_Up); },
        [this] { return !conversation()->settings().parameters.enableThinking; });
}

/// One reply stands still and is stopped, one breaks off and is continued.
void Tour::planBreaks()
{
    pass(
        QStringLiteral("stop-asked"),
        [this] {
            m_program.simulator().addFault(QStringLiteral("generate:1=stall=20000"));
            ask(tr("Tell me more."));
        },
        [this] { return lastTurn()->state == Turn::State::Streaming && lastTurn()->content.size() > 40; });
    add(
        QStringLiteral("stopped"), [this] { Hand::click(find<QAbstractButton>("sendOrStop")); },
        [this] {
            return lastTurn()->state == Turn::State::Stopped && !conversation()->isBusy() &&
                   button(QStringLiteral("goOn-"));
        });
    add(
        QStringLiteral("cut"),
        [this] {
            m_program.simulator().addFault(QStringLiteral("generate:1=cut=20000"));
            ask(tr("And then?"));
        },
        [this] { return lastTurn()->state == Turn::State::Cut && button(QStringLiteral("goOn-")); });
    add(
        QStringLiteral("continued"), [this] { Hand::click(button(QStringLiteral("goOn-"))); },
        [this] { return isAnswered() && lastTurn()->continues; });
}

void Tour::planRemoval()
{
    const auto count = std::make_shared<qsizetype>(0);
    pass(
        QStringLiteral("removal-menu-in-sight"), [this] { Hand::key(find<Transcript>("transcript"), Qt::Key_Home); },
        [this] { return button(QStringLiteral("messageMenu-0-0-0")); });
    pass(
        QStringLiteral("removal-menu"),
        [this, count] {
            *count = conversation()->turns().size();
            Hand::click(button(QStringLiteral("messageMenu-0-0-0")));
        },
        [this] { return menu() && menu()->findChild<QAction *>(QStringLiteral("removeMessage"))->isEnabled(); });
    add(
        QStringLiteral("removed"), [this] { Hand::choose(menu(), "removeMessage"); },
        [this, count] {
            return conversation()->turns().size() == *count - 1 &&
                   conversation()->turns().constFirst().role == Role::Assistant && button(QStringLiteral("undoClear"));
        });
    pass(
        QStringLiteral("removal-undone"), [this] { Hand::click(button(QStringLiteral("undoClear"))); },
        [this, count] {
            return conversation()->turns().size() == *count && find<Transcript>("transcript")->count() == *count &&
                   conversation()->turns().constFirst().role == Role::User && !button(QStringLiteral("undoClear"));
        });
}

void Tour::planPromptFiles()
{
    const QString first = tr("Compare two model units with one:\n");
    const QString second = tr("how long do the answers take, and what do they cost?\n");
    const auto prompt = [this] { return find<QPlainTextEdit>("prompt"); };
    add(
        QStringLiteral("prompt-dropped"),
        [this, prompt, first] {
            Hand::replace(prompt(), {});
            Hand::drop(prompt()->viewport(), written(QStringLiteral("prompt.txt"), first));
        },
        [prompt, first] { return prompt()->toPlainText() == first; });
    add(
        QStringLiteral("prompt-file"), [this] { Hand::click(find<QToolButton>("promptFile")); },
        [this] { return asksForFile(); });
    passFile(QStringLiteral("prompt-file-taken"), written(QStringLiteral("more.txt"), second),
             [prompt, first, second] { return prompt()->toPlainText() == first + second; });
    pass(
        QStringLiteral("prompt-cleared"), [prompt] { Hand::replace(prompt(), {}); },
        [prompt] { return prompt()->toPlainText().isEmpty(); });
}

/// What was asked comes back, and the box grows with its lines.
void Tour::planPromptKeys()
{
    const auto height = std::make_shared<int>(0);
    const auto prompt = [this] { return find<QPlainTextEdit>("prompt"); };
    pass(
        QStringLiteral("prompt-again"), [prompt] { Hand::key(prompt(), Qt::Key_Up); },
        [prompt] { return prompt()->toPlainText() == tr("And then?"); });
    add(
        QStringLiteral("prompt-grown"),
        [prompt, height] {
            *height = prompt()->height();
            Hand::key(prompt(), Qt::Key_End, Qt::ControlModifier);
            for (int i = 0; i < 3; ++i)
                Hand::key(prompt(), Qt::Key_Return, Qt::ShiftModifier);
        },
        [prompt, height] { return prompt()->blockCount() == 4 && prompt()->height() > *height; });
}

/// Enter breaks the line once Ctrl+Enter is chosen to send.
void Tour::planSendKey()
{
    const auto prompt = [this] { return find<QPlainTextEdit>("prompt"); };
    const auto open = [this] { openMenu("menuButton"); };
    const auto inMenu = [this](const char *name) { return menu() && menu()->objectName() == QLatin1String(name); };
    const auto openChoices = [this] { Hand::choose(menu(), "sendKeyChoices"); };
    pass(QStringLiteral("menu"), open, [inMenu] { return inMenu("mainMenu"); });
    add(QStringLiteral("send-key"), openChoices, [inMenu] { return inMenu("sendKeyMenu"); });
    pass(
        QStringLiteral("send-key-chosen"),
        [this, prompt] {
            Hand::choose(menu(), "ctrl-enter");
            Hand::replace(prompt(), tr("And then?"));
            Hand::key(prompt(), Qt::Key_Return);
        },
        [this, prompt] { return !menu() && prompt()->blockCount() == 2 && !conversation()->isBusy(); });
    pass(
        QStringLiteral("send-key-sends"),
        [this, prompt] {
            Hand::replace(prompt(), tr("And then?"));
            Hand::key(prompt(), Qt::Key_Return, Qt::ControlModifier);
        },
        [this, prompt] { return isAnswered() && prompt()->toPlainText().isEmpty(); });
    pass(QStringLiteral("menu-again"), open, [inMenu] { return inMenu("mainMenu"); });
    pass(QStringLiteral("send-key-again"), openChoices, [inMenu] { return inMenu("sendKeyMenu"); });
    pass(
        QStringLiteral("send-key-back"),
        [this, prompt] {
            Hand::choose(menu(), "enter");
            Hand::key(prompt(), Qt::Key_Up);
        },
        [this, prompt] { return !menu() && prompt()->toPlainText() == tr("And then?"); });
}

/// It stays with its deployment while another one is looked at.
void Tour::planDraft()
{
    const auto prompt = [this] { return find<QPlainTextEdit>("prompt"); };
    const auto show = [this](const QString &id) { m_program.window().findChild<FleetView *>()->setCurrentId(id); };
    pass(
        QStringLiteral("draft-left"),
        [this, show] {
            const auto &rows = store()->rows();
            const auto other = std::find_if(rows.begin(), rows.end(), [this](const Deployment &one) {
                return one.status == Status::Running && one.deployedModel != m_deployed;
            });
            if (other != rows.end())
                show(other->deployedModel);
        },
        [prompt] { return prompt()->isVisible() && prompt()->toPlainText().isEmpty(); });
    pass(
        QStringLiteral("draft-back"), [this, show] { show(m_deployed); },
        [prompt] { return prompt()->toPlainText().startsWith(tr("And then?")); });
    pass(
        QStringLiteral("draft-cleared"), [prompt] { Hand::replace(prompt(), {}); },
        [prompt] { return prompt()->toPlainText().isEmpty(); });
}

} // namespace Slipway
