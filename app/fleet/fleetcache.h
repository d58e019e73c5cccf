// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/backgroundthread.h"
#include "app/modelstudio/deployment.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <optional>

namespace Slipway {

class DeploymentStore;

/// A fleet as it was read once.
struct RememberedFleet
{
    QString place;   ///< of which service and workspace; another place's fleet is not taken for this one's
    QString keyMark; ///< likewise of which key, as keyMarkOf() tells it; empty where that was not known
    QDateTime read;
    QList<Deployment> rows;
};

/// As it lies on disk, and back. Nothing where the bytes are not exactly what was written, by this version.
QByteArray bytesOf(const RememberedFleet &fleet);
std::optional<RememberedFleet> rememberedFleet(const QByteArray &bytes);

/// Keeps one account's fleet on disk, for the moment between two runs when nothing has been answered yet: gives it to
/// the store while that has read nothing, and writes it, no more than twice a minute, after polls that changed
/// something, and at the end. What was read with another key than the present one is not given; while the key is not
/// known, whatever was read last is. Reads and writes in a thread of its own. What holds the key is not written. The
/// store outlives this.
class FleetCache : public QObject
{
    Q_OBJECT
public:
    using Secret = std::function<QByteArray()>;

    FleetCache(DeploymentStore *store, const QString &folder, const QString &accountId, QString place, Secret key,
               QObject *parent = nullptr);
    ~FleetCache() override;

    void forget(); ///< the account is gone: its file goes, and none is written any more

    /// Of an account that is not open. `folder` may be empty: no fleets are kept.
    static void forget(const QString &folder, const QString &accountId);

    /// Deletes the files of all other accounts.
    static void forgetAllBut(const QString &folder, const QStringList &accountIds);

Q_SIGNALS:
    void looked(); ///< for what an earlier run read; the store has it, where there was any

private:
    void recall();
    void polled();
    void save();

    DeploymentStore *m_store;
    QString m_path;
    QString m_place;
    Secret m_key;
    QElapsedTimer m_sinceSaved;
    bool m_hasChanged = false;
    bool m_isForgotten = false;
    BackgroundThread m_thread; ///< last: its end is waited for while the rest is there
};

} // namespace Slipway
