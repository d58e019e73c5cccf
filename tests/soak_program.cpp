// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program against the simulator, in which time runs faster and much goes wrong, driven by a hand that never
// rests. Tells what it has come through and whether memory stayed flat. Not a part of tests/run; see the README.
#include "app/stats/processor.h"
#include "tests/support/benchmark.h"
#include "tests/support/soakreport.h"
#include "ui/application.h"
#include "ui/chat/chatpane.h"
#include "ui/fleet/fleetview.h"
#include "ui/program.h"
#include "ui/theme.h"
#include "ui/tour/hand.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <functional>
#include <random>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

constexpr std::array faults{"list=status=429",
                            "list=status=500",
                            "list=status=503,empty",
                            "list=status=401",
                            "any=status=502",
                            "any=html=502",
                            "any=garbage",
                            "any=empty",
                            "any=not-http",
                            "any=reset-before",
                            "any=reset-after",
                            "any=close-before",
                            "any=half-header",
                            "any=half-body",
                            "any=wrong-length",
                            "any=cut=40",
                            "any=hang",
                            "any=delay=300",
                            "any=framed-error=429",
                            "any=redirect=http://127.0.0.1:9/",
                            "create=executed-status=504",
                            "create=executed-hang",
                            "scale=status=409",
                            "delete=reset-after",
                            "catalog=status=500",
                            "generate=error-event",
                            "generate=no-end",
                            "generate=crlf",
                            "generate=half-body",
                            "generate=status=429"};

/// Bursts and trouble of all kinds, and a hand on the window.
class Soak : public QObject
{
    Q_OBJECT
public:
    Soak(Program &program, const SoakOptions &options) : m_program(program), m_options(options), m_random(options.seed)
    {
        every(5ms, &Soak::beat);
        every(60ms, &Soak::act);
        every(700ms, &Soak::trouble);
        every(2s, &Soak::measure);
        every(17s, &Soak::outage);
        every(23s, &Soak::revoke);
        every(3s, &Soak::redress);
        m_time.start();
        hurry();
    }

