// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"

#include <QFileDialog>

namespace Slipway {

/// Asks for a file and writes entries of the journal into it, as CSV or JSON by the file's ending. The file is there
/// whole or as it was before. Answers once for each file that was chosen.
class ExportDialog : public QFileDialog
{
    Q_OBJECT
public:
    ExportDialog(QList<Mutation> entries, QWidget *parent);

Q_SIGNALS:
    void written(const QString &path, qsizetype entries);
    void failed(const QString &path, const QString &why);

private:
    void write(const QString &path);
    bool wantsJson(const QString &path) const;

    QList<Mutation> m_entries;
};

} // namespace Slipway
