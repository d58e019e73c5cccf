// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QObject>

class QSettings;

namespace Slipway {

/// Chat settings under a name, kept in the settings for every account and deployment. Holds no key.
class Presets : public QObject
{
    Q_OBJECT
public:
    /// `settings` outlives this.
    explicit Presets(QSettings *settings, QObject *parent = nullptr);

    QStringList names() const; ///< as people sort them
    bool has(const QString &name) const;
    std::optional<ChatSettings> find(const QString &name) const;
    QString nameOf(const ChatSettings &settings) const; ///< the preset that is exactly this; empty where there is none

    void save(const QString &name, const ChatSettings &settings); ///< replaces one of that name
    bool rename(const QString &from, const QString &to);          ///< false where `to` is taken or `from` unknown
    void remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    struct Preset
    {
        QString name;
        ChatSettings settings;
    };

    void load();
    void store();
    qsizetype indexOf(const QString &name) const;

    QSettings *m_settings;
    QList<Preset> m_presets;
};

} // namespace Slipway
