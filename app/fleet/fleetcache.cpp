// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetcache.h"

#include "app/files/appendfile.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/keymark.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/json.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSet>

namespace Slipway {

namespace {

const QByteArray beginning = QByteArrayLiteral("slipway fleet 2\n");
constexpr qint64 largestFile = qint64{64} * 1024 * 1024;
constexpr qint64 millisecondsBetweenSaves = 30'000;
const QString ending = QStringLiteral(".fleet");

QString pathOf(const QString &folder, const QString &accountId)
{
    return folder + u'/' + fileNameFor(accountId) + ending;
}

QList<Deployment> deploymentsFrom(QDataStream &stream)
{
    DeploymentReader reader;
    QList<Deployment> rows;
    while (!stream.atEnd()) {
        QByteArray source;
        stream >> source;
        const auto json = Json::parse(source);
        const auto row = json ? reader.read(*json) : std::nullopt;
        if (stream.status() != QDataStream::Ok || !row)
            return {};
        rows.append(*row);
    }
    return rows;
}

std::optional<RememberedFleet> fleetIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return std::nullopt;
    return rememberedFleet(file.readAll());
}

} // namespace

QByteArray bytesOf(const RememberedFleet &fleet)
{
    QByteArray bytes = beginning;
    QDataStream stream(&bytes, QIODevice::Append);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << fleet.place << fleet.keyMark << fleet.read << qint32(fleet.rows.size());
    for (const Deployment &row : fleet.rows)
        stream << row.source;
    return bytes;
}

std::optional<RememberedFleet> rememberedFleet(const QByteArray &bytes)
{
    if (!bytes.startsWith(beginning))
        return std::nullopt;
    QDataStream stream(bytes.sliced(beginning.size()));
    stream.setVersion(QDataStream::Qt_6_0);
    RememberedFleet fleet;
    qint32 count = 0;
    stream >> fleet.place >> fleet.keyMark >> fleet.read >> count;
    if (stream.status() != QDataStream::Ok || !fleet.read.isValid())
        return std::nullopt;
    fleet.rows = deploymentsFrom(stream);
    QSet<QString> ids;
    for (const Deployment &row : std::as_const(fleet.rows))
        ids.insert(row.deployedModel);
    const bool isWhole = fleet.rows.size() == count && ids.size() == count && bytesOf(fleet) == bytes;
    return isWhole ? std::optional(fleet) : std::nullopt;
}

FleetCache::FleetCache(DeploymentStore *store, const QString &folder, const QString &accountId, QString place,
                       Secret key, QObject *parent) :
    QObject(parent),
    m_store(store),
    m_path(pathOf(folder, accountId)),
    m_place(std::move(place)),
    m_key(std::move(key)),
    m_thread(QStringLiteral("fleet cache"))
{
    const auto note = [this] { m_hasChanged = true; };
    connect(store, &DeploymentStore::rowsInserted, this, note);
    connect(store, &DeploymentStore::rowsRemoved, this, note);
    connect(store, &DeploymentStore::rowsChanged, this, note);
    connect(store, &DeploymentStore::polled, this, &FleetCache::polled);
    recall();
}

FleetCache::~FleetCache()
{
    save();
}

void FleetCache::recall()
{
    m_thread.run([this, path = m_path, place = m_place, key = m_key()] {
        const auto fleet = fleetIn(path);
        const bool isOurs = fleet && fleet->place == place && mayBeMarkOf(fleet->keyMark, key);
        QMetaObject::invokeMethod(this, [this, fleet = isOurs ? fleet : std::nullopt] {
            if (fleet)
                m_store->recall(fleet->rows, fleet->read);
            Q_EMIT looked();
        });
    });
}

void FleetCache::polled()
{
    if (m_store->lastError() || !m_hasChanged ||
        (m_sinceSaved.isValid() && m_sinceSaved.elapsed() < millisecondsBetweenSaves))
        return;
    save();
    m_sinceSaved.start();
}

void FleetCache::save()
{
    if (m_isForgotten || !m_store->lastGood().isValid())
        return;
    m_hasChanged = false;
    const QByteArray key = m_key();
    m_thread.run(
        [path = m_path, key, fleet = RememberedFleet{m_place, keyMarkOf(key), m_store->lastGood(), m_store->rows()}] {
            const QByteArray bytes = bytesOf(fleet);
            const bool holdsKey = !key.isEmpty() && bytes.contains(key);
            if (bytes.size() <= largestFile && !holdsKey)
                replaceDurably(path, bytes);
        });
}

void FleetCache::forget()
{
    m_isForgotten = true;
    m_thread.run([path = m_path] { QFile::remove(path); });
}

void FleetCache::forget(const QString &folder, const QString &accountId)
{
    if (!folder.isEmpty())
        QFile::remove(pathOf(folder, accountId));
}

void FleetCache::forgetAllBut(const QString &folder, const QStringList &accountIds)
{
    QStringList kept;
    for (const QString &id : accountIds)
        kept.append(fileNameFor(id) + ending);
    QDir files(folder);
    for (const QString &name : files.entryList({u'*' + ending}, QDir::Files)) {
        if (!kept.contains(name))
            files.remove(name);
    }
}

} // namespace Slipway
