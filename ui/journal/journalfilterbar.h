// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journal/journalfilter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Slipway {

/// Says which entries are wanted: a text, a deployment, what was asked, and what came of it.
class JournalFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit JournalFilterBar(QWidget *parent = nullptr);

    JournalWanted wanted() const;
    void setDeployments(const QStringList &ids); ///< to choose from, beside the chosen one
    void setDeployedModel(const QString &id);    ///< chooses it, whether the journal knows it or not; empty: all
    void clear();
    bool clearText(); ///< false when there was none
    void focusText();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    QComboBox *addChoice(const char *name);
    void fill();

    QLineEdit *m_text;
    QComboBox *m_deployment;
    QComboBox *m_verb;
    QComboBox *m_state;
    QStringList m_ids;
};

} // namespace Slipway
