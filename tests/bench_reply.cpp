// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_reply URL MODEL: asks MODEL at URL in a chat pane of 1280x800 and measures the reply, from sending to its last
// paint. bench_reply --open REPLY.md: opens and scrolls a conversation of 500 messages made of that file. Prints
// figures, asserts nothing.
#include "app/chat/conversation.h"
#include "app/modelstudio/client.h"
#include "app/stats/gauge.h"
#include "tests/support/benchmark.h"
#include "tests/support/wirewatch.h"
#include "ui/application.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/transcript.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkReply>
#include <QScrollBar>
#include <QTimer>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

double wallNow()
{
    using namespace std::chrono;
    return Bench::milliseconds(system_clock::now().time_since_epoch());
}

class Bed : public QObject
{
public:
    Bed(Application &application, const QUrl &root, const QString &model) :
        m_client(endpointAt(root, {}, "sk-bench")), m_conversation(GenerationApi(&m_client), model)
    {
        application.setGauge(&m_gauge);
        m_deployment.deployedModel = model;
        m_deployment.status = Status::Running;
        m_pane.resize(1280, 800);
        m_transcript = m_pane.findChild<Transcript *>();
        m_gauge.setWindow(&m_pane, m_transcript->viewport(), [] { return true; });
        m_gauge.watch();
        connect(&m_gauge, &Gauge::framePainted, this, &Bed::seeFrame);
    }

protected:
    virtual void seeFrame(bool withTranscript) = 0;

    Client m_client;
    Conversation m_conversation;
    Deployment m_deployment;
    ChatPane m_pane;
    Transcript *m_transcript;
    Gauge m_gauge;
};

class ReplyBench : public Bed
{
public:
    ReplyBench(Application &application, const QUrl &root, const QString &model) :
        Bed(application, root, model), m_root(root), m_name(model), m_wire(quint16(root.port()))
    {
        m_name.replace(QLatin1String("bench-"), QLatin1String("reply_"))
            .replace(QLatin1String("-max"), QLatin1String("-full"));
        m_name.replace(u'-', u'_');
        m_pane.setConversation(&m_conversation, &m_deployment);
        m_pane.show();
        connect(&m_conversation, &Conversation::busyChanged, this, [this] {
            if (!m_conversation.isBusy())
                QTimer::singleShot(200ms, this, &ReplyBench::askForLastByte);
        });
        connect(m_transcript, &Transcript::turnWanted, this,
                [this] { m_laidOut = m_conversation.turns().constLast().content.size(); });
        QTimer::singleShot(1s, this, &ReplyBench::begin);
    }

private:
    /// One that was painted, and how much of the reply was laid out for it.
    struct Frame
    {
        double at = 0;
        qsizetype characters = 0;
    };

    void begin()
    {
        m_gauge.takeLongestOfLate();
        m_cpu = Gauge::cpuTime();
        m_processorAtBegin = m_processor.now();
        m_sent = wallNow();
        m_conversation.send(QStringLiteral("Go"));
    }

    void seeFrame(bool withTranscript) override
    {
        if (m_sent == 0 || !withTranscript)
            return;
        const double now = wallNow();
        if (!m_frames.isEmpty() && m_frames.constLast().characters > 0) // what comes before is waiting
            m_longestGap = std::max(m_longestGap, now - m_lastFrame);
        m_frames.append({now, m_laidOut});
        m_lastFrame = now;
        m_cpuAtFrame = Gauge::cpuTime();
        m_processorAtFrame = m_processor.now();
    }

