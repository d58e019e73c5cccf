// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountform.h"

#include "app/modelstudio/endpoint.h"
#include "ui/accounts/fieldnote.h"
#include "ui/accounts/keyedit.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Slipway {

namespace {

enum RegionChoice { Beijing, Singapore, Other };

/// A key in a field that is remembered in the settings would be a key on disk.
bool looksLikeKey(const QString &text)
{
    return text.startsWith(QLatin1String("sk-"), Qt::CaseInsensitive);
}

} // namespace

AccountForm::AccountForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_layout->setVerticalSpacing(Look::smallGap);
    m_layout->setHorizontalSpacing(2 * Look::gap);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_name = addLine("nameEdit", m_nameField);
    m_name->setMaxLength(80);
    m_region = new QComboBox(this);
    m_region->setObjectName(QStringLiteral("regionBox"));
    addField(m_regionField, m_region, m_region);
    m_url = addLine("baseUrlEdit", m_urlField);
    m_workspace = addLine("workspaceEdit", m_workspaceField);
    addProtocol();
    addKey();
    fillRegions();
    retranslate();
    showBaseUrl();

    connect(m_region, &QComboBox::currentIndexChanged, this, &AccountForm::showBaseUrl);
    connect(m_region, &QComboBox::activated, this, &AccountForm::edited);
    connect(m_protocol, &QComboBox::activated, this, &AccountForm::edited);
    for (QLineEdit *line : {m_name, m_url, m_workspace, m_key}) {
        connect(line, &QLineEdit::textEdited, this, &AccountForm::checkAsTyped);
        connect(line, &QLineEdit::textEdited, this, &AccountForm::edited);
    }
}

QLineEdit *AccountForm::addLine(const char *name, Field &field)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    addField(field, line, line);
    return line;
}

void AccountForm::addField(Field &field, QWidget *widget, QWidget *focus)
{
    field.label = Look::plainLabel({}, this);
    field.label->setBuddy(focus);
    field.note = new FieldNote(focus, this);
    field.note->setObjectName(focus->objectName() + QLatin1String("Note"));
    m_layout->addRow(field.label, widget);
    m_layout->addRow(nullptr, field.note);
}

