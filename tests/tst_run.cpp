// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runbench.h"

#include <QDir>

#include <sys/stat.h>

using namespace Slipway;
using State = RunCell::State;

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPromptIsAnsweredByEveryDeployment()
    {
        RunBench bench(5);
        QVERIFY(bench.create());
        Run *run = bench.open();
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Complete), 10);
        QCOMPARE(bench.sent(), 10);
        for (int prompt = 0; prompt < 5; ++prompt) {
            for (int model = 0; model < 2; ++model) {
                const Turn turn = *run->answer(prompt, model);
                QVERIFY(turn.content.contains(QStringLiteral("Question %1").arg(prompt)));
                QVERIFY(turn.content.contains(bench.header.models[model].deployedModel));
                QVERIFY(turn.usage.outputTokens && turn.firstToken && turn.duration && !turn.requestId.isEmpty());
            }
        }
        QVERIFY(run->isFinished());
    }

    void whatCameLiesOnDiskForItsOwnerOnly()
    {
        RunBench bench;
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(bench.path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        const Turn before = *bench.run->answer(2, 1);
        bench.open();
        QCOMPARE(bench.count(State::Complete), 6);
        Turn after = *bench.run->answer(2, 1);
        after.at = before.at; // to the millisecond
        QCOMPARE(after, before);
        QVERIFY(!bench.bytes().contains("sk-test"));
    }

    void neverMoreAtOnceThanWasSet()
    {
        RunBench bench(12, QByteArray("word ").repeated(40), 400);
        bench.header.concurrency = 3;
        QVERIFY(bench.create());
        Run *run = bench.open();
        int most = 0;
        connect(run, &Run::grew, this, [&] {
            for (int model : {0, 1})
                most = std::max(most, run->lane(model).underWay());
        });
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Complete), 24);
        QCOMPARE(most, 3);
    }

    void theSystemPromptAndParametersGoWithEach()
    {
        RunBench bench(1);
        bench.header.settings.systemPrompt = QStringLiteral("Be brief.");
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        for (const auto &request : bench.service.server->requests())
            QVERIFY(request.body.contains("{\"role\":\"system\",\"content\":\"Be brief.\"}"));
    }

    void aSystemPromptOfItsOwnWins()
    {
        const QList<Message> own{{Role::System, QStringLiteral("mine")}, {Role::User, QStringLiteral("x")}};
        QCOMPARE(withSystemPrompt(own, QStringLiteral("shared")), own);
        QCOMPARE(withSystemPrompt({own.last()}, QStringLiteral("shared")).first().content, QStringLiteral("shared"));
        QCOMPARE(withSystemPrompt({own.last()}, QStringLiteral(" ")).size(), 1);
    }

    // ---- rate limits

    void aRateLimitSlowsDownAndLosesNothing()
    {
        RunBench bench(6);
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate:5@3=status=429"));
        Run *run = bench.open();
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Complete), 12);
        QCOMPARE(bench.sent(), 12 + 5); // each refusal once more, nothing else
        QVERIFY(!bench.run->lane(0).halted() && !bench.run->lane(1).halted());
    }

    void aRateLimitThatStaysIsToldAndResumedByAPerson()
    {
        RunBench bench(4);
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate=status=429"));
        bench.open()->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.run->lane(0).halted()->kind, Error::Kind::Throttled);
        QCOMPARE(bench.count(State::Open), 8);
        bench.service.server->clearFaults();
        bench.run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Complete), 8);
    }

    void anAnswerThatBeganIsNeverAskedAgainByItself()
    {
        RunBench bench(1, QByteArray("word ").repeated(50));
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate:1=error-event=3")); // a 429 in mid-stream
        bench.open()->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.sent(), 2);
        QCOMPARE(bench.count(State::Complete), 1);
        QCOMPARE(bench.count(State::Cut) + bench.count(State::Failed), 1);
    }

    // ---- failures

    void aLostAnswerIsMarkedAndAskedAgainByAClickAlone()
    {
        RunBench bench(2);
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate:1=close-after"));
        bench.open()->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Lost), 1);
        QCOMPARE(bench.count(State::Complete), 3);
        QCOMPARE(bench.sent(), 4);
        bench.run->start(); // resuming is not asking again
        QVERIFY(bench.finishes());
        QCOMPARE(bench.sent(), 4);
        bench.open();
        QCOMPARE(bench.count(State::Lost), 1);
        bench.run->askAgain();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.sent(), 5);
        QCOMPARE(bench.count(State::Complete), 4);
    }

    void aFailureKeepsItsCodeAndLeavesTheOthersAlone()
    {
        RunBench bench(2);
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate:1=status=500"));
        bench.open()->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Failed), 1);
        QCOMPARE(bench.count(State::Complete), 3);
        bench.open();
        const int model = bench.run->index().count(0, State::Failed) ? 0 : 1;
        const int prompt = bench.run->index().cell(0, model).state == State::Failed ? 0 : 1;
        const Turn failed = *bench.run->answer(prompt, model);
        QVERIFY(!failed.error->code.isEmpty());
        QVERIFY(!failed.requestId.isEmpty());
    }

    void aDeploymentThatIsGoneEndsItsLaneOnly()
    {
        RunBench bench(6);
        bench.header.models[1].deployedModel = QStringLiteral("gone");
        bench.header.concurrency = 1;
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.run->index().count(0, State::Complete), 6);
        QVERIFY(bench.run->lane(1).halted());
        QVERIFY(bench.run->index().count(1, State::Open) > 0);
        QVERIFY(bench.sent() < 12);
    }

    void aRefusedParameterEndsTheLaneUntilItIsLeftOut()
    {
        RunBench bench(6);
        bench.refuseTopK();
        QVERIFY(bench.create());
        Run *run = bench.open();
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(run->index().count(0, State::Complete), 6);
        const int refused = run->index().count(1, State::Failed);
        QVERIFY2(refused > 0 && refused <= 2, "no more than were under way");
        QTRY_COMPARE(run->refusedParameter(1), std::optional(Parameter::TopK));
        QVERIFY(!run->refusedParameter(0));
        run->goOnWithout(1, Parameter::TopK);
        QVERIFY(bench.finishes());
        QCOMPARE(run->index().count(1, State::Complete), 6);
        QCOMPARE(run->leftOut(1), QList<Parameter>{Parameter::TopK});
        QVERIFY(run->leftOut(0).isEmpty());
        QVERIFY(!run->refusedParameter(1));
        QCOMPARE(bench.sent(), 12 + refused);
    }

    void whatWasLeftOutIsNotSentAgainByTheNextProgram()
    {
        RunBench bench(2);
        bench.refuseTopK();
        bench.header.concurrency = 1;
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        QTRY_COMPARE(bench.run->refusedParameter(1), std::optional(Parameter::TopK));
        bench.service.server->addFault(QStringLiteral("generate:9=status=500"));
        bench.run->goOnWithout(1, Parameter::TopK);
        QVERIFY(bench.finishes());
        QCOMPARE(bench.run->index().count(1, State::Failed), 2);
        bench.run.reset();
        bench.service.server->clearFaults();
        const auto before = bench.service.server->requests().size();
        // another program knows nothing but the file
        Run run(GenerationApi(bench.service.client.get()), bench.path, bench.readIndex());
        QCOMPARE(run.leftOut(1), QList<Parameter>{Parameter::TopK});
        QVERIFY(run.leftOut(0).isEmpty());
        run.askAgain();
        QTRY_COMPARE(run.index().count(1, State::Complete), 2);
        const auto requests = bench.service.server->requests();
        for (auto at = before; at < requests.size(); ++at)
            QCOMPARE(requests[at].body.contains("top_k"), !requests[at].body.contains("picky"));
    }

    void whatWasLeftOutBeforeTheRunBeganIsInItsFile()
    {
        RunBench bench(1);
        bench.refuseTopK();
        QVERIFY(bench.create());
        GenerationApi api(bench.service.client.get());
        api.leaveOut(requestOf(bench.header.models[1].deployedModel, {}, bench.header.settings), Parameter::TopK);
        Run run(api, bench.path, bench.readIndex());
        run.start();
        QTRY_COMPARE(run.index().count(1, State::Complete), 1);
        QCOMPARE(run.index().leftOut(0, 1), QList<Parameter>{Parameter::TopK});
        QCOMPARE(bench.readIndex().leftOut(0, 1), QList<Parameter>{Parameter::TopK});
    }

    void otherFailuresAreNotAskedAgainWithTheRefusedOnes()
    {
        RunBench bench(4);
        bench.refuseTopK();
        bench.header.concurrency = 1;
        QVERIFY(bench.create());
        bench.service.server->addFault(QStringLiteral("generate:2=status=500")); // the first of each
        Run *run = bench.open();
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(run->index().count(1, State::Failed), 2);
        QTRY_COMPARE(run->refusedParameter(1), std::optional(Parameter::TopK));
        run->goOnWithout(1, Parameter::TopK);
        QVERIFY(bench.finishes());
        QCOMPARE(run->index().count(1, State::Failed), 1);
        QCOMPARE(run->index().count(1, State::Complete), 3);
    }

    // ---- stop, quit, kill

    void stopKeepsWhatCameAndResumeAsksTheRest()
    {
        RunBench bench(6, QByteArray("word ").repeated(60), 600);
        QVERIFY(bench.create());
        Run *run = bench.open();
        run->start();
        QTRY_VERIFY(bench.count(State::Complete) >= 2);
        run->stop();
        QVERIFY(!run->isRunning());
        QVERIFY(bench.finishes());
        const qsizetype sent = bench.sent();
        QVERIFY(sent < 12);
        const int stopped = bench.count(State::Stopped);
        QVERIFY(stopped > 0);
        run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.count(State::Complete), 12 - stopped);
        QCOMPARE(bench.count(State::Stopped), stopped);
        QVERIFY2(bench.sent() <= 12, "none twice; what was stopped at once may never have left");
    }

    void whatWasAskedWhenTheProgramWasKilledIsLostAndNotAskedTwice()
    {
        RunBench bench(3);
        QVERIFY(bench.create());
        {
            RunFile file(bench.path);
            int written = 0;
            file.append(lineOf(RunAsked{1, 0}), [&](const QString &, const LinePlace &) { ++written; });
            QTRY_COMPARE(written, 1);
        }
        bench.open();
        QCOMPARE(bench.run->index().cell(1, 0).state, State::Lost);
        bench.run->start();
        QVERIFY(bench.finishes());
        QCOMPARE(bench.sent(), 5);
        QCOMPARE(bench.count(State::Lost), 1);
    }

    void aRunThatIsDeletedInMidStreamKeepsWhatCame()
    {
        RunBench bench(2, QByteArray("word ").repeated(200), 100);
        QVERIFY(bench.create());
        bench.open()->start();
        QTRY_VERIFY(bench.run->answer(0, 0) && bench.run->answer(0, 0)->content.size() > 20);
        bench.run.reset();
        const RunIndex index = bench.readIndex();
        QCOMPARE(index.cell(0, 0).state, State::Stopped);
        bench.open();
        QVERIFY(bench.run->answer(0, 0)->content.startsWith(QStringLiteral("word word")));
    }

    void aTornTailCostsItsLineAlone()
    {
        RunBench bench(2);
        QVERIFY(bench.create());
        bench.open()->start();
        QVERIFY(bench.finishes());
        bench.run.reset();
        QFile file(bench.path);
        QVERIFY(file.resize(file.size() - 40));
        bench.open();
        QCOMPARE(bench.count(State::Complete), 3);
        QCOMPARE(bench.count(State::Lost), 1); // it was asked; nobody knows any more what came
        QCOMPARE(bench.run->index().damagedLines(), 1);
        bench.run->askAgain();
        QVERIFY(bench.finishes());
        bench.open();
        QCOMPARE(bench.count(State::Complete), 4);
    }

    void twoWritersDoNotShareARun()
    {
        RunBench bench;
        QVERIFY(bench.create());
        QVERIFY(bench.open()->lock());
        Run other(GenerationApi(bench.service.client.get()), bench.path, bench.readIndex());
        QVERIFY(!other.lock());
        bench.run.reset();
        QVERIFY(other.lock());
    }

    void whatCannotBeWrittenIsNotAsked()
    {
        RunBench bench(3);
        QVERIFY(bench.create());
        bench.open();
        QVERIFY(QFile::remove(bench.path));
        QVERIFY(QDir().mkdir(bench.path)); // nobody can append to a folder
        bench.run->start();
        QTRY_VERIFY(!bench.run->diskProblem().isEmpty());
        QVERIFY(!bench.run->isRunning());
        QCOMPARE(bench.sent(), 0);
        QCOMPARE(bench.count(State::Open), 6);
    }

    void detachedItSendsNothingMore()
    {
        RunBench bench;
        QVERIFY(bench.create());
        bench.open()->detach();
        bench.run->start();
        QVERIFY(!bench.run->isRunning());
        QCOMPARE(bench.sent(), 0);
    }

    // ---- votes

    void votesAreCountedAndKept()
    {
        RunBench bench(4);
        QVERIFY(bench.create());
        Run *run = bench.open();
        run->vote(0, 0, 1, RunVote::Choice::First);
        run->vote(1, 1, 0, RunVote::Choice::First);
        run->vote(2, 0, 1, RunVote::Choice::Tie);
        run->vote(3, 0, 1, RunVote::Choice::Second);
        run->vote(3, 0, 1, RunVote::Choice::None);
        run->setBlind(true);
        bench.open();
        const VoteTally tally = bench.run->index().tally(0, 1);
        QCOMPARE(tally.first, 2);
        QCOMPARE(tally.second, 0);
        QCOMPARE(tally.ties, 1);
        QCOMPARE(bench.run->index().vote(3, 0, 1), RunVote::Choice::None);
        QVERIFY(bench.run->index().isBlind());
    }

    // ---- many

    void aRunOfTenThousandPromptsNeedsLittleMemory()
    {
        RunBench bench(10'000);
        bench.header.models += bench.header.models; // four
        QVERIFY(bench.create());
        const RunIndex index = bench.readIndex();
        QVERIFY(index.isValid());
        QCOMPARE(index.promptCount(), 10'000);
        QVERIFY(sizeof(RunCell) <= 24 && sizeof(LinePlace) <= 16);
    }

    void runsAreListedTheNewestFirst()
    {
        RunBench bench;
        QVERIFY(bench.create());
        bench.header.created = bench.header.created.addDays(1);
        const QString folder = QFileInfo(bench.path).path();
        const QString later = newRunPath(folder, bench.header.created);
        QVERIFY(createRunFile(later, bench.header, bench.asked).isEmpty());
        QFile other(folder + QStringLiteral("/notes.jsonl"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("{}\n") == 3);
        const auto runs = knownRuns(folder);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.first().path, later);
        QCOMPARE(runs.first().header.prompts, 3);
        QCOMPARE(runs.first().header.models.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
