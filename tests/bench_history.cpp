// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_history REPLY.md: opens a conversation of 500 messages and 2 MB from its file, as at a start, then lists and
// searches 2,000 conversations in their window. Prints figures, asserts nothing.
#include "app/chat/conversations.h"
#include "app/chat/historyfolder.h"
#include "app/modelstudio/client.h"
#include "tests/support/benchmark.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/conversationswindow.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

const QString model = QStringLiteral("bench");

void keep(const ConversationRecord &record, const QString &folder)
{
    QFile file(folder + u'/' + record.id + QStringLiteral(".jsonl"));
    if (file.open(QIODevice::WriteOnly))
        file.write(HistoryLines::all(record).join('\n') + '\n');
}

/// Every other one short.
ConversationRecord talk(const QString &text, int messages, qsizetype length)
{
    ConversationRecord record = newRecord(model);
    int last = 0;
    for (int i = 0; i < messages; ++i) {
        Turn turn;
        turn.role = i % 2 == 0 ? Role::User : Role::Assistant;
        turn.at = QDateTime::currentDateTimeUtc();
        turn.content =
            i % 2 == 0 ? QStringLiteral("A question, number %1").arg(i) : text.mid((i * 4001) % 90000, length);
        last = record.tree.add(turn, last);
    }
    return record;
}

/// The longest time in which the event loop did nothing else.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            m_clock.start();
        });
        m_timer.start(1);
        begin();
    }
    void begin()
    {
        m_longest = 0;
        m_clock.start();
    }
    double longest() const { return double(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

class HistoryBench : public QObject
{
public:
    explicit HistoryBench(const QString &text) :
        m_client(endpointAt(QUrl(QStringLiteral("http://127.0.0.1:1")), {}, "x"))
    {
        const ConversationRecord record = talk(text, 500, 6800);
        keep(record, m_long.path());
        HistoryState state;
        state.deployments.insert(model, {record.id, {}});
        QFile file(m_long.filePath(QStringLiteral("open.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytesOf(state));
        for (int i = 0; i < 2000; ++i)
            keep(talk(text + QStringLiteral(" needle"), 6, 4000), m_many.path());
        m_pane.resize(640, 800);
        m_pane.show();
        QTimer::singleShot(1s, this, &HistoryBench::openLong);
    }

private:
    void openLong()
    {
        m_stalls.begin();
        m_clock.start();
        m_conversations = std::make_unique<Conversations>(GenerationApi(&m_client), m_long.path());
        Conversation *conversation = m_conversations->of(model);
        m_pane.setConversation(conversation, nullptr);
        connect(conversation, &Conversation::opened, this, [this] {
            m_pane.grab();
            Bench::print(QStringLiteral("history_open"), double(m_clock.nsecsElapsed()) / 1e6, "ms");
            QTimer::singleShot(2s, this, &HistoryBench::listMany);
        });
    }

    void listMany()
    {
        Bench::print(QStringLiteral("history_open_longest_stretch"), m_stalls.longest(), "ms");
        m_pane.setConversation(nullptr, nullptr);
        m_conversations = std::make_unique<Conversations>(GenerationApi(&m_client), m_many.path());
        m_window.setConversations(m_conversations.get(), {}, false);
        m_stalls.begin();
        m_clock.start();
        m_window.showAll();
        waitFor(2000, [this] {
            Bench::print(QStringLiteral("history_list_2000"), double(m_clock.nsecsElapsed()) / 1e6, "ms");
            QTimer::singleShot(1s, this, &HistoryBench::search);
        });
    }

    void search()
    {
        Bench::print(QStringLiteral("history_list_2000_longest_stretch"), m_stalls.longest(), "ms");
        m_stalls.begin();
        m_clock.start();
        m_window.findChild<QLineEdit *>()->setText(QStringLiteral("no such words"));
        waitFor(0, [this] {
            Bench::print(QStringLiteral("history_search_2000"), double(m_clock.nsecsElapsed()) / 1e6, "ms");
            m_window.findChild<QLineEdit *>()->setText(QStringLiteral("question")); // all of them again
            waitFor(2000, [this] {
                Bench::print(QStringLiteral("history_search_2000_longest_stretch"), m_stalls.longest(), "ms");
                QCoreApplication::exit();
            });
        });
    }

    template<typename Act>
    void waitFor(int rows, Act act)
    {
        if (m_window.findChild<QTableView *>()->model()->rowCount() == rows)
            act();
        else
            QTimer::singleShot(1ms, this, [this, rows, act] { waitFor(rows, act); });
    }

    QTemporaryDir m_long;
    QTemporaryDir m_many;
    Client m_client;
    std::unique_ptr<Conversations> m_conversations;
    ChatPane m_pane;
    ConversationsWindow m_window;
    StallMeter m_stalls;
    QElapsedTimer m_clock;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    HistoryBench bench(QString::fromUtf8(file.readAll()));
    return QApplication::exec();
}