    qint64 length() const { return qint64(m_options.minutes * 60'000); }

private:
    using Step = void (Soak::*)();

    void every(std::chrono::milliseconds interval, Step step)
    {
        auto *timer = new QTimer(this);
        timer->setTimerType(interval < 50ms ? Qt::PreciseTimer : Qt::CoarseTimer);
        connect(timer, &QTimer::timeout, this, step);
        timer->start(interval);
        m_timers.append(timer);
    }

    Session *session() { return m_program.sessions().current(); }
    DeploymentStore *store() { return session()->store(); }
    int dice(int sides) { return int(m_random() % quint64(sides)); }

    template<typename T>
    T *find(const char *name)
    {
        QDialog *over = dialog();
        QWidget *where = over ? over : static_cast<QWidget *>(&m_program.window());
        return where->findChild<T *>(QLatin1String(name));
    }

    QDialog *dialog()
    {
        const auto dialogs = m_program.window().findChildren<QDialog *>();
        for (QDialog *each : dialogs)
            if (each->isVisible())
                return each;
        return nullptr;
    }

    /// What waits in the program waits as much less as the simulator is faster.
    void hurry()
    {
        const auto scaled = [this](std::chrono::milliseconds time) {
            return std::chrono::milliseconds(std::max<qint64>(1, qint64(double(time.count()) / m_options.speed)));
        };
        const RetryRule rule{.shortestPause = scaled(1s), .longestPause = scaled(60s)};
        session()->client()->setPatience(
            {.read = 2s, .change = 3s, .create = 3s, .wholeReply = 20s, .silence = 2s, .retry = rule});
        store()->setIntervals(scaled(2s), scaled(10s));
        store()->setBackOff(rule);
        connect(store(), &DeploymentStore::mutationChanged, this, [this](quint64 id) {
            const Mutation *mutation = session()->journal()->find(id);
            m_report.mutations += mutation && mutation->state == Mutation::State::Sending ? 1 : 0;
        });
        connect(store(), &DeploymentStore::polled, this,
                [this] { ++(store()->lastError() ? m_report.failed : m_report.good); });
    }

    // ---- what goes wrong

    void trouble()
    {
        m_program.simulator().clearFaults();
        const int count = 1 + dice(dice(6) == 0 ? 12 : 3);
        QString spec = QLatin1String(faults.at(size_t(dice(int(faults.size())))));
        spec.insert(spec.indexOf(u'='), u':' + QString::number(count));
        QString problem;
        if (!m_program.simulator().addFault(spec, &problem))
            qFatal("%s", qPrintable(problem));
    }

    void outage()
    {
        store()->setOnline(false);
        QTimer::singleShot(500, this, [this] { store()->setOnline(true); });
    }

    void revoke()
    {
        m_program.simulator().setApiKey("sk-another");
        QTimer::singleShot(500, this, [this] {
            m_program.simulator().setApiKey(m_program.simulatorKey());
            session()->setKey(m_program.simulatorKey());
        });
    }

    /// The sizes come in turn, so that the picture of the window weighs as much in each tenth of the time.
    void redress()
    {
        constexpr int sizes = 14;
        const int turn = m_redressed++ % sizes;
        Theme::apply(dice(2) ? Theme::Choice::Light : Theme::Choice::Dark);
        m_program.window().resize(700 + turn * 5 % sizes * 65, 450 + turn * 3 % sizes * 45);
    }

    // ---- the hand

    void act()
    {
        if (QDialog *over = dialog()) {
            if (++m_patience > 50 || !answer(over))
                Hand::key(over, Qt::Key_Escape);
            return;
        }
        m_patience = 0;
        switch (dice(12)) {
        case 0:
            return trigger(store()->rows().size() < 16 ? Commands::Id::Deploy : Commands::Id::Delete);
        case 1:
            return trigger(Commands::Id::Scale);
        case 2:
            return trigger(Commands::Id::Limits);
        case 3:
            return trigger(store()->rows().size() > 10 ? Commands::Id::Delete : Commands::Id::Deploy);
        case 4:
            return trigger(dice(2) ? Commands::Id::About : Commands::Id::ManageAccounts);
        case 5:
            return trigger(Commands::Id::Refresh);
        case 6:
            return filter();
        case 7:
        case 8:
            return chat();
        default:
            return choose();
        }
    }

    void trigger(Commands::Id id) { m_program.window().commands()->action(id)->trigger(); }

    void choose()
    {
        const auto &rows = store()->rows();
        if (!rows.isEmpty())
            m_program.window().findChild<FleetView *>()->setCurrentId(rows.at(dice(int(rows.size()))).deployedModel);
        find<QTabWidget>("detail")->setCurrentIndex(dice(3));
    }

    void filter()
    {
        auto *line = find<QLineEdit>("filter");
        Hand::replace(line, dice(3) ? QString() : QStringLiteral("qwen"));
    }

    void chat()
    {
        if (session()->conversations()->of(currentId())->turns().size() > 8)
            return Hand::click(find<QAbstractButton>("newConversation"));
        find<QTabWidget>("detail")->setCurrentIndex(1);
        auto *prompt = find<QPlainTextEdit>("prompt");
        auto *button = find<QAbstractButton>("sendOrStop");
        if (!prompt->isEnabled() || !button->isEnabled() || dice(3))
            prompt->setPlainText(QStringLiteral("Tell me **more**, with `code` and a table. 你好"));
        else
            Hand::click(button);
    }

    QString currentId() { return m_program.window().findChild<FleetView *>()->currentId(); }

    /// Goes a step on in a dialog; false where it is to be left.
    bool answer(QDialog *over)
    {
        const QString name = over->objectName();
        if (name == u"deployDialog")
            return answerDeploy();
        if (auto *wanted = find<QAbstractSpinBox>("capacity"); wanted && name == u"scaleDialog")
            Hand::key(wanted, dice(3) ? Qt::Key_Up : Qt::Key_Down);
        if (auto *limit = find<QAbstractSpinBox>("rpmLimit"); limit && name == u"limitsDialog")
            Hand::replace(limit, QString::number(60 + dice(1000)));
        if (auto *line = find<QLineEdit>("confirmation"); line && name == u"deleteDialog")
            Hand::replace(line, currentId());
        return clickPrimary();
    }

    bool answerDeploy()
    {
        auto *suffix = find<QLineEdit>("suffix");
        auto *list = find<QAbstractItemView>("modelList");
        if (!suffix || !suffix->isVisible()) {
            if (!list || list->model()->rowCount() == 0)
                return true;
            auto *search = find<QLineEdit>("modelSearch");
            Hand::replace(search, QStringLiteral("qwen3-8b"));
            Hand::key(search, Qt::Key_Return);
            return true;
        }
        if (suffix->isEnabled())
            Hand::replace(suffix, QStringLiteral("s%1").arg(m_random() % 1'000'000));
        return clickPrimary();
    }

    bool clickPrimary()
    {
        auto *primary = find<QAbstractButton>("primary");
        if (!primary)
            return false;
        if (primary->isEnabled() && primary->isVisible())
            Hand::click(primary);
        return true;
    }

    // ---- what comes of it

    /// The time between two turns of the event loop, and how much of it this thread was at work: the rest it waited for
    /// a processor that others had.
    void beat()
    {
        const auto work = m_processor.now().worked;
        if (m_beat.isValid()) {
            m_report.longestGap = std::max(m_report.longestGap, m_beat.elapsed());
            m_report.longestWork = std::max(m_report.longestWork, Bench::milliseconds(work - m_work));
        }
        m_work = work;
        m_beat.start();
    }

    /// The five longest, each with what it did.
    void printStalls() const
    {
        QList<Stall> stalls = m_program.gauge()->loop().stalls();
        std::ranges::sort(stalls, std::greater(), &Stall::lasted);
        for (qsizetype i = 0; i < std::min<qsizetype>(5, stalls.size()); ++i)
            std::printf("stall             %.0f ms %s\n", Bench::milliseconds(stalls[i].lasted),
                        stalls[i].circumstances().constData());
    }

    void measure()
    {
        m_report.memory.append(MemoryFigures::now());
        m_report.objects.append(m_program.window().findChildren<QObject *>().size() +
                                session()->findChildren<QObject *>().size());
        m_report.journalEntries = session()->journal()->entries().size();
        m_report.conversations = session()->conversations()->findChildren<Conversation *>().size();
        m_report.made.append(SoakReport::madeBy(m_report.journalEntries, m_report.conversations));
        if (m_time.elapsed() < length())
            return;
        for (QTimer *timer : std::as_const(m_timers))
            timer->stop();
        m_program.simulator().clearFaults();
        m_program.simulator().setApiKey(m_program.simulatorKey());
        store()->setOnline(true);
        m_report.mishaps = m_program.simulator().mishapCount();
        QTimer::singleShot(5s, this, &Soak::conclude);
        store()->refresh();
    }

    void conclude()
    {
        qsizetype real = 0;
        m_program.simulator().inWorld([&](Simulator::World &world) { real = world.size(); });
        m_report.usable = store()->freshness() == DeploymentStore::Freshness::Live && store()->rows().size() == real;
        m_report.requests = m_program.simulator().requestCount();
        m_report.minutes = double(m_time.elapsed()) / 60'000;
        m_report.print(m_options);
        printStalls();
        QApplication::exit(m_report.usable && m_report.isFlat(m_options) ? 0 : 1);
    }

    Program &m_program;
    SoakOptions m_options;
    std::mt19937_64 m_random;
    QList<QTimer *> m_timers;
    QElapsedTimer m_time;
    SoakReport m_report;
    QElapsedTimer m_beat;
    OwnProcessorTime m_processor;
    std::chrono::nanoseconds m_work{};
    int m_patience = 0;
    int m_redressed = 0;
};

SoakOptions read(const QStringList &arguments)
{
    SoakOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Runs Slipway against its simulator while much goes wrong."));
    parser.addHelpOption();
    const auto number = [&parser](const char *name, const char *words) {
        parser.addOption({QLatin1String(name), QLatin1String(words), QStringLiteral("N")});
    };
    number("minutes", "How long; 7.2 minutes at speed 200 are a day.");
    number("seed", "What goes wrong, and what the hand does.");
    number("speed", "How much faster time runs.");
    number("heap-bound", "MiB that the heap may have grown by.");
    number("own-bound", "MiB that the memory of its own may have grown by.");
    parser.process(arguments);
    const auto given = [&parser](const char *name, double otherwise) {
        const QString value = parser.value(QLatin1String(name));
        return value.isEmpty() ? otherwise : value.toDouble();
    };
    options.minutes = given("minutes", options.minutes);
    options.seed = quint64(given("seed", double(options.seed)));
    options.speed = std::max(1.0, given("speed", options.speed));
    options.heapBound = given("heap-bound", options.heapBound);
    options.ownBound = given("own-bound", options.ownBound);
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    Application application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    const SoakOptions options = read(QApplication::arguments());
    const QTemporaryDir folder;
    StartOptions start;
    start.settingsFile = folder.filePath(QStringLiteral("slipway.ini"));
    start.language = QStringLiteral("en");
    start.simulatorSpeed = options.speed;
    Program program(start);
    application.setGauge(program.gauge());
    program.gauge()->watch();
    if (!program.start())
        return 1;
    std::unique_ptr<Soak> soak;
    QObject::connect(&program.sessions(), &Sessions::currentChanged, &program.window(), [&](Session *session) {
        if (session && !soak)
            soak = std::make_unique<Soak>(program, options);
    });
    if (program.sessions().current())
        soak = std::make_unique<Soak>(program, options);
    const int status = QApplication::exec();
    soak.reset();
    application.setGauge(nullptr);
    return status;
}

#include "soak_program.moc"
