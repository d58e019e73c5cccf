// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/deletedialog.h"

#include "ui/errortext.h"
#include "ui/fleet/deleterow.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/formfield.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/words.h"
#include "ui/plaintext.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <functional>

namespace Slipway {

static QLineEdit *typedLine()
{
    auto *line = new QLineEdit;
    line->setObjectName(QStringLiteral("confirmation"));
    line->setFont(Look::monospace(line->font()));
    return line;
}

DeleteDialog::DeleteDialog(DeploymentStore *store, const Account &account, const QStringList &ids, QWidget *parent) :
    MutationDialog(store, account, Deed::Delete, parent),
    m_waiting(ids.first(qMin(ids.size(), mostAtOnce))),
    m_leftOut(ids.size() - m_waiting.size()),
    m_title(Look::titleLabel()),
    m_warning(Look::plainLabel()),
    m_gone(new NoteLabel),
    m_rest(new NoteLabel),
    m_scroll(new QScrollArea),
    m_list(new QWidget),
    m_typed(typedLine()),
    m_typedField(new FormField(m_typed))
{
    setObjectName(QStringLiteral("deleteDialog"));
    primary()->setDefault(false);
    primary()->setAutoDefault(false);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, Look::gap, 0);
    layout->setSpacing(Look::gap);
    layout->addStretch();
    addRows();
    connect(&m_adding, &QTimer::timeout, this, [this] {
        addRows();
        showGone();
        check();
    });
    if (!m_waiting.isEmpty())
        m_adding.start(0);
    buildDialog();
    connect(m_typed, &QLineEdit::textChanged, this, [this] {
        takeName(false);
        check();
    });
    retranslate();
    if (mustType())
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        cancelButton()->setFocus(Qt::OtherFocusReason);
}

/// Hides while all of it is still here: hiding takes the focus from a field, and that is an edit to look at.
DeleteDialog::~DeleteDialog()
{
    hide();
}

/// A row takes its time to be made: four are there at once, the others while the dialog can be used. (By a timer: calls
/// that are queued are made one after another in the same turn of the event loop.)
void DeleteDialog::addRows()
{
    constexpr int most = 4;
    for (int row = 0; row < most && !m_waiting.isEmpty(); ++row)
        addRow(m_waiting.takeFirst());
    if (m_waiting.isEmpty())
        m_adding.stop();
}

void DeleteDialog::addRow(const QString &id)
{
    const Deployment *found = store() ? store()->find(id) : nullptr;
    if (!found) {
        m_unknown.append(id);
        return;
    }
    m_rows.append(new DeleteRow(account(), *found, m_list));
    auto *layout = static_cast<QVBoxLayout *>(m_list->layout());
    layout->insertWidget(layout->count() - 1, m_rows.last());
}

