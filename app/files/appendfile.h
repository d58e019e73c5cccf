// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

namespace Slipway {

/// Files of lines that only grow. Safe with several programs at once: each line is one write at the file's end, and
/// only one program renames at a time. A line that a crash or a full disk tore never glues to the next.

/// Any text as the name of a file or folder, without a dot or a slash; another for each.
QString fileNameFor(const QString &text);

/// Appends the lines and waits until they lie on disk. Makes file and folder where there are none, for their owner
/// only. Answers for each line what went wrong, in the system's words; empty when nothing did.
QStringList appendDurably(const QString &path, const QByteArrayList &lines);

/// As appendDurably(), or only handed to the system: a crash of the program loses nothing of that, one of the machine
/// the last seconds.
enum class Durability { Handed, OnDisk };
QStringList append(const QString &path, const QByteArrayList &lines, Durability durability);

/// Makes a file's whole content another. It is there as it was or as it will be, whatever happens, and readable by its
/// owner only. The system's words where it failed.
QString replaceDurably(const QString &path, const QByteArray &bytes);

/// Opens the file to be locked, and makes it where there is none. -1 where that fails; the caller closes it.
int openLockFile(const QString &path);

/// The n-th older file beside `path`: "a.jsonl" becomes "a.1.jsonl"; 0 is `path` itself.
QString olderFile(const QString &path, int number);

/// When the file holds more than `fullSize` bytes, renames it to its first older file, those to the next, and lets the
/// oldest beyond `oldFiles` go. Quietly does nothing where that fails: lines then go on into the full file.
void rotateIfFull(const QString &path, qint64 fullSize, int oldFiles);

} // namespace Slipway