void AccountForm::addKey()
{
    auto *row = new QWidget(this);
    m_key = new KeyEdit(row);
    m_key->setObjectName(QStringLiteral("keyEdit"));
    m_reveal = new QToolButton(row);
    m_reveal->setObjectName(QStringLiteral("revealButton"));
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Look::smallGap);
    layout->addWidget(m_key, 1);
    layout->addWidget(m_reveal);
    addField(m_keyField, row, m_key);
    connect(m_reveal, &QToolButton::toggled, m_key,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

void AccountForm::addProtocol()
{
    m_protocol = new QComboBox(this);
    m_protocol->setObjectName(QStringLiteral("protocolBox"));
    for (const auto choice : {ProtocolChoice::Automatic, ProtocolChoice::Native, ProtocolChoice::Compatible})
        m_protocol->addItem({}, int(choice));
    addField(m_protocolField, m_protocol, m_protocol);
}

void AccountForm::fillRegions()
{
    m_region->addItems({{}, {}, {}});
}

void AccountForm::retranslate()
{
    m_nameField.label->setText(tr("&Name"));
    m_nameField.note->setHint(tr("Shown in the toolbar and before anything is deleted."));
    m_regionField.label->setText(tr("&Region"));
    m_region->setItemText(Beijing, tr("Beijing"));
    m_region->setItemText(Singapore, tr("Singapore"));
    m_region->setItemText(Other, tr("Other base URL"));
    m_urlField.label->setText(tr("&Base URL"));
    m_url->setPlaceholderText(QStringLiteral("https://llm-….cn-beijing.maas.aliyuncs.com"));
    m_workspaceField.label->setText(tr("&Workspace"));
    m_workspace->setPlaceholderText(QStringLiteral("llm-…"));
    m_workspaceField.note->setHint(tr("Optional: only when it is not the key's own workspace."));
    m_protocolField.label->setText(tr("Chat &over"));
    m_protocol->setItemText(0, tr("Automatic"));
    m_protocol->setItemText(1, tr("Native protocol"));
    m_protocol->setItemText(2, tr("OpenAI-compatible protocol"));
    m_protocolField.note->setHint(tr("Automatic: the native one first; if that is refused without charge, the other."));
    m_keyField.label->setText(tr("API &key"));
    m_key->setPlaceholderText(m_keyIsStored ? tr("leave empty to keep the stored key") : QStringLiteral("sk-…"));
    m_keyField.note->setHint(tr("Kept in the system keychain, in no file of Slipway."));
    m_reveal->setText(tr("Show"));
    m_reveal->setToolTip(tr("Show the key as it is typed"));
    m_reveal->setAccessibleName(tr("Show the key"));
    alignFields();
    showBaseUrl();
}

/// Also the longest label keeps its room while its row is hidden.
void AccountForm::alignFields()
{
    int widest = 0;
    for (const Field &field : {m_nameField, m_regionField, m_urlField, m_workspaceField, m_protocolField, m_keyField})
        widest = qMax(widest, field.label->sizeHint().width());
    m_nameField.label->setMinimumWidth(widest);
}

void AccountForm::edit(const Account &account)
{
    m_account = account;
    m_keyIsStored = true;
    m_name->setText(account.name);
    m_workspace->setText(account.workspace);
    m_protocol->setCurrentIndex(m_protocol->findData(int(account.protocol)));
    chooseRegion(account.root);
    retranslate();
}

void AccountForm::chooseRegion(const QUrl &root)
{
    if (root == rootOf(Region::Beijing)) {
        m_region->setCurrentIndex(Beijing);
    } else if (root == rootOf(Region::Singapore)) {
        m_region->setCurrentIndex(Singapore);
    } else {
        m_region->setCurrentIndex(Other);
        m_url->setText(root.toString());
    }
}

void AccountForm::setTakenNames(const QStringList &names)
{
    m_takenNames = names;
}

bool AccountForm::isOtherUrl() const
{
    return m_region->currentIndex() == Other;
}

void AccountForm::showBaseUrl()
{
    m_layout->setRowVisible(m_url, isOtherUrl());
    m_layout->setRowVisible(m_urlField.note, isOtherUrl());
    m_regionField.note->setHint(isOtherUrl() ? tr("For a workspace's own host.")
                                             : tr("Requests go to %1").arg(account().root.toString()));
    checkAsTyped();
}

/// What is still empty is not called wrong before it is submitted.
void AccountForm::checkAsTyped()
{
    const auto problem = [](const QLineEdit *line, const QString &text) {
        return line->text().trimmed().isEmpty() ? QString() : text;
    };
    m_nameField.note->setProblem(problem(m_name, nameProblem()));
    m_urlField.note->setProblem(problem(m_url, baseUrlProblem()));
    m_workspaceField.note->setProblem(workspaceProblem());
    m_keyField.note->setProblem(problem(m_key, keyProblem()));
    const QUrl root = isOtherUrl() ? account().root : QUrl();
    m_urlField.note->setHint(root.isEmpty() ? tr("With or without /api/v1 at its end.")
                                            : tr("Requests go to %1").arg(Look::visible(root.toString())));
}

bool AccountForm::check()
{
    m_nameField.note->setProblem(nameProblem());
    m_urlField.note->setProblem(baseUrlProblem());
    m_workspaceField.note->setProblem(workspaceProblem());
    m_keyField.note->setProblem(keyProblem());
    for (const Field &field : {m_nameField, m_urlField, m_workspaceField, m_keyField}) {
        if (!field.note->hasProblem())
            continue;
        field.label->buddy()->setFocus();
        return false;
    }
    return true;
}

QString AccountForm::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("Give the account a name, to tell it from others.");
    if (looksLikeKey(name))
        return tr("This looks like an API key. It belongs in the last field.");
    if (m_takenNames.contains(name, Qt::CaseInsensitive))
        return tr("Another account has this name already.");
    return {};
}

QString AccountForm::baseUrlProblem() const
{
    if (!isOtherUrl())
        return {};
    const auto root = parseBaseUrl(m_url->text());
    return root ? QString() : textOf(root.error(), Deed::TestKey).headline;
}

QString AccountForm::workspaceProblem() const
{
    const QString workspace = m_workspace->text().trimmed();
    if (looksLikeKey(workspace))
        return tr("This looks like an API key. It belongs in the last field.");
    if (!isHeaderSafe(workspace.toUtf8()))
        return tr("A workspace id has only letters, digits and hyphens.");
    return {};
}

QString AccountForm::keyProblem() const
{
    const QString key = m_key->text().trimmed();
    if (key.isEmpty() && !m_keyIsStored)
        return tr("Enter the API key.");
    if (!isHeaderSafe(key.toUtf8()))
        return tr("A key has no spaces and only plain letters, digits and signs.");
    return {};
}

Account AccountForm::account() const
{
    Account account = m_account;
    account.name = m_name->text().trimmed();
    account.workspace = m_workspace->text().trimmed();
    account.protocol = ProtocolChoice(m_protocol->currentData().toInt());
    if (isOtherUrl()) {
        const auto root = parseBaseUrl(m_url->text());
        account.root = root ? *root : QUrl();
    } else {
        account.root = rootOf(m_region->currentIndex() == Singapore ? Region::Singapore : Region::Beijing);
    }
    return account;
}

QByteArray AccountForm::key() const
{
    return m_key->text().trimmed().toUtf8();
}

/// setText also empties the line's undo history; clear() does not.
void AccountForm::clearKey()
{
    m_key->setText({});
    m_reveal->setChecked(false);
}

void AccountForm::askForKey()
{
    m_keyIsStored = false;
    retranslate();
    focusKey();
}

void AccountForm::focusKey()
{
    m_key->setFocus();
    m_key->selectAll();
}

void AccountForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
