// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/promptfile.h"

#include "ui/look.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringDecoder>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::PromptFile)
};

PromptFile refused(const QString &problem)
{
    return {.text = {}, .problem = problem};
}

} // namespace

PromptFile PromptFile::read(const QString &path)
{
    const QFileInfo info(path);
    const QString name = Look::visible(info.fileName());
    if (!info.isFile()) // a pipe or a device would never end
        return refused(Words::tr("“%1” is not a file.").arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Words::tr("“%1” cannot be read: %2.").arg(name, file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return refused(Words::tr("“%1” is larger than a prompt may be (%2).")
                           .arg(name, QLocale().formattedDataSize(mostBytes, 0)));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (bytes.contains('\0') || decoder.hasError())
        return refused(Words::tr("“%1” is not a text file in UTF-8.").arg(name));
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (text.isEmpty())
        return refused(Words::tr("“%1” is empty.").arg(name));
    return {.text = text, .problem = {}};
}

} // namespace Slipway