void DeleteDialog::buildDialog()
{
    m_scroll->setObjectName(QStringLiteral("deleteList"));
    m_scroll->setAccessibleName(tr("Deployments to delete"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_list);
    m_warning->setWordWrap(true);
    m_title->setWordWrap(true);
    body()->addWidget(m_title);
    body()->addWidget(m_scroll, 1);
    body()->addWidget(m_gone);
    body()->addWidget(m_rest);
    body()->addWidget(m_warning);
    body()->addWidget(m_typedField);
    m_rest->setObjectName(QStringLiteral("leftOut"));
    m_rest->setVisible(m_leftOut > 0);
    fitList();
}

/// High enough for as many rows as half the screen holds; more than that scrolls. Rows still to be made count as high
/// as those that are there.
void DeleteDialog::fitList()
{
    constexpr int width = 540;
    const int inside = width - 5 * Look::gap; // the dialog's margins, and the list's at its right
    const int there =
        m_list->layout()->hasHeightForWidth() ? m_list->layout()->heightForWidth(inside) : m_list->sizeHint().height();
    const int made = qMax(1, int(m_rows.size()));
    const int wanted = there + (there + Look::gap) / made * int(m_waiting.size());
    const int line = fontMetrics().lineSpacing();
    const int shown = qMin(wanted, screen()->availableSize().height() / 2);
    m_scroll->setMinimumHeight(shown);
    resize(width, shown + line * 12);
}

void DeleteDialog::retranslate()
{
    setWindowTitle(tr("Delete deployments"));
    m_title->setText(tr("Delete %n deployment(s) from %1", nullptr, int(m_rows.size() + m_waiting.size()))
                         .arg(accountText(account())));
    m_warning->setText(
        tr("Deleting cannot be undone. Inference stops at once; billing stops when the deployment is gone."));
    showGone();
    m_rest->setNote(
        tr("%n more deployment(s) selected: they are left out, %1 can be deleted at once.", nullptr, int(m_leftOut))
            .arg(mostAtOnce),
        Look::Tone::Warning);
    for (DeleteRow *row : std::as_const(m_rows))
        row->retranslate();
    check();
}

void DeleteDialog::showGone()
{
    QStringList shown;
    for (const QString &id : std::as_const(m_unknown))
        shown += Look::visibleId(id);
    m_gone->setVisible(!m_unknown.isEmpty());
    m_gone->setNote(tr("Already gone: %1.").arg(listText(shown)), Look::Tone::Warning);
}

// ---- what must be typed

QPushButton *DeleteDialog::cancelButton() const
{
    return findChild<QPushButton *>(QStringLiteral("cancel"));
}

QList<DeleteRow *> DeleteDialog::sendable() const
{
    QList<DeleteRow *> rows;
    for (DeleteRow *row : m_rows) {
        if (row->canBeSent())
            rows.append(row);
    }
    return rows;
}

QList<DeleteRow *> DeleteDialog::unnamed() const
{
    QList<DeleteRow *> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows), std::mem_fn(&DeleteRow::wantsName));
    return rows;
}

bool DeleteDialog::mustType() const
{
    const QList<DeleteRow *> rows = sendable();
    return std::any_of(rows.begin(), rows.end(), std::mem_fn(&DeleteRow::maybeServes));
}

bool DeleteDialog::isNamed(const QString &typed) const
{
    const QList<DeleteRow *> rows = unnamed();
    return std::any_of(rows.begin(), rows.end(), [&](const DeleteRow *row) { return row->isNamedBy(typed); });
}

bool DeleteDialog::isConfirmed() const
{
    const QList<DeleteRow *> rows = unnamed();
    const bool onlyOne = rows.size() == 1 && sendable().size() == 1;
    return m_waiting.isEmpty() && (rows.isEmpty() || (onlyOne && rows.first()->isNamedBy(m_typed->text())));
}

/// An id that another one begins with is taken on Enter only: the other may be on its way.
void DeleteDialog::takeName(bool entered)
{
    const QString typed = m_typed->text();
    const QList<DeleteRow *> rows = unnamed();
    const auto named =
        std::find_if(rows.begin(), rows.end(), [&](const DeleteRow *row) { return row->isNamedBy(typed); });
    if (sendable().size() < 2 || named == rows.end())
        return;
    const auto goesOn = [&](const DeleteRow *row) { return row != *named && row->id().startsWith(typed.trimmed()); };
    if (!entered && std::any_of(rows.begin(), rows.end(), goesOn))
        return;
    (*named)->setNamed();
    m_scroll->ensureWidgetVisible(*named);
    m_typed->clear();
}

QString DeleteDialog::typingHint(const QString &id) const
{
    const QString why = tr("It may be serving prompts now.");
    if (Look::visibleId(id) == id)
        return why;
    return twoSentences(why, tr("Type hidden characters as they are shown, between < and >."));
}

void DeleteDialog::check()
{
    showField();
    nameButton();
    paintButton();
}

