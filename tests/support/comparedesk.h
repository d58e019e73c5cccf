// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/chatservice.h"
#include "tests/support/menuhand.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/transcript.h"
#include "ui/compare/answercolumn.h"
#include "ui/compare/comparewindow.h"

#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace Slipway {

inline ComparedModel compared(const QString &id)
{
    return {id, QStringLiteral("qwen3-32b"), false, Billing::ByTheHour, {}};
}

/// A window with the two deployments of a simulated service, and others if wished.
struct CompareDesk
{
    explicit CompareDesk(const QByteArray &reply = {}, double tokensPerSecond = 0, const QStringList &more = {}) :
        service(reply, tokensPerSecond)
    {
        QList<ComparedModel> models{compared(QStringLiteral("qwen3-32b-chat")),
                                    compared(QStringLiteral("qwen3-32b-other"))};
        models[1].billing = Billing::ByToken;
        models[1].price = TokenPrice{1, 2, {}, QDate(2026, 5, 30)};
        for (const QString &id : more)
            models += compared(id);
        const Account account{
            QStringLiteral("a"), QStringLiteral("team-prod"), Account::Origin::Saved, service.server->url(), {}};
        window = std::make_unique<CompareWindow>(GenerationApi(service.client.get()), account, models);
        window->showAgain();
        [this] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    }

    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    PromptEdit *prompt() const { return find<PromptEdit>("comparePrompt"); }
    QList<AnswerColumn *> columns() const
    {
        const auto *splitter = find<QSplitter>("compareSplitter");
        QList<AnswerColumn *> all;
        for (int i = 0; i < splitter->count(); ++i)
            all += qobject_cast<AnswerColumn *>(splitter->widget(i));
        return all;
    }
    const Turn &answer(int column) const { return *columns().at(column)->answer(); }
    QString figure(int column, const char *name) const
    {
        return columns().at(column)->findChild<QLabel *>(QLatin1String(name))->text();
    }
    void click(const char *name) const { QTest::mouseClick(find(name), Qt::LeftButton); }

    /// One of those that stand in a column's transcript.
    QToolButton *button(int column, const char *name) const
    {
        return columns().at(column)->transcript()->findChild<QToolButton *>(QLatin1String(name));
    }
    void press(int column, const char *name) const
    {
        QTRY_VERIFY(button(column, name) && button(column, name)->isEnabled());
        QTest::mouseClick(button(column, name), Qt::LeftButton);
    }
    /// From the menu of a message.
    void choose(int column, int index, const char *action) const
    {
        press(column, qPrintable(QStringLiteral("messageMenu-%1-0-0").arg(index)));
        const auto menu = [&] {
            return columns().at(column)->transcript()->findChild<QMenu *>(QStringLiteral("transcriptMenu"));
        };
        QTRY_VERIFY(menu() && menu()->isVisible());
        auto *wanted = menu()->findChild<QAction *>(QLatin1String(action));
        QVERIFY(wanted && wanted->isEnabled());
        clickAction(menu(), wanted);
        QTRY_VERIFY(!menu());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    QStringList prompts(int column) const
    {
        QStringList all;
        for (const Turn &turn : columns().at(column)->conversation()->turns()) {
            if (turn.role == Role::User)
                all += turn.content;
        }
        return all;
    }
    bool isAnswered() const { return !window->isBusy() && columns().at(0)->answer(); }
    void ask(const QString &prompt_) const
    {
        QTest::keyClicks(prompt(), prompt_);
        QTest::keyClick(prompt(), Qt::Key_Return);
    }
    qsizetype asked() const
    {
        const auto requests = service.server->requests();
        return std::count_if(requests.begin(), requests.end(),
                             [](const auto &request) { return request.path.endsWith("/generation"); });
    }

    qsizetype dropped() const
    {
        const auto requests = service.server->requests();
        return std::count_if(requests.begin(), requests.end(), [](const auto &request) {
            return request.fate == Simulator::RecordedRequest::Fate::Dropped;
        });
    }

    ChatService service;
    std::unique_ptr<CompareWindow> window;
};

} // namespace Slipway
