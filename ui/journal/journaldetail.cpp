// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaldetail.h"

#include "ui/errortext.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/fieldgrid.h"
#include "ui/fleet/historyentry.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/requestview.h"
#include "ui/fleet/words.h"
#include "ui/ticker.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>

namespace Slipway {

namespace {

struct Sent
{
    JsonLayout layout;
    QByteArray operator()(std::monostate) const { return {}; }
    template<typename Asked>
    QByteArray operator()(const Asked &asked) const
    {
        return bodyOf(asked, layout);
    }
};

/// What was sent, in lines where that is known to be the same.
QByteArray readableBody(const Mutation &mutation)
{
    const bool isSame = std::visit(Sent{JsonLayout::Compact}, mutation.asked) == mutation.body;
    return isSame ? std::visit(Sent{JsonLayout::Indented}, mutation.asked) : mutation.body;
}

QString answeredText(const Mutation &mutation)
{
    if (!mutation.answered.isValid())
        return {};
    const qint64 took = qMax<qint64>(0, mutation.started.msecsTo(mutation.answered));
    if (took < 1000)
        return JournalDetail::tr("%1 (after %2 ms)", "a time; milliseconds")
            .arg(timeWithZone(mutation.answered), QLocale().toString(took));
    return JournalDetail::tr("%1 (after %2 s)", "a time; seconds")
        .arg(timeWithZone(mutation.answered), QLocale().toString(double(took) / 1000, 'f', 1));
}

QList<FieldGrid::Row> fieldsOf(const Mutation &mutation)
{
    QList<FieldGrid::Row> rows{
        {JournalDetail::tr("Asked"), timeWithZone(mutation.started)},
        {JournalDetail::tr("Answered"), answeredText(mutation)},
        {JournalDetail::tr("HTTP status"), mutation.httpStatus ? QString::number(mutation.httpStatus) : QString()},
        {JournalDetail::tr("Model"), mutation.modelName},
        {JournalDetail::tr("Account"), mutation.account},
        {JournalDetail::tr("Details"), mutation.error ? mutation.error->detail : QString()},
    };
    rows.removeIf([](const FieldGrid::Row &row) { return row.value.isEmpty(); });
    return rows;
}

} // namespace

JournalDetail::JournalDetail(QWidget *parent) :
    QWidget(parent),
    m_entry(new HistoryEntry(true)),
    m_fields(new FieldGrid(FieldGrid::Names::Words)),
    m_request(new RequestView),
    m_content(new QWidget),
    m_buttonRow(new QWidget(this)),
    m_buttons(new QHBoxLayout(m_buttonRow))
{
    setObjectName(QStringLiteral("journalDetail"));
    auto *said = new QVBoxLayout;
    said->setSpacing(Look::gap);
    said->addWidget(m_entry);
    said->addWidget(m_fields);
    said->addStretch();
    auto *sent = new QVBoxLayout;
    sent->addWidget(m_request);
    sent->addStretch();
    m_request->setOpen(true);
    auto *columns = new QHBoxLayout(m_content);
    columns->setContentsMargins(Look::gap, 0, Look::gap, 0);
    columns->setSpacing(3 * Look::gap);
    columns->addLayout(said, 3);
    columns->addLayout(sent, 2);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    m_buttons->setContentsMargins(Look::gap, 0, Look::gap, 0);
    m_buttons->setSpacing(Look::gap);
    m_buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Look::gap);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_buttonRow);
    connect(new Ticker(Ticker::everyMinute, this), &Ticker::ticked, this, [this] {
        if (m_mutation)
            m_entry->show(*m_mutation);
    });
    show(nullptr);
}

void JournalDetail::addButton(QAction *action, const char *name)
{
    auto *button = new QToolButton(m_buttonRow);
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void JournalDetail::show(const Mutation *mutation)
{
    m_mutation = mutation ? std::optional(*mutation) : std::nullopt;
    m_content->setVisible(mutation);
    m_buttonRow->setVisible(mutation);
    fill();
}

void JournalDetail::fill()
{
    if (!m_mutation)
        return;
    m_entry->show(*m_mutation);
    m_fields->setRows(fieldsOf(*m_mutation));
    const QByteArray body = readableBody(*m_mutation);
    m_request->setVisible(!body.isEmpty());
    m_request->setBody(body);
}

void JournalDetail::focusText()
{
    if (auto *text = m_request->findChild<QPlainTextEdit *>(); text && text->isVisible())
        text->setFocus(Qt::OtherFocusReason);
}

void JournalDetail::retranslate()
{
    m_request->retranslate();
    fill();
}

void JournalDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

QString wholeTextOf(const Mutation &mutation)
{
    QStringList lines{verbWord(mutation.verb) + QStringLiteral(" · ") + stateWord(mutation)};
    lines << Look::visible(mutation.deployedModel) << askedText(mutation);
    if (mutation.error)
        lines << textOf(*mutation.error, deedOf(mutation.verb)).whole();
    else if (!mutation.requestId.isEmpty())
        lines << JournalDetail::tr("Request id: %1").arg(Look::visible(mutation.requestId));
    for (const FieldGrid::Row &row : fieldsOf(mutation))
        lines << JournalDetail::tr("%1: %2", "a field; its value").arg(row.name, Look::visible(row.value));
    lines << QString::fromUtf8(readableBody(mutation));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace Slipway
