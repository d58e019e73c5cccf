// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace Slipway {

class DeploymentStore;

/// How old what is shown is, in seconds, where it is what an earlier run read; unset once the service has answered.
std::optional<qint64> recalledAge(const DeploymentStore *store);

/// How old the fleet is: "updated 3 s ago · every 10 s", "updating…" when a poll takes its time, and in the warning
/// colour when the last poll failed, or there is no network ("offline: …"), or the service counts more deployments than
/// it lists ("2 of 3 listed · …"). Ticks only while it can be seen; elides at its end where it is short of room.
class AgeLine : public QWidget
{
    Q_OBJECT
public:
    explicit AgeLine(QWidget *parent = nullptr);

    void setStore(DeploymentStore *store);
    const QString &text() const { return m_text; }

    void refresh();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;
    QString tip() const;
    bool isStale() const;

    QPointer<DeploymentStore> m_store;
    QString m_text;
    QTimer m_patience; ///< a poll that is quick is not worth a word
};

} // namespace Slipway