void DeleteDialog::showField()
{
    const qsizetype missing = unnamed().size();
    m_typedField->setVisible(mustType());
    if (sendable().size() == 1) {
        m_typedField->setTitle(tr("Type its id to delete it"));
        m_typedField->setHint(typingHint(sendable().first()->id()));
    } else {
        m_typedField->setTitle(missing > 0 ? tr("Type their ids, one after the other: %n left", nullptr, int(missing))
                                           : tr("All ids were typed that are asked for"));
        m_typedField->setHint(tr("Only of those that may be serving prompts now; each is ticked once its id is "
                                 "complete."));
    }
    const bool isWrong = !m_typed->text().isEmpty() && missing > 0 && !isNamed(m_typed->text());
    const QString wrong = sendable().size() == 1 ? tr("This is not its id yet.") : tr("This is none of their ids yet.");
    m_typedField->setProblem(isWrong ? wrong : QString(), Look::Tone::Warning);
    if (missing == 0 && m_typed->hasFocus() && stage() == Stage::Editing)
        cancelButton()->setFocus(Qt::OtherFocusReason);
    m_typed->setEnabled(stage() == Stage::Editing && missing > 0);
}

void DeleteDialog::nameButton()
{
    const QList<DeleteRow *> rows = sendable();
    if (rows.isEmpty() && stage() != Stage::Sending)
        return offerOnlyClose();
    const QString one = rows.size() == 1 ? Look::visibleId(rows.first()->id()) : QString();
    const QString shown = fontMetrics().elidedText(one, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 40);
    setWords(rows.size() == 1 ? tr("Delete %1").arg(QString(shown).replace(u'&', QStringLiteral("&&")))
                              : tr("Delete %n deployment(s)", nullptr, int(rows.size())),
             tr("Deleting…"));
    if (stage() == Stage::Editing)
        primary()->setEnabled(isConfirmed());
}

void DeleteDialog::paintButton()
{
    primary()->setPalette(primary()->isEnabled() ? Look::dangerous(palette()) : palette());
}

void DeleteDialog::changeEvent(QEvent *event)
{
    MutationDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintButton();
}

/// Enter says yes only in the field, and only once it holds what must be typed.
void DeleteDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter)
        return MutationDialog::keyPressEvent(event);
    if (event->isAutoRepeat() || !m_typed->hasFocus())
        return;
    if (sendable().size() > 1)
        takeName(true);
    else if (mustType() && isConfirmed())
        submit();
}

// ---- sending

bool DeleteDialog::inputIsGood()
{
    fleetChanged();
    return isConfirmed() && !sendable().isEmpty();
}

QList<quint64> DeleteDialog::send()
{
    QList<quint64> sent;
    for (DeleteRow *row : sendable()) {
        row->setSent();
        const quint64 id = store()->remove(row->id(), unrecorded());
        m_sent.insert(id, row);
        sent.append(id);
    }
    paintButton();
    return sent;
}

void DeleteDialog::setEditable(bool)
{
    showField();
}

void DeleteDialog::fleetChanged()
{
    if (!store())
        return;
    for (DeleteRow *row : std::as_const(m_rows))
        row->refresh(store()->find(row->id()));
    if (stage() == Stage::Editing)
        check();
}

void DeleteDialog::answered(const Mutation &mutation)
{
    if (DeleteRow *row = m_sent.value(mutation.id))
        row->setAnswer(mutation);
    if (isUnrecorded(mutation))
        m_unwritten = mutation;
}

void DeleteDialog::allAnswered()
{
    const bool accepted =
        std::all_of(m_rows.begin(), m_rows.end(), [](const DeleteRow *row) { return row->isWellEnded(); });
    if (accepted && m_unknown.isEmpty())
        return accept();
    const std::optional<Mutation> unwritten = std::exchange(m_unwritten, std::nullopt);
    if (!unwritten)
        m_typed->clear();
    if (sendable().isEmpty())
        endSending();
    else
        resumeEditing();
    if (unwritten)
        offerUnrecorded(*unwritten);
    check();
}

} // namespace Slipway
