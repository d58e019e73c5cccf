// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/exportdialog.h"

#include "app/fleet/journalexport.h"

#include <QSaveFile>

namespace Slipway {

const QString csvEnding = QStringLiteral("csv");
const QString jsonEnding = QStringLiteral("json");

ExportDialog::ExportDialog(QList<Mutation> entries, QWidget *parent) :
    QFileDialog(parent, tr("Export the journal")), m_entries(std::move(entries))
{
    setObjectName(QStringLiteral("exportDialog"));
    setAcceptMode(AcceptSave);
    setFileMode(AnyFile);
    const QString csv = tr("Table for spreadsheets (*.csv)");
    const QString json = tr("JSON (*.json)");
    setNameFilters({csv, json});
    setDefaultSuffix(csvEnding);
    connect(this, &QFileDialog::filterSelected, this,
            [this, json](const QString &chosen) { setDefaultSuffix(chosen == json ? jsonEnding : csvEnding); });
    connect(this, &QFileDialog::fileSelected, this, &ExportDialog::write);
    selectFile(QStringLiteral("slipway-journal-%1").arg(QDate::currentDate().toString(Qt::ISODate)));
}

bool ExportDialog::wantsJson(const QString &path) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == jsonEnding || (ending != csvEnding && defaultSuffix() == jsonEnding);
}

void ExportDialog::write(const QString &path)
{
    const QByteArray bytes = wantsJson(path) ? JournalExport::json(m_entries) : JournalExport::csv(m_entries);
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (done)
        Q_EMIT written(path, m_entries.size());
    else
        Q_EMIT failed(path, file.errorString());
}

} // namespace Slipway
