// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/presets.h"

#include <QSettings>

#include <algorithm>

namespace Slipway {

static const QString listSetting = QStringLiteral("presets");

Presets::Presets(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    load();
}

/// The settings may have been edited by hand: a second one of a name is left out.
void Presets::load()
{
    const int count = m_settings->beginReadArray(listSetting);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        const QString name = m_settings->value(QStringLiteral("name")).toString();
        if (name.isEmpty() || has(name))
            continue;
        m_presets.append(
            {name,
             {.systemPrompt = m_settings->value(QStringLiteral("systemPrompt")).toString(),
              .stream = m_settings->value(QStringLiteral("stream"), true).toBool(),
              .parameters = parametersFrom(m_settings->value(QStringLiteral("parameters")).toString().toUtf8())}});
    }
    m_settings->endArray();
}

void Presets::store()
{
    std::ranges::sort(m_presets, [](const Preset &one, const Preset &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    m_settings->remove(listSetting);
    m_settings->beginWriteArray(listSetting, int(m_presets.size()));
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        m_settings->setArrayIndex(int(i));
        m_settings->setValue(QStringLiteral("name"), m_presets[i].name);
        m_settings->setValue(QStringLiteral("systemPrompt"), m_presets[i].settings.systemPrompt);
        m_settings->setValue(QStringLiteral("stream"), m_presets[i].settings.stream);
        m_settings->setValue(QStringLiteral("parameters"), QString::fromUtf8(jsonOf(m_presets[i].settings.parameters)));
    }
    m_settings->endArray();
    m_settings->sync();
    Q_EMIT changed();
}

qsizetype Presets::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(m_presets, name, &Preset::name);
    return found == m_presets.end() ? -1 : found - m_presets.begin();
}

QStringList Presets::names() const
{
    QStringList names;
    for (const Preset &preset : m_presets)
        names += preset.name;
    return names;
}

bool Presets::has(const QString &name) const
{
    return indexOf(name) >= 0;
}

std::optional<ChatSettings> Presets::find(const QString &name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? std::nullopt : std::optional(m_presets[index].settings);
}

QString Presets::nameOf(const ChatSettings &settings) const
{
    const auto found = std::ranges::find(m_presets, settings, &Preset::settings);
    return found == m_presets.end() ? QString() : found->name;
}

void Presets::save(const QString &name, const ChatSettings &settings)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        m_presets.append({name, settings});
    else
        m_presets[index].settings = settings;
    store();
}

bool Presets::rename(const QString &from, const QString &to)
{
    const qsizetype index = indexOf(from);
    if (index < 0 || to.isEmpty() || has(to))
        return from == to && index >= 0;
    m_presets[index].name = to;
    store();
    return true;
}

void Presets::remove(const QString &name)
{
    m_presets.removeIf([&name](const Preset &preset) { return preset.name == name; });
    store();
}

} // namespace Slipway
