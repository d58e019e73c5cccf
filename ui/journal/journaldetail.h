// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"

#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;

namespace Slipway {

class FieldGrid;
class HistoryEntry;
class RequestView;

/// Everything about one entry of the journal: what was asked, word by word as it was sent, and what came of it.
class JournalDetail : public QWidget
{
    Q_OBJECT
public:
    explicit JournalDetail(QWidget *parent = nullptr);

    void show(const Mutation *mutation); ///< nullptr: nothing is chosen, and nothing is shown
    void addButton(QAction *action, const char *name);
    void focusText();
    void retranslate();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    std::optional<Mutation> m_mutation;
    HistoryEntry *m_entry;
    FieldGrid *m_fields;
    RequestView *m_request;
    QWidget *m_content;
    QWidget *m_buttonRow;
    QHBoxLayout *m_buttons;
};

/// The entry as lines of text for the clipboard, the same words as on screen.
QString wholeTextOf(const Mutation &mutation);

} // namespace Slipway
