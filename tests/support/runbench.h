// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/run.h"
#include "app/compare/runs.h"
#include "tests/support/chatservice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace Slipway {

/// A run of some prompts with the two deployments of a simulated service, on disk, with pauses of some milliseconds.
class RunBench
{
public:
    explicit RunBench(int prompts = 3, const QByteArray &reply = {}, double tokensPerSecond = 0) :
        service(reply, tokensPerSecond)
    {
        header.account = QStringLiteral("a");
        header.source = QStringLiteral("prompts.txt");
        header.created = QDateTime::currentDateTimeUtc();
        for (const char *id : {"qwen3-32b-chat", "qwen3-32b-other"})
            header.models.append({QLatin1String(id), QStringLiteral("qwen3-32b"), false, Billing::ByTheHour, {}});
        header.prompts = prompts;
        header.seed = 7;
        for (int i = 0; i < prompts; ++i)
            asked.append({i + 1, {{Role::User, QStringLiteral("Question %1").arg(i)}}});
        path = newRunPath(runFolderOf(folder.path(), header.account), header.created);
    }

    /// One more, which refuses what its name says.
    void addDeployment(const QString &id, const QString &name) const
    {
        Simulator::DeployedModel model;
        model.id = id;
        model.name = name;
        model.modelName = model.baseModel = QStringLiteral("qwen3-32b");
        model.capacity = model.readyCapacity = model.baseCapacity = 1;
        service.server->world().insert(model);
    }

    bool create() const { return createRunFile(path, header, asked).isEmpty(); }

    /// The second deployment is one that refuses a parameter which is set.
    void refuseTopK()
    {
        addDeployment(QStringLiteral("picky"), QStringLiteral("no-top-k"));
        header.models[1].deployedModel = QStringLiteral("picky");
        header.settings.parameters.topK = 30;
    }

    RunIndex readIndex() const { return readRunIndex(path); }

    /// Reads what lies on disk, as a program that starts does.
    Run *open()
    {
        run.reset();
        run = std::make_unique<Run>(GenerationApi(service.client.get()), path, readIndex());
        RetryRule rule;
        rule.shortestPause = std::chrono::milliseconds(20);
        rule.longestPause = std::chrono::milliseconds(200);
        run->setRetryRule(rule);
        return run.get();
    }

    bool finishes() const
    {
        return QTest::qWaitFor([this] { return !run->isRunning() && !isWriting(); }, 20000);
    }

    qsizetype sent() const
    {
        const auto requests = service.server->requests();
        return std::count_if(requests.begin(), requests.end(),
                             [](const auto &request) { return request.path.endsWith("/generation"); });
    }

    int count(RunCell::State state) const { return run->index().count(0, state) + run->index().count(1, state); }

    QByteArray bytes() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    ChatService service;
    RunHeader header;
    QList<SetPrompt> asked;
    QString path;
    std::unique_ptr<Run> run;

private:
    bool isWriting() const { return run->diskProblem().isEmpty() && count(RunCell::State::Asked) > 0; }
};

} // namespace Slipway
