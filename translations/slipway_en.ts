<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Slipway::AboutDialog</name>
    <message>
        <source>About Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dashboard for your Model Studio deployments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1. Free software: GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AccountButton</name>
    <message>
        <source>No account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key in keychain…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AccountDialog</name>
    <message>
        <source>The test was stopped. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save without testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Test and save” first asks the service for one entry of the list of deployments. That changes nothing and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the key with %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the key in the keychain …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AccountForm</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in the toolbar and before anything is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional: only when it is not the key&apos;s own workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave empty to keep the stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keychain, in no file of Slipway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key as it is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a workspace&apos;s own host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With or without /api/v1 at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name, to tell it from others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like an API key. It belongs in the last field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account has this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace id has only letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has no spaces and only plain letters, digits and signs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AccountWords</name>
    <message>
        <source>%1 (The keychain says: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulator (simulated, free)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is saved. There is no keychain service here, or it does not answer, so the key is kept for this run only: enter it again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is saved. The keychain is locked or refused access, so the key is kept for this run only: unlock the keychain, then save the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds no key for this account, or it is locked. Unlock it and try again, or enter the key. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked or refused access. Unlock it and try again, or enter the key. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain service here, or it does not answer. Enter the key. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account stays: there is no keychain service here, or it does not answer, so the key may still be in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account stays: the keychain is locked or refused access, so the key is still in it. Unlock the keychain and remove the account again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AgeLine</name>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale: last updated %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated %1 ago · every %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::CatalogPicker</name>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that can be deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog is empty: this account has nothing to deploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base models could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own models could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::CatalogRows</name>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ChatPane</name>
    <message>
        <source>%1 no longer exists. The conversation stays until Slipway is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2: it can be asked once it is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the reply (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter); Shift+Enter begins a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask here goes to this deployment alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a deployment to talk to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt, temperature and more; what is not set is left to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ChipBar</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ColumnMenu</name>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Commands</name>
    <message>
        <source>Deploy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a model. Billing starts with the deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the capacity of the selected deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rate limits of the selected deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected deployments, after asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the table from the service now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the chat with the current deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy deployed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ids of the selected deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a command does, its shortcut</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was asked of the service, with its answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked about the selected deployment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %n deployment(s) from %1</source>
        <translation>
            <numerusform>Delete %n deployment from %1</numerusform>
            <numerusform>Delete %n deployments from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deployment(s)</source>
        <translation>
            <numerusform>Delete %n deployment</numerusform>
            <numerusform>Delete %n deployments</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments to delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting cannot be undone. Inference stops at once; billing stops when the deployment is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already gone: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its id to delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be serving prompts now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Type the id of each that may be serving: %n to go</source>
        <translation>
            <numerusform>Type the id of each that may be serving: %n to go</numerusform>
            <numerusform>Type the id of each that may be serving: %n to go</numerusform>
        </translation>
    </message>
    <message>
        <source>The id of each that may be serving was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is ticked once its id is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type hidden characters as they are shown, between &lt; and &gt;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DeleteRow</name>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone meanwhile: nothing will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being deleted already: nothing will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its status changed while this was open: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already gone: nothing was left to delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Its id was typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DeployDialog</name>
    <message>
        <source>Deploy a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a model in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog no longer lists this model. Pick another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on the left; Enter picks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be deployed in %2: %3.</source>
        <comment>model, account, plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be deployed in %2: %3, %4.</source>
        <comment>model, account, plan, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 input and %2 output tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill %1, decode %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a real account, billing starts with the deployment and goes on until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing is by the token. It starts with the deployment and goes on until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing starts with the deployment and goes on until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is taken. Choose another suffix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in with what was asked before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suffix %1 is taken, so another one is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan it had is no longer offered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template it had is no longer offered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it in the catalog…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DeployForm</name>
    <message>
        <source>Compute units, plan not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the console: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (paid in advance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. MU1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA deployments share capacity, so there is none to choose; they are billed by the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefill capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in the console. At most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens, up to %1; less for some models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts above it are refused with 429.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In steps of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for models that price it apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units, in steps of %1 up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units, 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells two deployments of a model apart: it becomes part of the id. Up to %1 lower-case letters, digits, - and _; may be empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DialogWords</name>
    <message>
        <source>%1 or %2</source>
        <comment>two numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model units need a template, e.g. MU1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is missing. The smallest is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity must be larger than 0. The smallest is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be larger than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity must be less than %1. The largest is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the present limits already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what it has already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest value known is %1; the service may refuse less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known steps are %1; the service may refuse this. Nearest: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is within the service&apos;s rule, but leaves no unit to answer prompts. It does not delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service wants all values to grow, or all to shrink. It may refuse this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is under way already. The service may refuse another until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not running. The service may refuse to scale it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has a deployment already: the service wants a suffix for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>account name (region)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity comes in steps of %1. Nearest: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template is paid in advance; that is done in the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog lists no plan of this model that can be asked for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at least one limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA deployments cannot be scaled through the API: they share capacity and are billed by the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only deployments on model units have limits that can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free: this account is simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1/h, %2/day (list price of %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1/h (list price of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out per 1,000 tokens, nothing while idle (list price of %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/h, then about %2/h (list price of %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lower-case letters a–z, digits, - and _: the suffix becomes part of the id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ErrorText</name>
    <message>
        <source>Plain http is only allowed to this computer itself. Use https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL must not contain a user name or a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL must end with its path: no “?” and no “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent us to another address, which is never followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back is not an answer of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than anything the service should send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this API key (401).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key or workspace may not do that (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know it (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service already has one of that name (409).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests for the moment (429).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is in trouble (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deployed all the same and be billed. It is not sent again by itself: look at the table, which is being read now, before you deploy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be gone or may still be billed. It is not sent again by itself: the table, which is being read now, will show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change may have been made all the same. It is not sent again by itself: the table, which is being read now, will show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key, and that it belongs to this region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the workspace, and that the key belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL, the clock of this computer and the network; a proxy may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL; a proxy or a sign-in page may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another suffix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deployed and nothing is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted; it is billed as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed; it is billed as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table shows the last good answer; deployments go on running and being billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was already gone: nothing is billed for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ExportDialog</name>
    <message>
        <source>Export the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::FleetColumns</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity, units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RPM limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPM limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of the deployment: what programs send as “model”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that was deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The foundation model it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units ready / units assigned; tokens per minute with provisioned throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is billed now by the hour, at the list price; empty while nothing is billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this computer&apos;s time zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::FleetProxy</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just deployed: the service&apos;s list does not show it yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::FleetTable</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::FleetView</name>
    <message>
        <source>No account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an account to see its deployments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading deployments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each deployment of this account has a row here: what it runs, whether it is ready and what it may cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some are hidden by the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated: free, nothing is billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which deployments are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryEntry</name>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryPane</name>
    <message numerus="yes">
        <source>%n older are not shown.</source>
        <translation>
            <numerusform>%n older one is not shown.</numerusform>
            <numerusform>%n older ones are not shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask of the service from here is listed with its answer: each deploy, scale, change of limits and delete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::IdText</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::JournalDetail</name>
    <message>
        <source>%1 (after %2 s)</source>
        <comment>a time; seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field; its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::JournalFilterBar</name>
    <message>
        <source>All deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows entries in which each word is found: id, model, request, answer, request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::JournalRows</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::JournalTable</name>
    <message>
        <source>What was asked, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::JournalWindow</name>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>No account is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal belongs to an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The command reads the key from DASHSCOPE_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The script reads the key from DASHSCOPE_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to %1.</source>
        <translation>
            <numerusform>%n entry written to %1.</numerusform>
            <numerusform>%n entries written to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal of %1</source>
        <comment>an account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the deploy dialog filled in with what was asked. Nothing is sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this deployment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::LimitsDialog</name>
    <message>
        <source>Change limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change limits in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1 requests per minute, %2 tokens per minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than 0; empty leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deployment is gone: there is nothing to limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts above a limit are refused with 429 until the minute is over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MainMenu</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows deployments whose id, name, model, status or plan contains the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MutationDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent already and cannot be called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing this window does not stop it; the table and the history show what comes of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Overview</name>
    <message>
        <source>Billed afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When and who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything the service sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::OverviewPane</name>
    <message>
        <source>The service no longer lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a deployment to see all about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deployment is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer lists it. Below is what was known last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 This one is simulated: nothing is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers only while it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deployment that is paid per token has no capacity to scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits can be set for model units only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the deployed model&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Program</name>
    <message>
        <source>DASHSCOPE_HTTP_BASE_URL is not used: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RemovalPanel</name>
    <message>
        <source>Remove the account “%1” (%2)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes back at the next start while DASHSCOPE_API_KEY is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is removed from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments are not touched: those that run go on running and being billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove without the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the key of “%1” from the keychain …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The account can be removed all the same; its key may then stay in the keychain, where only you can remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Reporter</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>Next try in %n s.</numerusform>
            <numerusform>Next try in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
    <message>
        <source>Stale: last good answer %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <comment>verb, deployment, what happened, what it means</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account&apos;s key comes from DASHSCOPE_API_KEY and is held for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key in keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DASHSCOPE_API_KEY is set: its account can be used at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n billed by the hour</source>
        <translation>
            <numerusform>%n billed by the hour</numerusform>
            <numerusform>%n billed by the hour</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is billed by the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at a price unknown here</source>
        <comment>a count of deployments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: about %2/h at list prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of unknown price</source>
        <translation>
            <numerusform>%n of unknown price</numerusform>
            <numerusform>%n of unknown price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by the token</source>
        <translation>
            <numerusform>%n by the token</numerusform>
            <numerusform>%n by the token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prepaid</source>
        <translation>
            <numerusform>%n prepaid</numerusform>
            <numerusform>%n prepaid</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest: %1, %2</source>
        <comment>an id, a time ago</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated: nothing is billed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RequestView</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ScaleDialog</name>
    <message>
        <source>Scale a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale a deployment in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted input tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted output tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted thinking tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units, in steps of its base capacity %1, up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units, up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In steps of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deployment is gone: there is nothing to scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1, %2.</source>
        <comment>status, capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::SendingPanel</name>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::SettingsForm</name>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher values make replies more varied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest tokens up to this share of probability are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is cut off at this length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed makes replies more alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model thinks before it answers, where it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0 up to, but not including, 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 0, up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number, 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 0 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table: go to the detail. Chat: send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat: new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat: stop the reply. Anywhere: one step back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::StatusBanner</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Tour</name>
    <message>
        <source>Who are you? Show me a table and some code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Transcript</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy reply as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https links are opened. The menu copies the address of this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::TranscriptButtons</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Words</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>No status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering, paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting payment to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: paid in advance, whether it is used or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: billed for the tokens it is sent and answers, free while idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: its throughput is billed by the hour, used or not, until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: it is billed by the hour, used or not, until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: it does not answer and is not billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: it does not answer and is not billed. The service says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped because a bill is unpaid: it is kept and billed for 24 hours, then released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped because a bill is unpaid: it does not answer and is not billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway does not know this status. Count on it being billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being deployed: it does not answer yet. Billing starts when it runs at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is being paid; it is deployed after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is being paid; the capacity changes after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its capacity is changing. It goes on answering, and it is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change failed. It goes on running as before, and it is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: it does not answer and is not billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being stopped: billing ends when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being deleted: billing ends when it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: it is no longer billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coming back: it is billed again when it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in / %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in / %2 out</source>
        <comment>in a narrow column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 units ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: answer unknown, checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throughput %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 in, %3 out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with a tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the first token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering… · first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off: the connection ended before the reply did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off: the reply ended with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
