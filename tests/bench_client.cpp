// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_client URL [MODEL…]: reads the whole list three times and streams a reply of each model from a service at URL.
// Prints figures, asserts nothing.
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/eventstream.h"
#include "app/modelstudio/generationapi.h"
#include "app/modelstudio/json.h"
#include "tests/support/benchmark.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <ctime>

using namespace Slipway;

namespace {

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// The shortest of many runs, in milliseconds.
template<typename Work>
double fastest(Work work)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, timer.nsecsElapsed());
    }
    return double(best) / 1e6;
}

void measurePage()
{
    const QByteArray row =
        R"({"deployed_model":"qwen-plus-2025-12-01-7c41e09a","gmt_create":"2026-03-04T10:15:27",)"
        R"("gmt_modified":"2026-03-04T10:15:27","status":"PENDING","model_name":"qwen-plus-2025-12-01",)"
        R"("base_model":"qwen-plus","base_capacity":4,"capacity":4,"ready_capacity":0,"workspace_id":)"
        R"("llm-4k7x2m9q8w1zt0ab","charge_type":"post_paid","creator":"1029384756102938","modifier":)"
        R"("1029384756102938","plan":"mu","model_unit_spec":"MU1","enable_thinking":true,)"
        R"("max_context_length":10000,"rpm_limit":500,"tpm_limit":1000})";
    const QByteArray page = R"({"output":{"deployments":[)" + QByteArrayList(100, row).join(',') + "]}}";
    Bench::print(QStringLiteral("page_parse"), Bench::time(51, [&page] { return Json::parse(page); }), "ms");
    const double read = Bench::time(51, [&page] {
        DeploymentReader reader;
        QList<Deployment> deployments;
        for (const Json &object : (*Json::parse(page))["output"]["deployments"].items())
            deployments.append(*reader.read(object));
    });
    Bench::print(QStringLiteral("page_read"), read, "ms");
}

void measureEventStream()
{
    const QByteArray event =
        "id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"choices\":[{\"message\":{\"content\":"
        "\"Hell\",\"role\":\"assistant\"},\"finish_reason\":\"null\"}]},\"usage\":{\"total_tokens\":15,"
        "\"input_tokens\":12,\"output_tokens\":3},\"request_id\":\"a1b2c3d4-e5f6-9a7b-8c9d-0e1f2a3b4c5d\"}\n\n";
    const QByteArray bytes = event.repeated(20'000);
    const double milliseconds = Bench::time(51, [&bytes] {
        EventStream stream;
        for (qsizetype at = 0; at < bytes.size(); at += 16'384)
            stream.feed(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(16'384, bytes.size() - at)));
    });
    Bench::print(QStringLiteral("eventstream_parse"), double(bytes.size()) / 1e3 / milliseconds, "MB/s");
}

/// Does the jobs one after another, then quits.
class Jobs : public QObject
{
public:
    Jobs(const QUrl &root, QStringList models) : m_client(endpointAt(root, {}, "sk-bench")), m_models(std::move(models))
    {
        list();
    }

private:
    void begin()
    {
        m_cpu = cpuSeconds();
        m_clock.start();
    }

    void list()
    {
        begin();
        DeploymentsApi(&m_client).list(this, [this](const Result<DeploymentList> &result) {
            Bench::print(QStringLiteral("list_%1").arg(result ? result->deployments.size() : -1),
                         double(m_clock.elapsed()), "ms");
            Bench::print(QStringLiteral("list_cpu"), cpuSeconds() - m_cpu, "s");
            if (++m_lists < 3)
                list();
            else
                generate();
        });
    }

    void generate()
    {
        if (m_models.isEmpty()) {
            QCoreApplication::quit();
            return;
        }
        begin();
        m_size = m_deltas = 0;
        const QString model = m_models.takeFirst();
        GenerationApi(&m_client).generate(
            {.model = model, .prompt = QStringLiteral("Go"), .incrementalOutput = true}, this,
            [this](const GenerationDelta &delta) {
                m_size += delta.content.toUtf8().size();
                ++m_deltas;
            },
            {}, [this, model](const Result<GenerationEnd> &end) { report(model, end.hasValue()); });
    }

    void report(const QString &model, bool isComplete)
    {
        Bench::print(model + QStringLiteral("_bytes"), double(m_size), isComplete ? "complete" : "CUT");
        Bench::print(model + QStringLiteral("_time"), double(m_clock.elapsed()), "ms");
        Bench::print(model + QStringLiteral("_cpu"), cpuSeconds() - m_cpu, "s");
        Bench::print(model + QStringLiteral("_deltas"), double(m_deltas), "");
        generate();
    }

    Client m_client;
    QStringList m_models;
    QElapsedTimer m_clock;
    double m_cpu = 0;
    int m_lists = 0;
    qsizetype m_size = 0;
    qsizetype m_deltas = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    measurePage();
    measureEventStream();
    const QStringList arguments = QCoreApplication::arguments();
    const auto root = parseBaseUrl(arguments.value(1));
    if (!root)
        return 0;
    const Jobs jobs(*root, arguments.sliced(2));
    return QCoreApplication::exec();
}
