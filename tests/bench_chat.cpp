// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_chat REPLY.md [EVENTS-PER-SECOND]: streams the file into a transcript in deltas of four code points, at full
// speed unless a pace is given, then opens a conversation of 500 messages and 2 MB. Prints figures, asserts nothing.
#include "ui/chat/transcript.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTextStream>

#include <ctime>

using namespace Slipway;

namespace {

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

void print(const char *name, double value, const char *unit)
{
    QTextStream(stdout) << name << ' ' << QString::number(value, 'f', 3) << ' ' << unit << Qt::endl;
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
        m_clock.start();
        m_timer.start(1);
    }
    double longest() const { return double(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

/// Hands out a text as a service would. At full speed one turn of the event loop brings about as much as one read of a
/// socket.
class Stream : public QObject
{
    Q_OBJECT
public:
    Stream(const QString &text, int pace, Transcript *transcript) : m_text(text), m_pace(pace), m_transcript(transcript)
    {
        m_turn.role = Role::Assistant;
        m_turn.state = Turn::State::Streaming;
        m_transcript->addTurn(m_turn);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Stream::step);
        m_clock.start();
        m_timer.start(pace > 0 ? 4 : 0);
    }

Q_SIGNALS:
    void ended();

private:
    void step()
    {
        static constexpr qint64 eventsPerRead = 60; // 16 kB of the wire
        const qint64 due = m_pace > 0 ? m_clock.elapsed() * m_pace / 1000 : m_events + eventsPerRead;
        for (; m_events < due && m_at < m_text.size(); ++m_events) {
            m_turn.content += QStringView(m_text).mid(m_at, 4);
            m_at += 4;
        }
        if (m_at >= m_text.size()) {
            m_timer.stop();
            m_turn.state = Turn::State::Complete;
        }
        m_transcript->updateTurn(m_transcript->count() - 1, m_turn);
        if (m_at >= m_text.size())
            Q_EMIT ended();
    }

    QString m_text;
    int m_pace;
    Transcript *m_transcript;
    Turn m_turn;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qsizetype m_at = 0;
    qint64 m_events = 0;
};

QList<Turn> longConversation(const QString &text)
{
    QList<Turn> turns;
    for (int i = 0; i < 500; ++i) {
        Turn turn;
        turn.role = i % 2 == 0 ? Role::User : Role::Assistant;
        turn.content = i % 2 == 0 ? QStringLiteral("A question, number %1").arg(i) : text.mid((i * 4001) % 20000, 6000);
        turns.append(turn);
    }
    return turns;
}

void openLong(Transcript &transcript, const QString &text)
{
    const QList<Turn> turns = longConversation(text);
    QElapsedTimer clock;
    clock.start();
    transcript.setTurns(turns);
    transcript.viewport()->repaint();
    print("conversation_open", double(clock.nsecsElapsed()) / 1e6, "ms");
    double longest = 0;
    QScrollBar *bar = transcript.verticalScrollBar();
    for (int i = 0; i < 300; ++i) {
        clock.start();
        bar->setValue(i < 200 ? bar->value() - 120 : bar->maximum() * (i - 200) / 100);
        transcript.viewport()->repaint();
        longest = std::max(longest, double(clock.nsecsElapsed()) / 1e6);
    }
    print("conversation_scroll_longest_frame", longest, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QString text = QString::fromUtf8(file.readAll());
    Transcript transcript;
    transcript.resize(900, 700);
    transcript.show();
    Turn warm; // fonts are loaded when they are first drawn
    warm.role = Role::Assistant;
    warm.content = text.first(qMin<qsizetype>(4000, text.size()));
    transcript.setTurns({warm});
    transcript.viewport()->repaint();
    const double before = cpuSeconds();
    StallMeter meter;
    Stream stream(text, argc > 2 ? atoi(argv[2]) : 0, &transcript);
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&stream, &Stream::ended, &application, [&] {
        const double last = double(clock.nsecsElapsed()) / 1e6;
        QTimer::singleShot(50, &application, [&, last] {
            print("reply_cpu", cpuSeconds() - before, "s");
            print("reply_stall", meter.longest(), "ms");
            print("reply_time", last, "ms");
            openLong(transcript, text);
            QApplication::quit();
        });
    });
    return QApplication::exec();
}

#include "bench_chat.moc"
