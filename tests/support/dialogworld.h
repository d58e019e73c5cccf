// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/journalfile.h"
#include "app/modelstudio/client.h"
#include "app/simulator/server.h"
#include "ui/fleet/mutationdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <memory>

namespace Slipway {

/// A simulated service, a store that watches it over real HTTP, and one dialog on top.
class DialogWorld
{
public:
    explicit DialogWorld(int deployments = 12) : server(optionsFor(deployments))
    {
        if (!server.listen())
            qFatal("The simulator cannot listen.");
        account = {QStringLiteral("a"), QStringLiteral("team-prod"), Account::Origin::Saved, server.url(), {}};
        client = std::make_unique<Client>(endpointAt(server.url(), {}, QByteArrayLiteral("sk-test")));
        store = std::make_unique<DeploymentStore>(client.get(), &journal, account.name);
        store->setIntervals(std::chrono::milliseconds(50), std::chrono::milliseconds(50));
        store->start();
    }

    ~DialogWorld() { delete dialog; }

    bool isLive() const
    {
        return QTest::qWaitFor([this] { return store->freshness() == DeploymentStore::Freshness::Live; });
    }

    bool open(MutationDialog *made)
    {
        dialog = made;
        dialog->show();
        return QTest::qWaitForWindowActive(dialog);
    }

    /// Of the first row of the model, as the store holds it.
    QString idOf(const QString &modelName) const
    {
        for (const Deployment &row : store->rows()) {
            if (row.modelName == modelName)
                return row.deployedModel;
        }
        return {};
    }

    /// From now on the journal cannot be written: a file stands where its folder should be.
    void blockJournal()
    {
        if (!blocker.open())
            qFatal("There is no room for a file.");
        blocked = std::make_unique<Journal>(std::make_unique<JournalFile>(blocker.fileName(), QStringLiteral("a")));
        store = std::make_unique<DeploymentStore>(client.get(), blocked.get(), account.name);
        store->setIntervals(std::chrono::milliseconds(50), std::chrono::milliseconds(50));
        store->start();
    }

    /// Takes it away behind the service's back; the next poll no longer finds it.
    void vanish(const QString &id)
    {
        server.world().remove(id);
        now += 3'600'000;
    }

    QList<Simulator::RecordedRequest> sent(const QByteArray &verb) const
    {
        QList<Simulator::RecordedRequest> found;
        for (const Simulator::RecordedRequest &request : server.requests()) {
            if (request.verb == verb)
                found.append(request);
        }
        return found;
    }

    template<typename W = QWidget>
    W *part(const char *name) const
    {
        return dialog ? dialog->findChild<W *>(QString::fromLatin1(name)) : nullptr;
    }

    QString text(const char *label) const
    {
        const auto *found = part<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }

    QPushButton *primary() const { return part<QPushButton>("primary"); }
    QPushButton *cancel() const { return part<QPushButton>("cancel"); }
    void press() const { QTest::mouseClick(primary(), Qt::LeftButton); }

    /// A double click, with all that a platform sends for one.
    void pressTwice() const
    {
        press();
        QTest::mouseDClick(primary(), Qt::LeftButton);
        QTest::mouseRelease(primary(), Qt::LeftButton);
    }

    /// Replaces what a field holds by typing, or by pasting what no test can type.
    void type(const char *field, const QString &text) const
    {
        auto *widget = part(field);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(widget, Qt::Key_Delete);
        const bool onKeyboard = std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x7f); });
        if (onKeyboard)
            return QTest::keyClicks(widget, text);
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(widget, Qt::Key_V, Qt::ControlModifier);
    }

    /// True when no label could take foreign text for markup.
    bool everyLabelIsPlain() const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->textFormat() == Qt::AutoText && !label->text().isEmpty())
                return false;
        }
        return true;
    }

    qint64 now = QDateTime::currentMSecsSinceEpoch(); ///< the service's clock
    Simulator::Server server;
    Account account;
    std::unique_ptr<Client> client;
    Journal journal;
    QTemporaryFile blocker;
    std::unique_ptr<Journal> blocked;
    std::unique_ptr<DeploymentStore> store;
    QPointer<MutationDialog> dialog;

private:
    Simulator::Options optionsFor(int deployments)
    {
        Simulator::Options options;
        options.deployments = deployments;
        options.clock = [this] { return now; };
        return options;
    }
};

} // namespace Slipway
