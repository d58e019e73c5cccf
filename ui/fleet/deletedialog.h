// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/mutationdialog.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace Slipway {

class DeleteRow;
class FormField;
class NoteLabel;

/// Deletes one deployment or several, each listed with its whole id. What may be serving is deleted only after its id
/// was typed, of several each; each is sent once, what vanished meanwhile not at all, and what came of
/// each is shown beside it; closes by itself when every one was accepted (see MutationDialog).
class DeleteDialog final : public MutationDialog
{
    Q_OBJECT
public:
    static constexpr qsizetype mostAtOnce = 100; ///< of more, the first; the rest are said to be left out

    DeleteDialog(DeploymentStore *store, const Account &account, const QStringList &ids, QWidget *parent = nullptr);
    ~DeleteDialog() override;

protected:
    bool inputIsGood() override;
    QList<quint64> send() override;
    void setEditable(bool editable) override;
    void fleetChanged() override;
    void retranslate() override;
    void answered(const Mutation &mutation) override;
    void allAnswered() override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRows(); ///< the next few
    void addRow(const QString &id);
    void showGone();
    void buildDialog();
    void fitList();
    void check();
    void paintButton();
    void nameButton();
    bool mustType() const;
    bool isConfirmed() const;
    bool isNamed(const QString &typed) const; ///< one that must still be typed
    void takeName(bool entered);              ///< of several: ticks the one whose id the field holds
    void showField();
    QString typingHint(const QString &id) const;
    QList<DeleteRow *> unnamed() const; ///< whose ids must still be typed
    QPushButton *cancelButton() const;
    QList<DeleteRow *> sendable() const;

    QStringList m_waiting; ///< ids whose rows are still to be made; until then nothing can be sent
    QTimer m_adding;       ///< makes rows of them
    qsizetype m_leftOut = 0;
    QStringList m_unknown; ///< ids that were gone before the dialog opened
    QList<DeleteRow *> m_rows;
    QHash<quint64, DeleteRow *> m_sent;
    std::optional<Mutation> m_unwritten; ///< one that was not sent because its entry could not be written
    QLabel *m_title;
    QLabel *m_warning;
    NoteLabel *m_gone;
    NoteLabel *m_rest;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QLineEdit *m_typed;
    FormField *m_typedField;
};

} // namespace Slipway