    void askForLastByte()
    {
        m_stall = m_gauge.takeLongestOfLate().lasted;
        m_pss = MemoryFigures::now().pss;
        QNetworkReply *reply = m_network.get(QNetworkRequest(m_root.resolved(QUrl(QStringLiteral("/bench/last")))));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const QByteArray answer = reply->readAll();
            const qsizetype at = answer.indexOf("\"last\":");
            report(at < 0 ? 0 : answer.mid(at + 7).replace('}', ',').split(',').constFirst().toDouble());
        });
    }

    void report(double lastByte)
    {
        const Turn &turn = m_conversation.turns().constLast();
        Bench::print(m_name + QLatin1String("_characters"), double(turn.content.size()),
                     turn.state == Turn::State::Complete ? "complete" : "NOT-COMPLETE");
        Bench::print(m_name + QLatin1String("_cpu"), double((m_cpuAtFrame - m_cpu).count()) / 1e9, "s");
        const ProcessorTime had = m_processorAtFrame - m_processorAtBegin;
        Bench::print(m_name + QLatin1String("_worked"), Bench::milliseconds(had.worked), "ms");
        Bench::print(m_name + QLatin1String("_waited"), Bench::milliseconds(had.waited), "ms");
        Bench::print(m_name + QLatin1String("_stall"), Bench::milliseconds(m_stall), "ms");
        Bench::print(m_name + QLatin1String("_longest_frame_gap"), m_longestGap, "ms");
        Bench::print(m_name + QLatin1String("_frames"), double(m_frames.size()), "frames");
        Bench::print(m_name + QLatin1String("_time"), m_lastFrame - m_sent, "ms");
        if (lastByte > 0)
            Bench::print(m_name + QLatin1String("_last_byte_to_paint"), m_lastFrame - lastByte, "ms");
        reportBehind(double(turn.content.size()));
        Bench::print(m_name + QLatin1String("_pss"), m_pss, "MiB");
        for (const Stall &stall : m_gauge.loop().stalls())
            qInfo("%.1f ms %s", Bench::milliseconds(stall.lasted), stall.circumstances().constData());
        QCoreApplication::exit();
    }

    /// How long what was on the wire was not on the screen: until the last paint, and at worst, just before a frame.
    /// The text lies evenly in the bytes, four characters an event; 16 of them end the answer.
    void reportBehind(double characters)
    {
        const QList<WireWatch::Arrival> arrivals = m_wire.takeArrivals();
        if (arrivals.isEmpty())
            return;
        const double bytes = double(arrivals.constLast().bytes) - 16;
        const auto arrivalOf = [&](double share) {
            const auto found = std::find_if(arrivals.begin(), arrivals.end(),
                                            [&](const auto &each) { return double(each.bytes) >= share * bytes; });
            return found->at;
        };
        double behind = 0;
        qsizetype framesBehind = 0;
        qsizetype shown = 0;
        for (const Frame &frame : std::as_const(m_frames)) {
            if (double(shown) < characters && frame.characters > shown) {
                const double arrived = arrivalOf(double(shown + 1) / characters);
                behind = std::max(behind, frame.at - arrived);
                framesBehind = std::max(framesBehind, framesBetween(arrived, frame.at));
            }
            shown = frame.characters;
        }
        Bench::print(m_name + QLatin1String("_behind_wire"), behind, "ms");
        Bench::print(m_name + QLatin1String("_frames_behind_wire"), double(framesBehind), "frames");
        Bench::print(m_name + QLatin1String("_wire_to_paint"), m_lastFrame - arrivalOf(1), "ms");
    }

    /// Painted after the one time, up to and with the other.
    qsizetype framesBetween(double after, double upTo) const
    {
        return std::count_if(m_frames.begin(), m_frames.end(),
                             [=](const Frame &frame) { return frame.at > after && frame.at <= upTo; });
    }

    QUrl m_root;
    QString m_name;
    WireWatch m_wire;
    QList<Frame> m_frames;
    qsizetype m_laidOut = 0;
    QNetworkAccessManager m_network;
    std::chrono::nanoseconds m_cpu{};
    OwnProcessorTime m_processor; ///< of the GUI thread
    ProcessorTime m_processorAtBegin;
    ProcessorTime m_processorAtFrame;
    std::chrono::nanoseconds m_cpuAtFrame{};
    std::chrono::nanoseconds m_stall{};
    double m_sent = 0;
    double m_lastFrame = 0;
    double m_longestGap = 0;
    double m_pss = 0;
};

class OpenBench : public Bed
{
public:
    OpenBench(Application &application, const QString &text) : Bed(application, {}, QStringLiteral("bench"))
    {
        m_conversation.open(longConversation(text));
        m_pane.setConversation(nullptr, nullptr);
        m_pane.show();
        QTimer::singleShot(1s, this, [this] {
            m_clock.start();
            m_pane.setConversation(&m_conversation, &m_deployment);
        });
    }

private:
    /// 500 messages, 2 MB, every other one short.
    static ConversationRecord longConversation(const QString &text)
    {
        ConversationRecord record = newRecord(QStringLiteral("bench"));
        int last = 0;
        for (int i = 0; i < 500; ++i) {
            Turn turn;
            turn.role = i % 2 == 0 ? Role::User : Role::Assistant;
            turn.content =
                i % 2 == 0 ? QStringLiteral("A question, number %1").arg(i) : text.mid((i * 4001) % 90000, 6800);
            last = record.tree.add(turn, last);
        }
        return record;
    }

    void seeFrame(bool withTranscript) override
    {
        if (!m_clock.isValid() || !withTranscript)
            return;
        const double taken = double(m_clock.nsecsElapsed()) / 1e6;
        if (m_step == 0) {
            Bench::print(QStringLiteral("conversation_open"), taken, "ms");
            Bench::print(QStringLiteral("conversation_open_longest_stretch"),
                         Bench::milliseconds(m_gauge.loop().longest()), "ms");
        } else {
            m_times.append(taken);
        }
        QTimer::singleShot(0, this, &OpenBench::scroll);
    }

    /// Two hundred turns of the wheel, then a hundred leaps of the bar over all of it.
    void scroll()
    {
        QScrollBar *bar = m_transcript->verticalScrollBar();
        if (++m_step > 300) {
            Bench::print(QStringLiteral("conversation_scroll"), Bench::median(m_times), "ms");
            Bench::print(QStringLiteral("conversation_scroll_longest"),
                         *std::max_element(m_times.begin(), m_times.end()), "ms");
            Bench::print(QStringLiteral("conversation_pss"), MemoryFigures::now().pss, "MiB");
            QCoreApplication::exit();
            return;
        }
        m_clock.start();
        const int leaps = m_step - 200;
        bar->setValue(leaps <= 0 ? bar->value() - 120 : bar->maximum() / 100 * leaps);
        m_transcript->viewport()->update();
    }

    QElapsedTimer m_clock;
    QList<double> m_times;
    int m_step = 0;
};

int openLong(Application &application, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    OpenBench bench(application, QString::fromUtf8(file.readAll()));
    const int status = QApplication::exec();
    application.setGauge(nullptr);
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    Application application(argc, argv);
    Theme::apply(Theme::Choice::Light); // as the program does
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--open"))
        return openLong(application, arguments.value(2));
    const auto root = parseBaseUrl(arguments.value(1));
    if (!root)
        return 2;
    ReplyBench bench(application, *root, arguments.value(2));
    const int status = QApplication::exec();
    application.setGauge(nullptr);
    return status;
}
