// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/quietlog.h"

#include <QLoggingCategory>
#include <QRegularExpression>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace Slipway {

namespace {

constexpr std::array talkative{"qt.network",    "qt.qpa.input", "qt.qpa.clipboard", "qt.qpa.keyboard",
                               "qt.text.input", "qt.dbus",      "qt.accessibility", "qt.virtualkeyboard"};

QLoggingCategory::CategoryFilter usualFilter = nullptr;

void filter(QLoggingCategory *category)
{
    usualFilter(category);
    for (const char *name : talkative) {
        if (std::strncmp(category->categoryName(), name, std::strlen(name)) != 0)
            continue;
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
    }
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = qFormatLogMessage(type, context, withoutSecrets(message));
    if (!line.isNull())
        std::fprintf(stderr, "%s\n", line.toLocal8Bit().constData());
}

void silence()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
}

} // namespace

// A token may hold what base64 and its kin are made of. The word "Bearer" belongs to what stands behind the header's
// name, or only it would be struck out.
QString withoutSecrets(const QString &message)
{
    static const QRegularExpression named(
        QStringLiteral(
            R"(((?:authorization|api[-_ ]?key|password|secret|token)["']?\s*[:=,]?\s*["']?)(?:Bearer\s+)?[^\s"',;)]+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(QStringLiteral(R"((Bearer\s+)[^\s"',;)]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression shaped(QStringLiteral(R"(\bsk-[^\s"',;)]{4,})"));
    QString clean = message;
    clean.replace(named, QStringLiteral("\\1…"));
    clean.replace(bearer, QStringLiteral("\\1…"));
    return clean.replace(shaped, QStringLiteral("sk-…"));
}

// Qt goes on talking while the program's statics are taken down, withoutSecrets()'s among them: those that are made
// before the call of atexit() go after silence().
void installQuietLog()
{
    if (usualFilter)
        return;
    usualFilter = QLoggingCategory::installFilter(nullptr); // filter() is called before installFilter() returns
    QLoggingCategory::installFilter(filter);
    qInstallMessageHandler(write);
    withoutSecrets({});
    std::atexit(silence);
}

} // namespace Slipway
