<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>InquiryWords</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>verb, deployment, sentences</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>It was carried out: %1 is there and is billed.</source>
        <translation>已执行：%1 已存在并在计费。</translation>
    </message>
    <message>
        <source>It was carried out: the deployment is gone or going.</source>
        <translation>已执行：该部署已下线或正在下线。</translation>
    </message>
    <message>
        <source>It was carried out: the deployment is as was asked.</source>
        <translation>已执行：该部署已变为所要求的状态。</translation>
    </message>
    <message numerus="yes">
        <source>%n look(s) at the fleet do not show it.</source>
        <translation>
            <numerusform>核对 %n 次部署列表均未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not carried out: %1 Nothing is billed for it.</source>
        <translation>未执行：%1没有因此产生费用。</translation>
    </message>
    <message>
        <source>It was not carried out: %1 The deployment is still there and is billed.</source>
        <translation>未执行：%1该部署仍然存在并在计费。</translation>
    </message>
    <message>
        <source>It was not carried out: %1 The deployment is as before.</source>
        <translation>未执行：%1该部署保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Only you can tell: %n deployment(s) may have come from it.</source>
        <translation>
            <numerusform>无法自动判断：有 %n 个部署可能由它产生。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too little is known of it to look for it. Look through the table yourself.</source>
        <translation>关于这次请求的记录太少，无法查找。请自行查看列表。</translation>
    </message>
    <message>
        <source>The deployment is gone, so nothing shows whether it was carried out.</source>
        <translation>该部署已不存在，因此无法判断是否已执行。</translation>
    </message>
    <message>
        <source>Unknown, checking</source>
        <translation>结果未知，正在核对</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>%1 (suffix %2)</source>
        <translation>%1（后缀 %2）</translation>
    </message>
    <message>
        <source>The answer was lost. Slipway looks at the fleet to find out what became of it, and never sends it again by itself.</source>
        <translation>响应丢失。Slipway 正在通过部署列表核对结果，绝不会自行重发。</translation>
    </message>
    <message>
        <source>Choose which…</source>
        <translation>选择是哪个…</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Found after a lost answer: it fits the deploy that was sent at %1.</source>
        <translation>响应丢失后找到：与 %1 发送的部署请求相符。</translation>
    </message>
    <message>
        <source>It was carried out: %1 is there. It is simulated and free.</source>
        <translation>已执行：%1 已存在。它是模拟的，免费。</translation>
    </message>
    <message>
        <source>It was not carried out: %1 The deployment is still there.</source>
        <translation>未执行：%1该部署仍然存在。</translation>
    </message>
    <message>
        <source>The answer was lost, and it was sent to %1, which this account no longer shows. Look there: it may exist and be billed.</source>
        <translation>响应已丢失。该请求发往 %1，而此账号现在不再显示那里的部署。请到那里查看：它可能已存在并在计费。</translation>
    </message>
    <message>
        <source>The answer was lost, and it was sent to %1, which this account no longer shows. Look there for what became of it.</source>
        <translation>响应已丢失。该请求发往 %1，而此账号现在不再显示那里的部署。请到那里查看结果。</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>发往别处</translation>
    </message>
    <message>
        <source>The answer was lost, and it was sent with another key than this account has now. If that key is another account&apos;s, look there: it may exist and be billed.</source>
        <translation>响应已丢失，且该请求是用另一个 API Key 发送的，并非此账号现在的 API Key。如果那个 API Key 属于其他账号，请到那里查看：它可能已存在并在计费。</translation>
    </message>
    <message>
        <source>The answer was lost, and it was sent with another key than this account has now. If that key is another account&apos;s, look there for what became of it.</source>
        <translation>响应已丢失，且该请求是用另一个 API Key 发送的，并非此账号现在的 API Key。如果那个 API Key 属于其他账号，请到那里查看结果。</translation>
    </message>
    <message>
        <source>Sent with another key</source>
        <translation>用另一个 API Key 发送</translation>
    </message>
</context>
<context>
    <name>Slipway::AboutDialog</name>
    <message>
        <source>About Slipway</source>
        <translation>关于 Slipway</translation>
    </message>
    <message>
        <source>A dashboard for your Model Studio deployments.</source>
        <translation>阿里云百炼部署的管理面板。</translation>
    </message>
    <message>
        <source>Built with Qt %1. Free software: GNU General Public License, version 3 or later.</source>
        <translation>基于 Qt %1 构建。自由软件：GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
</context>
<context>
    <name>Slipway::AccountButton</name>
    <message>
        <source>No account</source>
        <translation>无账号</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>账号：%1</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>业务空间 %1</translation>
    </message>
    <message>
        <source>The key is kept for this run only.</source>
        <translation>API Key 仅在本次运行期间保留。</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Keep key in keychain…</source>
        <translation>将 API Key 存入密钥环…</translation>
    </message>
</context>
<context>
    <name>Slipway::AccountDialog</name>
    <message>
        <source>The test was stopped. Nothing was saved.</source>
        <translation>测试已停止。未保存任何内容。</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Save without testing</source>
        <translation>不测试直接保存</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>“Test and save” first asks the service for one entry of the list of deployments. That changes nothing and costs nothing.</source>
        <translation>点击“测试并保存”后，会先向服务请求部署列表中的一条记录。此操作不会更改任何内容，也不会产生费用。</translation>
    </message>
    <message>
        <source>Testing the key with %1 …</source>
        <translation>正在用 %1 测试 API Key…</translation>
    </message>
    <message>
        <source>Storing the key in the keychain …</source>
        <translation>正在将 API Key 存入密钥环…</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>未保存任何内容。</translation>
    </message>
    <message>
        <source>Waiting for the keychain to give the key. It may be asking for its password in a window of its own.</source>
        <translation>正在等待密钥环提供 API Key。它可能正在自己的窗口中询问密码。</translation>
    </message>
</context>
<context>
    <name>Slipway::AccountForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown in the toolbar and before anything is deleted.</source>
        <translation>显示在工具栏中，下线部署前也会显示。</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Other base URL</source>
        <translation>其他 Base URL</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>Base URL</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>业务空间</translation>
    </message>
    <message>
        <source>Optional: only when it is not the key&apos;s own workspace.</source>
        <translation>选填：仅当不使用 API Key 所属的业务空间时填写。</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API Key</translation>
    </message>
    <message>
        <source>leave empty to keep the stored key</source>
        <translation>留空则沿用已保存的 API Key</translation>
    </message>
    <message>
        <source>Kept in the system keychain, in no file of Slipway.</source>
        <translation>保存在系统密钥环中，不会写入 Slipway 的任何文件。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the key as it is typed</source>
        <translation>输入时显示 API Key</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示 API Key</translation>
    </message>
    <message>
        <source>For a workspace&apos;s own host.</source>
        <translation>用于业务空间的专属域名。</translation>
    </message>
    <message>
        <source>Requests go to %1</source>
        <translation>请求将发送至 %1</translation>
    </message>
    <message>
        <source>With or without /api/v1 at its end.</source>
        <translation>末尾带不带 /api/v1 均可。</translation>
    </message>
    <message>
        <source>Give the account a name, to tell it from others.</source>
        <translation>请为账号命名，以便与其他账号区分。</translation>
    </message>
    <message>
        <source>This looks like an API key. It belongs in the last field.</source>
        <translation>这看起来是 API Key，请填写到最后一栏。</translation>
    </message>
    <message>
        <source>Another account has this name already.</source>
        <translation>已有同名账号。</translation>
    </message>
    <message>
        <source>A workspace id has only letters, digits and hyphens.</source>
        <translation>业务空间 ID 只能包含字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation>请输入 API Key。</translation>
    </message>
    <message>
        <source>A key has no spaces and only plain letters, digits and signs.</source>
        <translation>API Key 不能包含空格，只能由普通字母、数字和符号组成。</translation>
    </message>
    <message>
        <source>Chat &amp;over</source>
        <translation>对话协议</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Native protocol</source>
        <translation>原生协议</translation>
    </message>
    <message>
        <source>OpenAI-compatible protocol</source>
        <translation>OpenAI 兼容协议</translation>
    </message>
    <message>
        <source>Automatic: the native one first; if that is refused without charge, the other.</source>
        <translation>“自动”先用原生协议；若被拒绝（不产生费用），则改用另一种。</translation>
    </message>
</context>
<context>
    <name>Slipway::AccountWords</name>
    <message>
        <source>%1 (The keychain says: %2)</source>
        <translation>%1（密钥环提示：%2）</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Simulator (simulated, free)</source>
        <translation>模拟器（模拟，免费）</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>The account is saved. There is no keychain service here, or it does not answer, so the key is kept for this run only: enter it again next time.</source>
        <translation>账号已保存。此处没有密钥环服务，或服务无响应，因此 API Key 仅在本次运行期间保留，下次需重新输入。</translation>
    </message>
    <message>
        <source>The account is saved. The keychain is locked or refused access, so the key is kept for this run only: unlock the keychain, then save the key again.</source>
        <translation>账号已保存。密钥环已锁定或拒绝访问，因此 API Key 仅在本次运行期间保留。请解锁密钥环，然后重新保存 API Key。</translation>
    </message>
    <message>
        <source>The keychain holds no key for this account, or it is locked. Unlock it and try again, or enter the key.</source>
        <translation>密钥环中没有此账号的 API Key，或密钥环已锁定。请解锁后重试，或输入 API Key。</translation>
    </message>
    <message>
        <source>The keychain is locked or refused access. Unlock it and try again, or enter the key.</source>
        <translation>密钥环已锁定或拒绝访问。请解锁后重试，或输入 API Key。</translation>
    </message>
    <message>
        <source>There is no keychain service here, or it does not answer. Enter the key.</source>
        <translation>此处没有密钥环服务，或服务无响应。请输入 API Key。</translation>
    </message>
    <message>
        <source>The account stays: there is no keychain service here, or it does not answer, so the key may still be in the keychain.</source>
        <translation>账号未移除：此处没有密钥环服务，或服务无响应，API Key 可能仍在密钥环中。</translation>
    </message>
    <message>
        <source>The account stays: the keychain is locked or refused access, so the key is still in it. Unlock the keychain and remove the account again.</source>
        <translation>账号未移除：密钥环已锁定或拒绝访问，API Key 仍在其中。请解锁密钥环，然后再次移除账号。</translation>
    </message>
    <message>
        <source>The key was not stored: there is no keychain service here, or it does not answer. It is held for this run only, as before.</source>
        <translation>API Key 未存入：此处没有密钥环服务，或服务无响应。它仍仅在本次运行期间保留。</translation>
    </message>
    <message>
        <source>The key was not stored: the keychain is locked or refused access. It is held for this run only, as before.</source>
        <translation>API Key 未存入：密钥环已锁定或拒绝访问。它仍仅在本次运行期间保留。</translation>
    </message>
</context>
<context>
    <name>Slipway::AccountsDialog</name>
    <message>
        <source>%1 · in use</source>
        <comment>an account, by its name</comment>
        <translation>%1 · 使用中</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>业务空间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>API Key</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Slipway::AgeLine</name>
    <message>
        <source>updating…</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无响应</translation>
    </message>
    <message>
        <source>stale: last updated %1 ago</source>
        <translation>数据已过时：上次更新于 %1前</translation>
    </message>
    <message>
        <source>%1 of %2 listed · updated %3 ago</source>
        <comment>deployments</comment>
        <translation>共 %2 个部署，仅列出 %1 个 · %3前更新</translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <translation>%1前更新</translation>
    </message>
    <message>
        <source>updated %1 ago · every %2</source>
        <translation>%1前更新 · 每 %2一次</translation>
    </message>
    <message>
        <source>The service counts more deployments than it lists. Those it does not list are not shown.</source>
        <translation>服务统计的部署多于其列出的部署，未列出的部署不会显示。</translation>
    </message>
    <message>
        <source>offline: last updated %1 ago</source>
        <translation>已离线：上次更新于 %1前</translation>
    </message>
    <message>
        <source>as it was %1 ago · not read yet</source>
        <translation>%1前的状态 · 尚未读取</translation>
    </message>
</context>
<context>
    <name>Slipway::AnswerFigures</name>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>Slipway::CandidatesDialog</name>
    <message>
        <source>%1 was asked for at %2: %3.</source>
        <comment>model and suffix, time, values</comment>
        <translation>%2 请求部署 %1：%3。</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一个？</translation>
    </message>
    <message>
        <source>Which one came from the lost deploy?</source>
        <translation>哪一个来自响应丢失的部署请求？</translation>
    </message>
    <message>
        <source>What you say is written into the journal. Nothing is sent, changed or deleted.</source>
        <translation>您的选择只写入操作日志，不会发送、更改或下线任何内容。</translation>
    </message>
    <message>
        <source>Deployments that may have come from it</source>
        <translation>可能由该请求产生的部署</translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation>部署模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>No id here ends with that suffix.</source>
        <translation>以下部署的 ID 都不以该后缀结尾。</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>就是这一个</translation>
    </message>
</context>
<context>
    <name>Slipway::CatalogPicker</name>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models that can be deployed</source>
        <translation>可部署的模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>The catalog is empty: this account has nothing to deploy.</source>
        <translation>模型目录为空：此账号没有可部署的模型。</translation>
    </message>
    <message>
        <source>No model matches.</source>
        <translation>没有匹配的模型。</translation>
    </message>
    <message>
        <source>The models could not be read.</source>
        <translation>无法读取模型。</translation>
    </message>
    <message>
        <source>Base models could not be read.</source>
        <translation>无法读取基础模型。</translation>
    </message>
    <message>
        <source>Your own models could not be read.</source>
        <translation>无法读取您自己的模型。</translation>
    </message>
</context>
<context>
    <name>Slipway::CatalogRows</name>
    <message>
        <source>own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Base model: %1</source>
        <translation>基础模型：%1</translation>
    </message>
    <message>
        <source>Plans: %1</source>
        <translation>部署方式：%1</translation>
    </message>
</context>
<context>
    <name>Slipway::ChatPane</name>
    <message>
        <source>%1 can be asked once Slipway has this account&apos;s key.</source>
        <translation>Slipway 获得此账号的 API Key 后才能向 %1 提问。</translation>
    </message>
    <message>
        <source>%1 is %2: it can be asked once it is %3.</source>
        <translation>%1 当前状态为“%2”，变为“%3”后才能提问。</translation>
    </message>
    <message>
        <source>Ask %1…</source>
        <translation>向 %1 提问…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop the reply (Esc)</source>
        <translation>停止回复（Esc）</translation>
    </message>
    <message>
        <source>What you ask here goes to this deployment alone.</source>
        <translation>您在此处的提问只会发送给这个部署。</translation>
    </message>
    <message>
        <source>Select a deployment to talk to it.</source>
        <translation>选择一个部署，开始对话。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>System prompt, temperature and more; what is not set is left to the service</source>
        <translation>系统提示词、温度等；未设置的参数由服务决定</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>已清空。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>%1 no longer exists. What was said stays in the conversations (Ctrl+H).</source>
        <translation>%1 已不存在。对话内容保留在会话记录中（Ctrl+H）。</translation>
    </message>
    <message>
        <source>Message deleted.</source>
        <translation>消息已删除。</translation>
    </message>
    <message>
        <source>What is sent now stands beside the message that you edit.</source>
        <translation>现在发送的内容会成为所编辑消息的另一个分支。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Ends editing (Esc)</source>
        <translation>结束编辑（Esc）</translation>
    </message>
    <message>
        <source>New</source>
        <comment>a conversation</comment>
        <translation>新会话</translation>
    </message>
    <message>
        <source>Begin again; this one stays in the conversations</source>
        <translation>重新开始；当前会话保留在会话记录中</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会话记录</translation>
    </message>
    <message>
        <source>All conversations of this account (Ctrl+H)</source>
        <translation>此账号的全部会话（Ctrl+H）</translation>
    </message>
</context>
<context>
    <name>Slipway::ChipBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Slipway::ColumnMenu</name>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>Slipway::Commands</name>
    <message>
        <source>Slipway does not have this account&apos;s key yet.</source>
        <translation>Slipway 还没有此账号的 API Key。</translation>
    </message>
    <message>
        <source>No account is open yet.</source>
        <translation>尚未打开任何账号。</translation>
    </message>
    <message>
        <source>What an earlier run left without an answer is looked into first.</source>
        <translation>需先查证上次运行中未收到响应的请求。</translation>
    </message>
    <message>
        <source>The table is what an earlier run read; once the service has answered, this can be done.</source>
        <translation>表格仍是上次运行读到的内容；收到服务响应后即可操作。</translation>
    </message>
    <message>
        <source>Select one deployment in the table.</source>
        <translation>请在表格中选择一个部署。</translation>
    </message>
    <message>
        <source>Select a deployment in the table.</source>
        <translation>请先在表格中选择部署。</translation>
    </message>
    <message>
        <source>Select two to four deployments that are running.</source>
        <translation>请选择 2 到 4 个运行中的部署。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command, a sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>部署…</translation>
    </message>
    <message>
        <source>Deploy a model. Billing starts with the deployment</source>
        <translation>部署模型，部署后即开始计费</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Change the capacity of the selected deployment</source>
        <translation>更改所选部署的容量</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限流…</translation>
    </message>
    <message>
        <source>Change the rate limits of the selected deployment</source>
        <translation>更改所选部署的限流设置</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>下线…</translation>
    </message>
    <message>
        <source>Delete the selected deployments, after asking</source>
        <translation>下线所选部署，下线前会先确认</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Read the table from the service now</source>
        <translation>立即从服务读取列表</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>转到筛选框</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>编写提示词</translation>
    </message>
    <message>
        <source>Go to the chat with the current deployment</source>
        <translation>转到与当前部署的对话</translation>
    </message>
    <message>
        <source>Show overview</source>
        <translation>显示概览</translation>
    </message>
    <message>
        <source>Show chat</source>
        <translation>显示对话</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>显示操作记录</translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation>转到列表</translation>
    </message>
    <message>
        <source>Copy deployed model</source>
        <translation>复制部署模型 ID</translation>
    </message>
    <message>
        <source>Copy the ids of the selected deployments</source>
        <translation>复制所选部署的 ID</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated text</source>
        <translation>将所选行复制为制表符分隔的文本</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Slipway</source>
        <translation>关于 Slipway</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a command does, its shortcut</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Everything that was asked of the service, with its answers</source>
        <translation>向服务发出的所有请求及其结果</translation>
    </message>
    <message>
        <source>Show in journal</source>
        <translation>在操作日志中查看</translation>
    </message>
    <message>
        <source>What was asked about the selected deployment</source>
        <translation>针对所选部署发出的请求</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>How long the start, the polls and the painting take, and the memory</source>
        <translation>启动、刷新和绘制所用的时间，以及内存占用</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Ask two to four running deployments the same, side by side</source>
        <translation>向两到四个运行中的部署提同样的问题，并排查看回答</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>批量提问</translation>
    </message>
    <message>
        <source>Sets of prompts that were asked of several deployments</source>
        <translation>向多个部署提出的成组提示词及其回答</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会话记录</translation>
    </message>
    <message>
        <source>Everything that was said to a deployment: to find, read and export</source>
        <translation>与各部署的全部对话：可查找、阅读和导出</translation>
    </message>
</context>
<context>
    <name>Slipway::CompareWindow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>停止所有回答（Esc）</translation>
    </message>
    <message>
        <source>Compare — %1</source>
        <comment>an account</comment>
        <translation>对比 — %1</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Show in which words the last answers differ, two at a time</source>
        <translation>逐词显示最近两个回答的差异，每次比较两个</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>Scrolling one answer scrolls them all</source>
        <translation>滚动一个回答时，其余回答一起滚动</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>System prompt, temperature and more, the same for all</source>
        <translation>系统提示词、温度等，对全部部署相同</translation>
    </message>
    <message>
        <source>Run a set…</source>
        <translation>批量提问…</translation>
    </message>
    <message>
        <source>Ask all prompts of a file. Nothing is sent yet</source>
        <translation>提出文件中的所有提示词。此时尚不发送</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Begin again, with nothing asked before</source>
        <translation>重新开始，不带之前的问答</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Ends editing (Esc)</source>
        <translation>结束编辑（Esc）</translation>
    </message>
    <message numerus="yes">
        <source>Ask all %n…</source>
        <translation>
            <numerusform>向全部 %n 个部署提问…</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompt for all</source>
        <translation>发给全部部署的提示词</translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation>回答显示在这里。</translation>
    </message>
    <message>
        <source>What is sent now goes to all, beside prompt %1, which you edit.</source>
        <translation>正在编辑第 %1 条提示词：现在发送的内容会发给全部部署，成为它的另一个分支。</translation>
    </message>
</context>
<context>
    <name>Slipway::CompareWords</name>
    <message>
        <source>%1 (estimate)</source>
        <comment>a count or a sum</comment>
        <translation>%1（估算）</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Token/秒</translation>
    </message>
    <message>
        <source>%1 out</source>
        <comment>tokens</comment>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>输入 %1 · 输出 %2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>none per token</source>
        <translation>不按 Token 计费</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>This account is simulated.</source>
        <translation>此账号为模拟账号。</translation>
    </message>
    <message>
        <source>At the list price of %1.</source>
        <translation>按 %1 的目录价计算。</translation>
    </message>
    <message>
        <source>This deployment is billed by token, at a price that is not known here.</source>
        <translation>此部署按 Token 计费，但此处没有其价格。</translation>
    </message>
    <message>
        <source>This deployment is billed for the time it runs, whether it is asked or not.</source>
        <translation>此部署按运行时长计费，与是否提问无关。</translation>
    </message>
    <message>
        <source>Asked for a stream, as it refused a whole reply.</source>
        <translation>此部署拒绝一次性回复，因此以流式提问。</translation>
    </message>
    <message>
        <source>Asked without %1, as it refused that.</source>
        <translation>此部署拒绝 %1，因此提问时未带上。</translation>
    </message>
</context>
<context>
    <name>Slipway::ConversationRows</name>
    <message>
        <source>%1 · gone</source>
        <comment>the id of a deployment that there is no more</comment>
        <translation>%1 · 已不存在</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最后一条消息</translation>
    </message>
</context>
<context>
    <name>Slipway::ConversationsWindow</name>
    <message>
        <source>Delete “%1” with every branch? It cannot be brought back.</source>
        <translation>删除“%1”及其所有分支？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Deleted for good.</source>
        <translation>已永久删除。</translation>
    </message>
    <message>
        <source>Export the conversation</source>
        <translation>导出会话</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model, asked to go on from here</source>
        <translation>模型（应要求从此处继续）</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>This reply is not complete.</source>
        <translation>此回复不完整。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Import a conversation</source>
        <translation>导入会话</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not a conversation that Slipway exported as JSON.</source>
        <translation>%1 不是 Slipway 以 JSON 导出的会话。</translation>
    </message>
    <message>
        <source>Imported “%1”.</source>
        <translation>已导入“%1”。</translation>
    </message>
    <message>
        <source>Copied. It reads the key from DASHSCOPE_API_KEY.</source>
        <translation>已复制。密钥从 DASHSCOPE_API_KEY 读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n conversations</source>
        <translation>
            <numerusform>%1 / %n 个会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>No account is open</source>
        <translation>未打开账号</translation>
    </message>
    <message>
        <source>Conversations belong to an account.</source>
        <translation>会话属于账号。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No conversation matches</source>
        <translation>没有匹配的会话</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>显示全部会话</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>还没有会话</translation>
    </message>
    <message>
        <source>What you say to a deployment is kept here.</source>
        <translation>与部署的对话会保存在这里。</translation>
    </message>
    <message>
        <source>Conversations of %1</source>
        <comment>an account</comment>
        <translation>%1 的会话记录</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会话记录</translation>
    </message>
    <message>
        <source>Search titles, deployments, prompts and replies</source>
        <translation>搜索标题、部署、提示词和回复</translation>
    </message>
    <message>
        <source>F3 goes to the next place in the conversation that is shown</source>
        <translation>按 F3 转到所显示会话中的下一处</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>搜索会话</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Take in a conversation that was exported as JSON</source>
        <translation>导入以 JSON 导出的会话</translation>
    </message>
    <message>
        <source>Open in the chat</source>
        <translation>在对话中打开</translation>
    </message>
    <message>
        <source>Go on with it, or read it there where its deployment is gone (Enter)</source>
        <translation>继续这个会话；部署已不存在时可在那里阅读（Enter）</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give it another title (F2)</source>
        <translation>更改标题（F2）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>As JSON, to import again…</source>
        <translation>导出为可再导入的 JSON…</translation>
    </message>
    <message>
        <source>Copy the last request as curl</source>
        <translation>复制最后一次请求为 curl 命令</translation>
    </message>
    <message>
        <source>Copy the last request as Python with the DashScope SDK</source>
        <translation>复制最后一次请求为 Python（DashScope SDK）</translation>
    </message>
    <message>
        <source>Copy the last request as Python with the OpenAI SDK</source>
        <translation>复制最后一次请求为 Python（OpenAI SDK）</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Conversations with the simulator are gone when Slipway is closed, as its deployments are.</source>
        <translation>与模拟器的会话和模拟器的部署一样，随 Slipway 退出而结束。</translation>
    </message>
</context>
<context>
    <name>Slipway::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Slipway::DeleteDialog</name>
    <message>
        <source>Deployments to delete</source>
        <translation>待下线的部署</translation>
    </message>
    <message>
        <source>Delete deployments</source>
        <translation>下线部署</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deployment(s) from %1</source>
        <translation>
            <numerusform>从“%1”中下线 %n 个部署</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting cannot be undone. Inference stops at once; billing stops when the deployment is gone.</source>
        <translation>下线后部署会被删除，无法恢复。推理服务会立即停止；部署彻底删除后停止计费。</translation>
    </message>
    <message>
        <source>Already gone: %1.</source>
        <translation>已不存在：%1。</translation>
    </message>
    <message>
        <source>Type its id to delete it</source>
        <translation>输入其 ID 以确认下线</translation>
    </message>
    <message>
        <source>It may be serving prompts now.</source>
        <translation>它可能正在处理提示词。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>下线 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deployment(s)</source>
        <translation>
            <numerusform>下线 %n 个部署</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在提交下线…</translation>
    </message>
    <message>
        <source>Type hidden characters as they are shown, between &lt; and &gt;.</source>
        <translation>隐藏字符请按显示的样子输入，写在 &lt; 和 &gt; 之间。</translation>
    </message>
    <message numerus="yes">
        <source>%n more deployment(s) selected: they are left out, %1 can be deleted at once.</source>
        <translation>
            <numerusform>还选中了 %n 个部署：不会一起下线，一次最多下线 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type their ids, one after the other: %n left</source>
        <translation>
            <numerusform>请逐个输入 ID：还剩 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All ids were typed that are asked for</source>
        <translation>需要输入的 ID 均已输入</translation>
    </message>
    <message>
        <source>Only of those that may be serving prompts now; each is ticked once its id is complete.</source>
        <translation>只需输入可能正在提供服务的部署；ID 输入完整后即会打勾。</translation>
    </message>
    <message>
        <source>This is not its id yet.</source>
        <translation>与其 ID 尚不一致。</translation>
    </message>
    <message>
        <source>This is none of their ids yet.</source>
        <translation>与其中任何一个 ID 都尚不一致。</translation>
    </message>
</context>
<context>
    <name>Slipway::DeleteRow</name>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>Gone meanwhile: nothing will be sent.</source>
        <translation>在此期间已不存在：不会发送请求。</translation>
    </message>
    <message>
        <source>It is being deleted already: nothing will be sent.</source>
        <translation>已在下线：不会发送请求。</translation>
    </message>
    <message>
        <source>Its status changed while this was open: %1.</source>
        <translation>此窗口打开期间，其状态已变为：%1。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>✓ Deleting</source>
        <translation>✓ 已开始下线</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>? %1</source>
        <translation>? %1</translation>
    </message>
    <message>
        <source>Already gone: nothing was left to delete.</source>
        <translation>已不存在：无需下线。</translation>
    </message>
    <message>
        <source>✓ Its id was typed</source>
        <translation>✓ 已输入其 ID</translation>
    </message>
</context>
<context>
    <name>Slipway::DeployDialog</name>
    <message>
        <source>Deploy a model</source>
        <translation>部署模型</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Deploying…</source>
        <translation>正在部署…</translation>
    </message>
    <message>
        <source>Deploy a model in %1</source>
        <translation>在“%1”中部署模型</translation>
    </message>
    <message>
        <source>No model picked</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>The catalog no longer lists this model. Pick another.</source>
        <translation>模型目录中已没有此模型，请另选一个。</translation>
    </message>
    <message>
        <source>Search on the left; Enter picks.</source>
        <translation>在左侧搜索，按 Enter 选择。</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>算力单元</translation>
    </message>
    <message>
        <source>%1 will be deployed in %2: %3.</source>
        <comment>model, account, plan</comment>
        <translation>将在“%2”中部署 %1：%3。</translation>
    </message>
    <message>
        <source>%1 will be deployed in %2: %3, %4.</source>
        <comment>model, account, plan, size</comment>
        <translation>将在“%2”中部署 %1：%3，%4。</translation>
    </message>
    <message>
        <source>%1 input and %2 output tokens per minute</source>
        <translation>每分钟输入 %1 Token、输出 %2 Token</translation>
    </message>
    <message>
        <source>prefill %1, decode %2</source>
        <translation>Prefill %1，Decode %2</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>容量 %1</translation>
    </message>
    <message>
        <source>In a real account, billing starts with the deployment and goes on until it is deleted.</source>
        <translation>如果是真实账号，部署后即开始计费，直到部署下线为止。</translation>
    </message>
    <message>
        <source>Billing is by the token. It starts with the deployment and goes on until it is deleted.</source>
        <translation>按 Token 计费。部署后即开始计费，直到部署下线为止。</translation>
    </message>
    <message>
        <source>Billing starts with the deployment and goes on until it is deleted.</source>
        <translation>部署后即开始计费，直到部署下线为止。</translation>
    </message>
    <message>
        <source>Pick a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>This one is taken. Choose another suffix.</source>
        <translation>该后缀已被占用，请换一个。</translation>
    </message>
    <message>
        <source>Reload the models</source>
        <translation>重新加载模型</translation>
    </message>
    <message>
        <source>Filled in with what was asked before.</source>
        <translation>已按之前的请求填写。</translation>
    </message>
    <message>
        <source>The suffix %1 is taken, so another one is proposed.</source>
        <translation>后缀 %1 已被占用，已换成另一个。</translation>
    </message>
    <message>
        <source>The plan it had is no longer offered: %1.</source>
        <translation>原来的部署方式已不再提供：%1。</translation>
    </message>
    <message>
        <source>The template it had is no longer offered: %1.</source>
        <translation>原来的部署规格已不再提供：%1。</translation>
    </message>
    <message>
        <source>Looking for it in the catalog…</source>
        <translation>正在模型目录中查找…</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier deploy was carried out: %1. To deploy now may make a second one.</source>
        <translation>尚不清楚之前的部署请求是否已执行：%1。现在部署可能会重复部署。</translation>
    </message>
    <message>
        <source>This one is taken: the lost deploy was carried out after all. Look for it in the table before you deploy with another suffix.</source>
        <translation>该后缀已被占用：之前响应丢失的部署其实已执行。请先在列表中查找，再考虑换后缀部署。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>template, size</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Slipway::DeployForm</name>
    <message>
        <source>Compute units, plan not sent</source>
        <translation>算力单元，不发送 plan</translation>
    </message>
    <message>
        <source>Only in the console: %1.</source>
        <translation>仅可在控制台使用：%1。</translation>
    </message>
    <message>
        <source>%1 (paid in advance)</source>
        <translation>%1（预付费）</translation>
    </message>
    <message>
        <source>e.g. MU1</source>
        <translation>例如 MU1</translation>
    </message>
    <message>
        <source>The service&apos;s default</source>
        <translation>服务默认值</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>LoRA deployments share capacity, so there is none to choose; they are billed by the token.</source>
        <translation>LoRA 部署共享容量，因此无需选择容量；按 Token 计费。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>部署方式</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>部署规格</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Prefill capacity</source>
        <translation>Prefill 容量</translation>
    </message>
    <message>
        <source>Decode capacity</source>
        <translation>Decode 容量</translation>
    </message>
    <message>
        <source>Input tokens per minute</source>
        <translation>每分钟输入 Token 数</translation>
    </message>
    <message>
        <source>Output tokens per minute</source>
        <translation>每分钟输出 Token 数</translation>
    </message>
    <message>
        <source>Thinking tokens per minute</source>
        <translation>每分钟思考 Token 数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>后缀</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation>每分钟 Token 数</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Shown in the console. At most %1 characters.</source>
        <translation>显示在控制台中，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Tokens, up to %1; less for some models.</source>
        <translation>单位为 Token，最多 %1；部分模型上限更低。</translation>
    </message>
    <message>
        <source>Prompts above it are refused with 429.</source>
        <translation>超出后，提示词会被拒绝并返回 429。</translation>
    </message>
    <message>
        <source>In steps of %1.</source>
        <translation>步长为 %1。</translation>
    </message>
    <message>
        <source>Only for models that price it apart.</source>
        <translation>仅适用于对思考单独定价的模型。</translation>
    </message>
    <message>
        <source>Units, in steps of %1 up to %2.</source>
        <translation>单元数，步长为 %1，最多 %2。</translation>
    </message>
    <message>
        <source>Units, 1 to %1.</source>
        <translation>单元数，1 至 %1。</translation>
    </message>
    <message>
        <source>Becomes part of the id. Slipway finds the deployment by it should the answer be lost. Up to %1 lower-case letters, digits, - and _.</source>
        <translation>后缀是 ID 的一部分，响应丢失时凭它找回部署。最多 %1 个小写字母、数字、- 和 _。</translation>
    </message>
</context>
<context>
    <name>Slipway::DialogWords</name>
    <message>
        <source>%1 or %2</source>
        <comment>two numbers</comment>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>Pick a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>Model units need a template, e.g. MU1.</source>
        <translation>模型单元需要指定部署规格，例如 MU1。</translation>
    </message>
    <message>
        <source>Pick a plan.</source>
        <translation>请选择部署方式。</translation>
    </message>
    <message>
        <source>This is missing. The smallest is %1.</source>
        <translation>此项必填，最小值为 %1。</translation>
    </message>
    <message>
        <source>Capacity must be larger than 0. The smallest is %1.</source>
        <translation>容量必须大于 0，最小值为 %1。</translation>
    </message>
    <message>
        <source>This must be larger than 0.</source>
        <translation>此项必须大于 0。</translation>
    </message>
    <message>
        <source>Capacity must be less than %1. The largest is %2.</source>
        <translation>容量必须小于 %1，最大值为 %2。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>最多 %1。</translation>
    </message>
    <message>
        <source>These are the present limits already.</source>
        <translation>与当前限流相同。</translation>
    </message>
    <message>
        <source>This is what it has already.</source>
        <translation>与当前值相同。</translation>
    </message>
    <message>
        <source>The smallest value known is %1; the service may refuse less.</source>
        <translation>已知最小值为 %1，更小的值可能会被服务拒绝。</translation>
    </message>
    <message>
        <source>Known steps are %1; the service may refuse this. Nearest: %2.</source>
        <translation>已知步长为 %1，服务可能会拒绝此值。最接近的值：%2。</translation>
    </message>
    <message>
        <source>0 is within the service&apos;s rule, but leaves no unit to answer prompts. It does not delete it.</source>
        <translation>服务允许设为 0，但这样就没有单元来回复提示词。这不会下线部署。</translation>
    </message>
    <message>
        <source>The service wants all values to grow, or all to shrink. It may refuse this.</source>
        <translation>服务要求所有值同时增大或同时减小，可能会拒绝此请求。</translation>
    </message>
    <message>
        <source>A change is under way already. The service may refuse another until it is done.</source>
        <translation>已有变更正在进行，完成之前服务可能会拒绝新的变更。</translation>
    </message>
    <message>
        <source>It is not running. The service may refuse to scale it.</source>
        <translation>该部署未在运行，服务可能会拒绝扩缩容。</translation>
    </message>
    <message>
        <source>This model has a deployment already: the service wants a suffix for another.</source>
        <translation>该模型已有部署：再次部署时，服务要求填写后缀。</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>account name (region)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation>此项不是整数。</translation>
    </message>
    <message>
        <source>Capacity cannot be negative.</source>
        <translation>容量不能为负数。</translation>
    </message>
    <message>
        <source>Capacity comes in steps of %1. Nearest: %2.</source>
        <translation>容量的步长为 %1。最接近的值：%2。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>This template is paid in advance; that is done in the console.</source>
        <translation>此部署规格为预付费，需在控制台中购买。</translation>
    </message>
    <message>
        <source>The catalog lists no plan of this model that can be asked for here.</source>
        <translation>模型目录中，此模型没有可在此处申请的部署方式。</translation>
    </message>
    <message>
        <source>Enter at least one limit.</source>
        <translation>请至少填写一项限流。</translation>
    </message>
    <message>
        <source>LoRA deployments cannot be scaled through the API: they share capacity and are billed by the token.</source>
        <translation>LoRA 部署无法通过 API 扩缩容：它们共享容量，按 Token 计费。</translation>
    </message>
    <message>
        <source>Only deployments on model units have limits that can be changed.</source>
        <translation>只有使用模型单元的部署才能更改限流。</translation>
    </message>
    <message>
        <source>Free: this account is simulated.</source>
        <translation>免费：此账号为模拟账号。</translation>
    </message>
    <message>
        <source>About %1/h, %2/day (list price of %3).</source>
        <translation>约 %1/小时，%2/天（%3 目录价）。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>about %1/h (list price of %2)</source>
        <translation>约 %1/小时（%2 目录价）</translation>
    </message>
    <message>
        <source>%1 in, %2 out per 1,000 tokens, nothing while idle (list price of %3).</source>
        <translation>每 1,000 个 Token 输入 %1、输出 %2，闲置时不收费（%3 目录价）。</translation>
    </message>
    <message>
        <source>%1/h, then about %2/h (list price of %3).</source>
        <translation>%1/小时，变更后约 %2/小时（%3 目录价）。</translation>
    </message>
    <message>
        <source>Only lower-case letters a–z, digits, - and _: the suffix becomes part of the id.</source>
        <translation>只能包含小写字母 a–z、数字、- 和 _：后缀会成为 ID 的一部分。</translation>
    </message>
</context>
<context>
    <name>Slipway::DifferencePage</name>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The words are the same.</source>
        <translation>用词完全相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Struck through: only left. Underlined: only right. Differences of spacing are not shown.</source>
        <translation>删除线：仅左侧有。下划线：仅右侧有。不显示空白的差异。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Go to the difference before (Alt+Up)</source>
        <translation>转到上一处差异（Alt+↑）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Go to the next difference (Alt+Down)</source>
        <translation>转到下一处差异（Alt+↓）</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>左侧回答</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>右侧回答</translation>
    </message>
    <message>
        <source>Left answer with its differences</source>
        <translation>左侧回答及其差异</translation>
    </message>
    <message>
        <source>Right answer with its differences</source>
        <translation>右侧回答及其差异</translation>
    </message>
    <message numerus="yes">
        <source>%n words only left</source>
        <translation>
            <numerusform>仅左侧有 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>仅右侧有 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % in common</source>
        <translation>相同部分占 %1%</translation>
    </message>
</context>
<context>
    <name>Slipway::ErrorText</name>
    <message>
        <source>Plain http is only allowed to this computer itself. Use https.</source>
        <translation>只有访问本机时才允许使用 http，请改用 https。</translation>
    </message>
    <message>
        <source>The URL must not contain a user name or a password.</source>
        <translation>URL 中不能包含用户名或密码。</translation>
    </message>
    <message>
        <source>The URL must end with its path: no “?” and no “#”.</source>
        <translation>URL 必须以路径结尾，不能包含“?”或“#”。</translation>
    </message>
    <message>
        <source>The URL must begin with https://.</source>
        <translation>URL 必须以 https:// 开头。</translation>
    </message>
    <message>
        <source>The base URL is missing.</source>
        <translation>缺少 Base URL。</translation>
    </message>
    <message>
        <source>This is not a URL.</source>
        <translation>这不是有效的 URL。</translation>
    </message>
    <message>
        <source>The API key holds characters that no key has, so nothing was sent.</source>
        <translation>API Key 含有不应出现的字符，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>The workspace id holds characters that no such id has, so nothing was sent.</source>
        <translation>业务空间 ID 含有不应出现的字符，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>The request could not be made.</source>
        <translation>无法发起请求。</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>无法连接到服务。</translation>
    </message>
    <message>
        <source>The service cannot be reached: %1.</source>
        <translation>无法连接到服务：%1。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made.</source>
        <translation>无法与服务建立可信连接。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务未在规定时间内响应。</translation>
    </message>
    <message>
        <source>The connection ended before the answer was complete.</source>
        <translation>响应尚未接收完整，连接就已断开。</translation>
    </message>
    <message>
        <source>The server sent us to another address, which is never followed.</source>
        <translation>服务器要求重定向到其他地址，Slipway 从不跟随重定向。</translation>
    </message>
    <message>
        <source>What came back is not an answer of the service.</source>
        <translation>返回的内容不是该服务的响应。</translation>
    </message>
    <message>
        <source>The answer is larger than anything the service should send.</source>
        <translation>响应过大，超出了服务的正常范围。</translation>
    </message>
    <message>
        <source>The service does not accept this API key (401).</source>
        <translation>服务不接受此 API Key（401）。</translation>
    </message>
    <message>
        <source>This key or workspace may not do that (403).</source>
        <translation>此 API Key 或业务空间无权执行该操作（403）。</translation>
    </message>
    <message>
        <source>The service does not know it (404).</source>
        <translation>服务中不存在该对象（404）。</translation>
    </message>
    <message>
        <source>The service already has one of that name (409).</source>
        <translation>服务中已有同名对象（409）。</translation>
    </message>
    <message>
        <source>Too many requests for the moment (429).</source>
        <translation>当前请求过多（429）。</translation>
    </message>
    <message>
        <source>The service refused the request (%1).</source>
        <translation>服务拒绝了请求（%1）。</translation>
    </message>
    <message>
        <source>The service is in trouble (%1).</source>
        <translation>服务出现故障（%1）。</translation>
    </message>
    <message>
        <source>It may have been deployed all the same and be billed. It is not sent again by itself: look at the table, which is being read now, before you deploy again.</source>
        <translation>部署仍有可能已经创建并开始计费。请求不会自动重发：列表正在刷新，请先查看列表，再决定是否重新部署。</translation>
    </message>
    <message>
        <source>It may be gone or may still be billed. It is not sent again by itself: the table, which is being read now, will show it.</source>
        <translation>部署可能已下线，也可能仍在计费。请求不会自动重发：列表正在刷新，稍后会显示结果。</translation>
    </message>
    <message>
        <source>Check the key, and that it belongs to this region.</source>
        <translation>请检查 API Key 是否正确，以及是否属于此地域。</translation>
    </message>
    <message>
        <source>Check the workspace, and that the key belongs to it.</source>
        <translation>请检查业务空间，以及 API Key 是否属于该业务空间。</translation>
    </message>
    <message>
        <source>Check the URL, the clock of this computer and the network; a proxy may be in between.</source>
        <translation>请检查 URL、本机时钟和网络，中间可能有代理。</translation>
    </message>
    <message>
        <source>Check the network and the base URL.</source>
        <translation>请检查网络和 Base URL。</translation>
    </message>
    <message>
        <source>Check the base URL; a proxy or a sign-in page may be in between.</source>
        <translation>请检查 Base URL，中间可能有代理或登录页面。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>请过一段时间再试。</translation>
    </message>
    <message>
        <source>Choose another suffix.</source>
        <translation>请换一个后缀。</translation>
    </message>
    <message>
        <source>Nothing was deployed and nothing is billed.</source>
        <translation>没有创建部署，也不会计费。</translation>
    </message>
    <message>
        <source>Nothing was deleted; it is billed as before.</source>
        <translation>没有下线任何部署，计费不变。</translation>
    </message>
    <message>
        <source>Nothing was changed; it is billed as before.</source>
        <translation>没有做任何变更，计费不变。</translation>
    </message>
    <message>
        <source>The table shows the last good answer; deployments go on running and being billed.</source>
        <translation>列表显示的是上次成功获取的数据，部署仍在运行并计费。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>没有保存任何内容。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>It was already gone: nothing is billed for it.</source>
        <translation>该部署此前已不存在，不会再计费。</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made: %1.</source>
        <translation>无法与服务建立可信连接：%1。</translation>
    </message>
    <message>
        <source>its certificate is self-signed</source>
        <translation>其证书是自签名的</translation>
    </message>
    <message>
        <source>its certificate comes from an authority that this computer does not trust</source>
        <translation>其证书的颁发机构不受本机信任</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>其证书已过期</translation>
    </message>
    <message>
        <source>its certificate is not valid yet</source>
        <translation>其证书尚未生效</translation>
    </message>
    <message>
        <source>its certificate is for another host name</source>
        <translation>其证书属于另一个主机名</translation>
    </message>
    <message>
        <source>its certificate was revoked</source>
        <translation>其证书已被吊销</translation>
    </message>
    <message>
        <source>its certificate is not in order</source>
        <translation>其证书有问题</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>The server sent us to another address, which is never followed: %1</source>
        <translation>服务器要求重定向到其他地址，Slipway 从不跟随重定向：%1</translation>
    </message>
    <message>
        <source>It could not be written into the journal, so it was not sent.</source>
        <translation>无法写入操作日志，因此没有发送。</translation>
    </message>
    <message>
        <source>A part of the reply was lost on its way.</source>
        <translation>回复有一部分在传输中丢失了。</translation>
    </message>
    <message>
        <source>The change may have been made all the same and be billed. It is not sent again by itself: the table, which is being read now, will show it.</source>
        <translation>变更仍有可能已经生效并开始计费。请求不会自动重发：列表正在刷新，稍后会显示结果。</translation>
    </message>
    <message>
        <source>Ask again if you need it whole.</source>
        <translation>如需完整回复，请重新提问。</translation>
    </message>
</context>
<context>
    <name>Slipway::ExportDialog</name>
    <message>
        <source>Export the journal</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>Slipway::FiguresLine</name>
    <message>
        <source>free: simulated</source>
        <translation>模拟，免费</translation>
    </message>
    <message>
        <source>billed by the hour, not by token</source>
        <translation>按小时计费，不按 Token 计费</translation>
    </message>
    <message>
        <source>paid in advance, not by token</source>
        <translation>已预付费，不按 Token 计费</translation>
    </message>
    <message>
        <source>billed by token, price unknown</source>
        <translation>按 Token 计费，价格未知</translation>
    </message>
    <message>
        <source>about %1 or more at list price</source>
        <translation>按目录价约 %1 或更多</translation>
    </message>
    <message>
        <source>%1 at list price</source>
        <translation>按目录价 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln 条回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln 个 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a number of tokens</comment>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>Slipway::FleetColumns</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation>部署模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>部署方式</translation>
    </message>
    <message>
        <source>Capacity, units</source>
        <translation>容量（单元）</translation>
    </message>
    <message>
        <source>RPM limit</source>
        <translation>RPM 限流</translation>
    </message>
    <message>
        <source>TPM limit</source>
        <translation>TPM 限流</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>The id of the deployment: what programs send as “model”</source>
        <translation>部署的 ID，即程序调用时填写的“model”</translation>
    </message>
    <message>
        <source>The model that was deployed</source>
        <translation>所部署的模型</translation>
    </message>
    <message>
        <source>The foundation model it was made from</source>
        <translation>该模型所基于的基础模型</translation>
    </message>
    <message>
        <source>How it is paid for</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>Units ready / units assigned; tokens per minute with provisioned throughput</source>
        <translation>就绪单元数 / 已分配单元数；预置吞吐时为每分钟 Token 数</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation>每分钟 Token 数</translation>
    </message>
    <message>
        <source>In this computer&apos;s time zone</source>
        <translation>以本机时区显示</translation>
    </message>
    <message>
        <source>Cost/h</source>
        <translation>费用/小时</translation>
    </message>
    <message>
        <source>What is billed now by the hour, at the list price; empty while nothing is billed</source>
        <translation>当前按小时计费的目录价；未计费时为空</translation>
    </message>
</context>
<context>
    <name>Slipway::FleetProxy</name>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>by token</source>
        <translation>按 Token</translation>
    </message>
    <message>
        <source>prepaid</source>
        <translation>预付费</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a price</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Just deployed: the service&apos;s list does not show it yet.</source>
        <translation>刚刚部署：服务的列表中尚未显示。</translation>
    </message>
</context>
<context>
    <name>Slipway::FleetTable</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
</context>
<context>
    <name>Slipway::FleetView</name>
    <message>
        <source>No account</source>
        <translation>没有账号</translation>
    </message>
    <message>
        <source>Choose an account to see its deployments.</source>
        <translation>请选择账号以查看其部署。</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>尚无 API Key</translation>
    </message>
    <message>
        <source>The deployments are read as soon as there is one.</source>
        <translation>获得 API Key 后会立即读取部署。</translation>
    </message>
    <message>
        <source>Loading deployments…</source>
        <translation>正在加载部署…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation>还没有部署</translation>
    </message>
    <message>
        <source>Each deployment of this account has a row here: what it runs, whether it is ready and what it may cost.</source>
        <translation>此账号的每个部署在这里占一行：运行什么模型、是否就绪，以及可能的费用。</translation>
    </message>
    <message>
        <source>Deploy a model…</source>
        <translation>部署模型…</translation>
    </message>
    <message>
        <source>No deployment matches</source>
        <translation>没有匹配的部署</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Simulated: free, nothing is billed</source>
        <translation>模拟：免费，不会计费</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Which deployments are shown</source>
        <translation>显示哪些部署</translation>
    </message>
    <message>
        <source>No deployment matches “%1”</source>
        <translation>没有部署与“%1”匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n are hidden by the filter.</source>
        <translation>
            <numerusform>筛选隐藏了 %n 个部署。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::FurtherWords</name>
    <message>
        <source>Further parameters</source>
        <translation>更多参数</translation>
    </message>
    <message>
        <source>A JSON object with parameters that have no field here; each is sent as you typed it.</source>
        <translation>一个 JSON 对象，包含此处没有输入框的参数；按您输入的内容原样发送。</translation>
    </message>
    <message>
        <source>n: 1 to 4, the first reply is shown; logprobs: true or false; top_logprobs: 0 to 5.
max_completion_tokens: 1 or more.
response_format: {&quot;type&quot;: &quot;json_schema&quot;, &quot;json_schema&quot;: {…}}.
stop: token ids, as [1, 2] or [[1, 2], [3]].
tools: a list of functions, whose calls are not carried out; tool_choice: auto, none, required or one function; parallel_tool_calls: true or false.
search_options: an object; its search_strategy: turbo, max, agent or agent_max; its enable_source, enable_citation, forced_search, enable_search_extension and prepend_search_result: true or false; its citation_format: a text.
preserve_thinking, tool_stream, enable_code_interpreter: true or false.</source>
        <translation>n：1 到 4，只显示第一个回复；logprobs：true 或 false；top_logprobs：0 到 5。
max_completion_tokens：1 或以上。
response_format：{&quot;type&quot;: &quot;json_schema&quot;, &quot;json_schema&quot;: {…}}。
stop：token ID，如 [1, 2] 或 [[1, 2], [3]]。
tools：函数列表，其调用不会被执行；tool_choice：auto、none、required 或某一个函数；parallel_tool_calls：true 或 false。
search_options：对象；其中 search_strategy：turbo、max、agent 或 agent_max；enable_source、enable_citation、forced_search、enable_search_extension 和 prepend_search_result：true 或 false；citation_format：文本。
preserve_thinking、tool_stream、enable_code_interpreter：true 或 false。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This is no JSON object, such as {&quot;n&quot;: 2}.</source>
        <translation>这不是 JSON 对象，例如 {&quot;n&quot;: 2}。</translation>
    </message>
    <message>
        <source>Longer than %1 bytes.</source>
        <translation>超过 %1 字节。</translation>
    </message>
    <message>
        <source>Nested deeper than %1 levels.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>“%1”在此出现了两次。</translation>
    </message>
    <message>
        <source>“%1” is no parameter&apos;s name: letters, digits and _ only.</source>
        <translation>“%1”不是参数名：只能用字母、数字和 _。</translation>
    </message>
    <message>
        <source>“%1” has a field of its own.</source>
        <translation>“%1”有自己的输入框。</translation>
    </message>
    <message>
        <source>“%1” follows from the conversation and how it is asked; it cannot be set here.</source>
        <translation>“%1”由对话及其发送方式决定，不能在此设置。</translation>
    </message>
    <message>
        <source>“%1” is set in its own field too. Clear one of them.</source>
        <translation>“%1”在自己的输入框中也设置了，请清除其中一个。</translation>
    </message>
</context>
<context>
    <name>Slipway::Hindrances</name>
    <message>
        <source>It is being deleted already.</source>
        <translation>该部署已在下线。</translation>
    </message>
    <message>
        <source>A deployment that is paid per token has no capacity to scale.</source>
        <translation>按 Token 付费的部署没有可扩缩容的容量。</translation>
    </message>
    <message>
        <source>Limits can be set for model units only.</source>
        <translation>仅模型单元部署支持设置限流。</translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryEntry</name>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>复制请求 ID</translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryPane</name>
    <message numerus="yes">
        <source>%n older are not shown.</source>
        <translation>
            <numerusform>另有 %n 条更早的记录未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>还没有操作记录</translation>
    </message>
    <message>
        <source>What you ask of the service from here is listed with its answer: each deploy, scale, change of limits and delete.</source>
        <translation>从这里向服务发起的每次操作及其结果都会列在此处：部署、扩缩容、更改限流和下线。</translation>
    </message>
</context>
<context>
    <name>Slipway::IdText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Slipway::InquiryReporter</name>
    <message>
        <source>%1. %2</source>
        <comment>state, sentences</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Unknown: an earlier run had no answer, and the fleet cannot be read. Nothing else is sent before it has been read.</source>
        <translation>结果未知：上次运行未收到响应，且现在无法读取部署列表。读取之前不会发送其他操作。</translation>
    </message>
    <message>
        <source>Unknown, checking: an earlier run had no answer. Nothing else is sent before the fleet has been read.</source>
        <translation>结果未知，正在查证：上次运行未收到响应。读取部署列表之前不会发送其他操作。</translation>
    </message>
    <message>
        <source>Deploy anyway…</source>
        <translation>仍要部署…</translation>
    </message>
</context>
<context>
    <name>Slipway::JournalDetail</name>
    <message>
        <source>%1 (after %2 s)</source>
        <comment>a time; seconds</comment>
        <translation>%1（用时 %2 秒）</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>响应时刻</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field; its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (after %2 ms)</source>
        <comment>a time; milliseconds</comment>
        <translation>%1（用时 %2 毫秒）</translation>
    </message>
</context>
<context>
    <name>Slipway::JournalFilterBar</name>
    <message>
        <source>All deployments</source>
        <translation>全部部署</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>搜索操作日志</translation>
    </message>
    <message>
        <source>Shows entries in which each word is found: id, model, request, answer, request id</source>
        <translation>显示包含每个词的记录：ID、模型、请求、响应、请求 ID</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Slipway::JournalRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation>部署模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
</context>
<context>
    <name>Slipway::JournalTable</name>
    <message>
        <source>What was asked, newest first</source>
        <translation>操作记录，最新的在前</translation>
    </message>
</context>
<context>
    <name>Slipway::JournalWindow</name>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 / %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>No account is open</source>
        <translation>没有打开的账号</translation>
    </message>
    <message>
        <source>The journal belongs to an account.</source>
        <translation>操作日志属于某个账号。</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>没有匹配的记录</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>显示全部记录</translation>
    </message>
    <message>
        <source>Copied. The command reads the key from DASHSCOPE_API_KEY.</source>
        <translation>已复制。该命令从 DASHSCOPE_API_KEY 读取密钥。</translation>
    </message>
    <message>
        <source>Copied. The script reads the key from DASHSCOPE_API_KEY.</source>
        <translation>已复制。该脚本从 DASHSCOPE_API_KEY 读取密钥。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to %1.</source>
        <translation>
            <numerusform>已将 %n 条记录写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Journal of %1</source>
        <comment>an account</comment>
        <translation>%1 的操作日志</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>把当前显示的记录写入文件</translation>
    </message>
    <message>
        <source>Deploy again…</source>
        <translation>再次部署…</translation>
    </message>
    <message>
        <source>Opens the deploy dialog filled in with what was asked. Nothing is sent yet</source>
        <translation>打开部署对话框并按原请求填写，此时不会发送任何内容</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>复制全部内容</translation>
    </message>
    <message>
        <source>Only this deployment</source>
        <translation>只看此部署</translation>
    </message>
</context>
<context>
    <name>Slipway::LeftOpenReporter</name>
    <message numerus="yes">
        <source>%n request(s) of an earlier run have no answer: what they made may be billed.</source>
        <translation>
            <numerusform>上次运行有 %n 个请求没有收到响应：由此产生的部署可能正在计费。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, sentences</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open this account</source>
        <translation>打开此账号</translation>
    </message>
    <message>
        <source>Start Slipway with that key to look into it.</source>
        <translation>请设置该 API Key 后启动 Slipway 进行查证。</translation>
    </message>
    <message>
        <source>Its key cannot be had without asking you: open this account to look into it.</source>
        <translation>读取其 API Key 可能需要先解锁密钥环：请打开此账号进行查证。</translation>
    </message>
    <message>
        <source>Slipway looks into it, but its fleet cannot be read: %1</source>
        <translation>Slipway 正在查证，但读不到它的部署列表：%1</translation>
    </message>
    <message>
        <source>Slipway is looking into it.</source>
        <translation>Slipway 正在查证。</translation>
    </message>
</context>
<context>
    <name>Slipway::LimitsDialog</name>
    <message>
        <source>Change limits</source>
        <translation>更改限流</translation>
    </message>
    <message>
        <source>Change limits in %1</source>
        <translation>更改“%1”中的限流</translation>
    </message>
    <message>
        <source>Wanted requests per minute</source>
        <translation>目标每分钟请求数</translation>
    </message>
    <message>
        <source>Wanted tokens per minute</source>
        <translation>目标每分钟 Token 数</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Changing limits…</source>
        <translation>正在更改限流…</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Larger than 0; empty leaves it as it is.</source>
        <translation>须大于 0；留空则保持不变。</translation>
    </message>
    <message>
        <source>This deployment is gone: there is nothing to limit.</source>
        <translation>此部署已不存在，没有可更改的限流。</translation>
    </message>
    <message>
        <source>Prompts above a limit are refused with 429 until the minute is over.</source>
        <translation>超出限流的提示词会被拒绝并返回 429，直到这一分钟结束。</translation>
    </message>
    <message>
        <source>Requests per minute: %1 · Tokens per minute: %2</source>
        <translation>每分钟请求数：%1；每分钟 Token 数：%2</translation>
    </message>
</context>
<context>
    <name>Slipway::MainMenu</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Send prompts with</source>
        <translation>发送快捷键</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>Slipway::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>筛选部署</translation>
    </message>
    <message>
        <source>Shows deployments whose id, name, model, status or plan contains the text</source>
        <translation>显示 ID、名称、模型、状态或部署方式中包含该文本的部署</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>History</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Another program has this account&apos;s conversations open: what is said here is not kept.</source>
        <translation>另一个程序正在使用此账号的会话记录：这里的对话不会保存。</translation>
    </message>
    <message>
        <source>What is said here is not kept: %1.</source>
        <translation>这里的对话未能保存：%1。</translation>
    </message>
    <message>
        <source>Conversations with the simulator are gone when Slipway is closed.</source>
        <translation>与模拟器的会话随 Slipway 退出而结束。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are being sent. If you quit now, what comes of them is unknown until the next start looks for it.</source>
        <translation>
            <numerusform>正在发送 %n 个请求。若现在退出，其结果要到下次启动查证后才能得知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍要退出</translation>
    </message>
</context>
<context>
    <name>Slipway::MarkdownDocument</name>
    <message>
        <source>[image]</source>
        <translation>[图片]</translation>
    </message>
    <message>
        <source>[image: %1]</source>
        <translation>[图片：%1]</translation>
    </message>
</context>
<context>
    <name>Slipway::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>Slipway::MutationDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It was sent already and cannot be called back.</source>
        <translation>请求已发出，无法撤回。</translation>
    </message>
    <message>
        <source>Closing this window does not stop it; the table and the history show what comes of it.</source>
        <translation>关闭此窗口不会中止操作，结果会显示在列表和操作记录中。</translation>
    </message>
    <message>
        <source>Nothing was changed. Without an entry nobody could look up after a crash that it was sent.</source>
        <translation>未作任何更改。若不记录便发送，程序崩溃后将无从查证是否发送过。</translation>
    </message>
    <message>
        <source>Send without an entry</source>
        <translation>不记录，仍然发送</translation>
    </message>
</context>
<context>
    <name>Slipway::Overview</name>
    <message>
        <source>Billed afterwards</source>
        <translation>后付费</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>预付费</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>业务空间</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>部署方式</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Base capacity</source>
        <translation>基础容量</translation>
    </message>
    <message>
        <source>Model unit</source>
        <translation>模型单元</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation>每分钟 Token 数</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Modified by</source>
        <translation>修改者</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>When and who</source>
        <translation>时间与人员</translation>
    </message>
    <message>
        <source>Everything the service sent</source>
        <translation>服务返回的全部内容</translation>
    </message>
    <message>
        <source>not in the price list</source>
        <translation>价目表中没有</translation>
    </message>
</context>
<context>
    <name>Slipway::OverviewPane</name>
    <message>
        <source>The service no longer lists it.</source>
        <translation>服务已不再列出此部署。</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择部署</translation>
    </message>
    <message>
        <source>Choose a deployment to see all about it.</source>
        <translation>选择一个部署以查看其全部信息。</translation>
    </message>
    <message>
        <source>This deployment is gone</source>
        <translation>此部署已不存在</translation>
    </message>
    <message>
        <source>The service no longer lists it. Below is what was known last.</source>
        <translation>服务已不再列出它。以下是最后获知的信息。</translation>
    </message>
    <message>
        <source>This is as it was %1 ago; it may be otherwise by now.</source>
        <translation>以下为 %1前的状态，现在可能已有变化。</translation>
    </message>
    <message>
        <source>It answers only while it is running.</source>
        <translation>只有运行中的部署才会回复。</translation>
    </message>
    <message>
        <source>Deployed model</source>
        <translation>部署模型</translation>
    </message>
    <message>
        <source>Copy the deployed model&apos;s id</source>
        <translation>复制部署模型 ID</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限流…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>下线…</translation>
    </message>
    <message>
        <source>Simulated, so nothing is billed. Of a real one: %1</source>
        <translation>此部署为模拟，不会计费。若为真实部署：%1</translation>
    </message>
</context>
<context>
    <name>Slipway::ParameterWords</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Higher values make replies more varied.</source>
        <translation>值越高，回复越多样。</translation>
    </message>
    <message>
        <source>From 0 up to, but not including, 2.</source>
        <translation>从 0 到 2，不含 2。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest tokens up to this share of probability are used.</source>
        <translation>只从累计概率达到此值的最可能 Token 中选取。</translation>
    </message>
    <message>
        <source>Above 0, up to 1.</source>
        <translation>大于 0，至多为 1。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens are used; above 100 it is off.</source>
        <translation>只从这么多个最可能的 Token 中选取；大于 100 即不启用。</translation>
    </message>
    <message>
        <source>A whole number, 0 or more.</source>
        <translation>整数，不小于 0。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Above 1, what was said is said less often again.</source>
        <translation>大于 1 时，减少重复已说过的内容。</translation>
    </message>
    <message>
        <source>A number above 0.</source>
        <translation>大于 0 的数。</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>Higher values bring new words, lower ones the same.</source>
        <translation>值越高，新词越多；越低，越多沿用旧词。</translation>
    </message>
    <message>
        <source>From −2 to 2.</source>
        <translation>从 −2 到 2。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed makes replies more alike.</source>
        <translation>种子相同，回复更相近。</translation>
    </message>
    <message>
        <source>A whole number from 0 to %1.</source>
        <translation>从 0 到 %1 的整数。</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大 Token 数</translation>
    </message>
    <message>
        <source>The reply is cut off at this length.</source>
        <translation>回复到此长度即被截断。</translation>
    </message>
    <message>
        <source>A whole number, 1 or more.</source>
        <translation>整数，不小于 1。</translation>
    </message>
    <message>
        <source>the model&apos;s most</source>
        <translation>模型上限</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>思考预算</translation>
    </message>
    <message>
        <source>Thinking ends after so many tokens.</source>
        <translation>思考到这么多 Token 即结束。</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止词</translation>
    </message>
    <message>
        <source>The reply ends before any of these texts.</source>
        <translation>回复在其中任一文本之前结束。</translation>
    </message>
    <message>
        <source>One text a line; \n is a line break.</source>
        <translation>每行一个；\n 表示换行。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Whether the model thinks before it answers, where it can.</source>
        <translation>模型在回答前是否思考（若支持）。</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>How long the newest models think.</source>
        <translation>最新的模型思考多久。</translation>
    </message>
    <message>
        <source>low, medium or xhigh; not together with a thinking budget.</source>
        <translation>low、medium 或 xhigh；不能与思考预算同时设置。</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>联网搜索</translation>
    </message>
    <message>
        <source>Whether the model may search the web; the service may charge it.</source>
        <translation>模型是否可以联网搜索；服务可能为此收费。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reply format</source>
        <translation>回复格式</translation>
    </message>
    <message>
        <source>“JSON” makes the reply one JSON object; the prompt must hold the word “json”.</source>
        <translation>“JSON”使回复成为一个 JSON 对象；提示词中须含有“json”一词。</translation>
    </message>
    <message>
        <source>Text or JSON; JSON and thinking exclude each other.</source>
        <translation>文本或 JSON；JSON 与思考不能同时开启。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式输出</translation>
    </message>
    <message>
        <source>Off: the reply comes in one piece when it is done.</source>
        <translation>关闭时，回复完成后一次返回。</translation>
    </message>
    <message>
        <source>On or off; thinking needs streaming.</source>
        <translation>开或关；思考需要流式输出。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>service default</source>
        <translation>服务默认</translation>
    </message>
    <message>
        <source>default: %1</source>
        <comment>what the service does by itself</comment>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Usually %1 where it is not set; some models differ.</source>
        <translation>不设置时通常为 %1，部分模型不同。</translation>
    </message>
    <message>
        <source>Sent as %1.</source>
        <translation>以 %1 发送。</translation>
    </message>
    <message>
        <source>On or off.</source>
        <translation>开或关。</translation>
    </message>
    <message>
        <source>Sent as further members, beside the other parameters.</source>
        <translation>与其他参数并列发送。</translation>
    </message>
</context>
<context>
    <name>Slipway::PerformanceWindow</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Until the first rows were painted</source>
        <translation>到首批行显示</translation>
    </message>
    <message>
        <source>Polls: %1</source>
        <comment>how many there were</comment>
        <translation>刷新：%1 次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Until its answer was applied</source>
        <translation>到结果写入列表</translation>
    </message>
    <message>
        <source>Reading what came</source>
        <translation>解析响应</translation>
    </message>
    <message>
        <source>Applying it</source>
        <translation>比较并更新</translation>
    </message>
    <message>
        <source>Processor time until the next one</source>
        <translation>到下一次刷新的处理器时间</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Its share of memory (PSS)</source>
        <translation>按比例占用（PSS）</translation>
    </message>
    <message>
        <source>With all that others share (RSS)</source>
        <translation>含共享部分（RSS）</translation>
    </message>
    <message>
        <source>Heap in use</source>
        <translation>使用中的堆</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation>已观测</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Frames painted by the main window</source>
        <translation>主窗口绘制的帧数</translation>
    </message>
    <message>
        <source>Stalls over 16 ms</source>
        <translation>超过 16 毫秒的卡顿</translation>
    </message>
    <message>
        <source>Longest stretch without a look at the input</source>
        <translation>最长一次未响应输入的时间</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>how long a stall took, where it happened</comment>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1, of these %2 waiting for a processor, in %3</source>
        <comment>how long a stall took and waited, where it happened</comment>
        <translation>%1，其中 %2 在等待处理器，位于 %3</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>What caused the stalls, the newest first</source>
        <translation>卡顿发生的位置（最新的在前）</translation>
    </message>
    <message>
        <source>Nothing took longer than a frame.</source>
        <translation>没有超过一帧的卡顿。</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>a poll applied</source>
        <translation>应用一次刷新</translation>
    </message>
</context>
<context>
    <name>Slipway::PresetBar</name>
    <message>
        <source>Service defaults</source>
        <translation>服务默认</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1（已改动）</translation>
    </message>
    <message>
        <source>Save what is set below as:</source>
        <translation>将以下设置保存为：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>There is a preset “%1” already. Its old content will be lost.</source>
        <translation>已有预设“%1”。其原有内容将丢失。</translation>
    </message>
    <message>
        <source>Replace “%1”</source>
        <translation>替换“%1”</translation>
    </message>
    <message>
        <source>Another preset has this name.</source>
        <translation>另一个预设已用此名称。</translation>
    </message>
    <message>
        <source>New name of “%1”:</source>
        <translation>“%1”的新名称：</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete the preset “%1”? What is set in conversations stays.</source>
        <translation>删除预设“%1”？对话中的设置不变。</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>a preset</comment>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save what is set under a name, for every deployment</source>
        <translation>将当前设置命名保存，所有部署可用</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <comment>a preset</comment>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
</context>
<context>
    <name>Slipway::Program</name>
    <message>
        <source>%1 is not used: %2</source>
        <comment>environment variable, reason</comment>
        <translation>未使用 %1：%2</translation>
    </message>
</context>
<context>
    <name>Slipway::PromptBox</name>
    <message>
        <source>Prompt from a file</source>
        <translation>从文件读入提示词</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Take in a text file (UTF-8, up to 1 MiB). It can also be dropped on the prompt.</source>
        <translation>读入文本文件（UTF-8，至多 1 MiB），也可将文件拖放到输入框。</translation>
    </message>
</context>
<context>
    <name>Slipway::PromptEdit</name>
    <message>
        <source>Send (Enter); Shift+Enter begins a new line</source>
        <translation>发送（Enter）；Shift+Enter 换行</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter); Enter begins a new line</source>
        <translation>发送（Ctrl+Enter）；Enter 换行</translation>
    </message>
</context>
<context>
    <name>Slipway::PromptFile</name>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”不是文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is larger than a prompt may be (%2).</source>
        <translation>“%1”超过提示词的上限（%2）。</translation>
    </message>
    <message>
        <source>“%1” is not a text file in UTF-8.</source>
        <translation>“%1”不是 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空文件。</translation>
    </message>
</context>
<context>
    <name>Slipway::RemedyBar</name>
    <message>
        <source>This model answers only in a stream.</source>
        <translation>此模型只支持流式输出。</translation>
    </message>
    <message>
        <source>It stays left out for this deployment until you change it.</source>
        <translation>在您更改其值之前，对此部署不再发送它。</translation>
    </message>
    <message>
        <source>Send streamed</source>
        <translation>以流式发送</translation>
    </message>
    <message>
        <source>Send without %1</source>
        <translation>不带 %1 发送</translation>
    </message>
    <message>
        <source>Send without the unknown parameters</source>
        <translation>不带未知参数发送</translation>
    </message>
</context>
<context>
    <name>Slipway::RemovalPanel</name>
    <message>
        <source>Remove the account “%1” (%2)?</source>
        <translation>移除账号“%1”（%2）？</translation>
    </message>
    <message>
        <source>It comes back at the next start while DASHSCOPE_API_KEY is set.</source>
        <translation>只要仍设置 DASHSCOPE_API_KEY，下次启动时它会重新出现。</translation>
    </message>
    <message>
        <source>Its key is removed from the keychain.</source>
        <translation>其 API Key 会从密钥环中移除。</translation>
    </message>
    <message>
        <source>Deployments are not touched: those that run go on running and being billed.</source>
        <translation>部署不受影响：运行中的部署会继续运行并计费。</translation>
    </message>
    <message>
        <source>Remove without the key</source>
        <translation>仅移除账号，不移除 API Key</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>保留账号</translation>
    </message>
    <message>
        <source>Removing the key of “%1” from the keychain …</source>
        <translation>正在从密钥环中移除“%1”的 API Key…</translation>
    </message>
    <message>
        <source>%1
The account can be removed all the same; its key may then stay in the keychain, where only you can remove it.</source>
        <translation>%1
仍可移除此账号，但其 API Key 可能会留在密钥环中，只能手动移除。</translation>
    </message>
    <message numerus="yes">
        <source>%n of its requests have no answer: what was sent may exist and be billed. Slipway does not look into that any more once the account is removed.</source>
        <translation>
            <numerusform>它有 %n 个请求没有收到响应：所发送的操作可能已生效并在计费。移除账号后 Slipway 不再查证。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::Reporter</name>
    <message>
        <source>Stale: last good answer %1. %2</source>
        <translation>数据已过时，上次成功刷新：%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>%n 秒后自动重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <comment>verb, deployment, what happened, what it means</comment>
        <translation>%1 %2：%3%4</translation>
    </message>
    <message>
        <source>No key for %1.</source>
        <translation>缺少 %1 的 API Key。</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>Enter key…</source>
        <translation>输入 API Key…</translation>
    </message>
    <message>
        <source>This account&apos;s key comes from DASHSCOPE_API_KEY and is held for this run only.</source>
        <translation>此账号的 API Key 来自 DASHSCOPE_API_KEY，仅在本次运行期间保留。</translation>
    </message>
    <message>
        <source>Keep key in keychain…</source>
        <translation>将 API Key 存入密钥环…</translation>
    </message>
    <message>
        <source>DASHSCOPE_API_KEY is set: its account can be used at once.</source>
        <translation>已设置 DASHSCOPE_API_KEY，可立即使用对应的账号。</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>使用此账号</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deployment(s)</source>
        <translation>
            <numerusform>%Ln 个部署</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln billed by the hour</source>
        <translation>
            <numerusform>%Ln 个按小时计费</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is billed by the hour</source>
        <translation>没有按小时计费的部署</translation>
    </message>
    <message>
        <source>%1 at a price unknown here</source>
        <comment>a count of deployments</comment>
        <translation>%1（单价未知）</translation>
    </message>
    <message>
        <source>%1: about %2/h at list prices</source>
        <translation>%1：按目录价约 %2/小时</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1，另有%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown price</source>
        <translation>
            <numerusform> %Ln 个单价未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by the token</source>
        <translation>
            <numerusform>%Ln 个按 Token 计费</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid</source>
        <translation>
            <numerusform>%Ln 个预付费</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest: %1, %2</source>
        <comment>an id, a time ago</comment>
        <translation>最早：%1，%2</translation>
    </message>
    <message>
        <source>simulated: nothing is billed</source>
        <translation>模拟：不会计费</translation>
    </message>
    <message>
        <source>Waiting for the keychain to give the key of %1. It may be asking for its password in a window of its own.</source>
        <translation>正在等待密钥环提供 %1 的 API Key。它可能正在自己的窗口中询问密码。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Storing the key in the keychain …</source>
        <translation>正在将 API Key 存入密钥环…</translation>
    </message>
    <message>
        <source>This computer is offline; Slipway goes on when the network is back.</source>
        <translation>本机已离线；网络恢复后 Slipway 会自动继续。</translation>
    </message>
    <message>
        <source>Last good answer %1.</source>
        <translation>上次成功刷新：%1。</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>更换 API Key…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln deployment(s)</source>
        <comment>how many the filter lets through</comment>
        <translation>
            <numerusform>%1 / %Ln 个部署</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal cannot be written: %1. Until it can, nothing new is deployed; scale, limits and delete ask once more before they are sent.</source>
        <translation>无法写入操作日志：%1。恢复之前不会创建新部署；扩缩容、限流和下线会在发送前再次询问。</translation>
    </message>
    <message>
        <source>Not everything of the account from DASHSCOPE_API_KEY could be moved to the account that keeps its key now. This stays where it is: %1</source>
        <comment>files</comment>
        <translation>DASHSCOPE_API_KEY 账号的 Key 已由新账号保存，但其部分记录未能一并移过去，仍保留在原处：%1</translation>
    </message>
</context>
<context>
    <name>Slipway::RequestView</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>The request as it is sent</source>
        <translation>实际发送的请求</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>复制请求</translation>
    </message>
</context>
<context>
    <name>Slipway::RunAnswers</name>
    <message>
        <source>%1 of %2 votes given</source>
        <translation>已评 %1/%2</translation>
    </message>
    <message>
        <source>names are hidden</source>
        <translation>名称已隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>平局 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Left is better</source>
        <translation>左侧更好</translation>
    </message>
    <message>
        <source>Only whole answers are voted on.</source>
        <translation>只能评价完整的回答。</translation>
    </message>
    <message>
        <source>Vote for the left answer (1 or ←)</source>
        <translation>投给左侧回答（1 或 ←）</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>Neither is better (0 or ↓)</source>
        <translation>不分高下（0 或 ↓）</translation>
    </message>
    <message>
        <source>Right is better</source>
        <translation>右侧更好</translation>
    </message>
    <message>
        <source>Vote for the right answer (2 or →). Backspace takes a vote back</source>
        <translation>投给右侧回答（2 或 →）。退格键撤回一票</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>左侧回答</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>右侧回答</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>还没有回答。</translation>
    </message>
</context>
<context>
    <name>Slipway::RunLanes</name>
    <message>
        <source>Means and sums over the whole answers, and what those cost that ended early</source>
        <translation>完整回答的平均值与合计，以及提前结束的回答的费用</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部合计</translation>
    </message>
</context>
<context>
    <name>Slipway::RunRows</name>
    <message>
        <source>Given</source>
        <translation>已评</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>评价</translation>
    </message>
</context>
<context>
    <name>Slipway::RunSetup</name>
    <message>
        <source>Choose the prompts</source>
        <translation>选择提示词文件</translation>
    </message>
    <message>
        <source>Prompts (*.txt *.jsonl *.ndjson *.md)</source>
        <translation>提示词 (*.txt *.jsonl *.ndjson *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>文件大于 %1 MB。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>还有 %1 行。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <comment>prompts</comment>
        <translation>还有 %1 条。</translation>
    </message>
    <message>
        <source>Prompts of the file</source>
        <translation>文件中的提示词</translation>
    </message>
    <message>
        <source>or drop a file here</source>
        <translation>或将文件拖到这里</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts found.</source>
        <translation>
            <numerusform>找到 %n 条提示词。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more are beyond the most that one run takes.</source>
        <translation>另有 %1 条超出单次批量提问的上限。</translation>
    </message>
    <message numerus="yes">
        <source>%n lines cannot be sent:</source>
        <translation>
            <numerusform>%n 行无法发送：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n lines out</source>
        <translation>
            <numerusform>跳过这 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n requests</source>
        <translation>
            <numerusform>发送 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建批量提问</translation>
    </message>
    <message>
        <source>A text file with one prompt a line, or JSON lines with “prompt” or “messages” in each.</source>
        <translation>文本文件，每行一条提示词；或 JSON Lines 文件，每行含 “prompt” 或 “messages”。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Lines that cannot be sent</source>
        <translation>无法发送的行</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>System prompt, temperature and more, the same for all</source>
        <translation>系统提示词、温度等，对全部部署相同</translation>
    </message>
    <message>
        <source>Requests at once to each deployment</source>
        <translation>每个部署的并发请求数</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>以前的批量提问</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有批量提问</translation>
    </message>
    <message>
        <source>A run asks several deployments all prompts of a file. Select two to four that run in the main window, press Ctrl+D to compare them, and choose “Run a set…” there.</source>
        <translation>批量提问会把一个文件中的所有提示词发给多个部署。请在主窗口中选择两到四个运行中的部署，按 Ctrl+D 打开对比，再选择“批量提问…”。</translation>
    </message>
</context>
<context>
    <name>Slipway::RunView</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop all that is being answered; what came is kept</source>
        <translation>停止所有进行中的回答；已收到的内容会保留</translation>
    </message>
    <message>
        <source>Ask what was never asked</source>
        <translation>提出尚未提出的提示词</translation>
    </message>
    <message numerus="yes">
        <source>Ask %n again</source>
        <translation>
            <numerusform>重新提问 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Results cannot be written: %1. %2 answers are kept in memory; nothing more is asked.</source>
        <translation>无法写入结果：%1。%2 个回答保留在内存中；已暂停提问。</translation>
    </message>
    <message numerus="yes">
        <source>%n requests have no whole answer. They may have been generated all the same, so they are only asked again by you.</source>
        <translation>
            <numerusform>%n 个请求没有完整的回答。它们可能仍已生成，因此只由您决定是否重新提问。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the answers</source>
        <translation>导出回答</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n answers written to %1.</source>
        <translation>
            <numerusform>已将 %n 个回答写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>批量提问</translation>
    </message>
    <message>
        <source>Begin another run, or open an earlier one; this one goes on</source>
        <translation>新建批量提问或打开以前的；当前的会继续进行</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>隐藏名称</translation>
    </message>
    <message>
        <source>Vote without knowing which deployment answered; sides change from prompt to prompt</source>
        <translation>评价时不显示由哪个部署回答；左右位置随提示词变化</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Requests at once to each deployment</source>
        <translation>每个部署的并发请求数</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write every answer with its figures to a file</source>
        <translation>将所有回答及其数据写入文件</translation>
    </message>
    <message>
        <source>Ask again what has no whole answer</source>
        <translation>重新提问没有完整回答的请求</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>Slipway::RunWindow</name>
    <message>
        <source>A run is at work. Beginning or opening another one stops it; what came is kept.</source>
        <translation>有批量提问正在进行。新建或打开另一个会将其停止；已收到的内容会保留。</translation>
    </message>
    <message>
        <source>The run cannot be kept on disk, so nothing was sent: %1.</source>
        <translation>无法在磁盘上保存批量提问，因此未发送任何请求：%1。</translation>
    </message>
    <message>
        <source>This run&apos;s file is damaged: its head or some of its prompts are missing.</source>
        <translation>此批量提问的文件已损坏：缺少文件头或部分提示词。</translation>
    </message>
    <message>
        <source>This run is open elsewhere. It can be read, not continued.</source>
        <translation>此批量提问已在别处打开。可以查看，不能继续。</translation>
    </message>
    <message>
        <source>Runs — %1</source>
        <comment>an account</comment>
        <translation>批量提问 — %1</translation>
    </message>
</context>
<context>
    <name>Slipway::RunWords</name>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it is longer than 1 MB</source>
        <translation>超过 1 MB</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it has no “prompt” and no “messages” with something to ask</source>
        <translation>没有 “prompt”，也没有含问题的 “messages”</translation>
    </message>
    <message>
        <source>its “prompt” is not a text</source>
        <translation>“prompt” 不是文本</translation>
    </message>
    <message>
        <source>its “messages” are not a list of messages</source>
        <translation>“messages” 不是消息列表</translation>
    </message>
    <message>
        <source>“%1” is not a role; they are system, user and assistant</source>
        <translation>“%1” 不是有效角色；角色有 system、user 和 assistant</translation>
    </message>
    <message>
        <source>the content of a message is not a text</source>
        <translation>某条消息的内容不是文本</translation>
    </message>
    <message>
        <source>the last message is not the user&apos;s</source>
        <translation>最后一条消息不是用户的</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>待提问</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>提问中…</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Free: this account is simulated.</source>
        <translation>免费：此账号为模拟账号。</translation>
    </message>
    <message>
        <source>These deployments are billed for the time they run, not by request.</source>
        <translation>这些部署按运行时长计费，不按请求计费。</translation>
    </message>
    <message>
        <source>Billed by token: %1.</source>
        <translation>按 Token 计费：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>This sends %1: %2 to each of %3.</source>
        <translation>将发送 %1：%2，分别发给 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts</source>
        <translation>
            <numerusform>%n 条提示词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n 个部署</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已回答 %1/%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 个丢失</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 个中断</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 个已停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>answers</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>首个 Token %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ended early: about %1 tokens</source>
        <translation>
            <numerusform>%n 个提前结束：约 %1 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens out</source>
        <translation>输出 %1 Token</translation>
    </message>
    <message>
        <source>Not asked any more: %1</source>
        <translation>已停止提问：%1</translation>
    </message>
    <message>
        <source>Refused for now; goes on in %1 s</source>
        <translation>暂时被拒绝；%1 秒后继续</translation>
    </message>
</context>
<context>
    <name>Slipway::ScaleDialog</name>
    <message>
        <source>Scale a deployment</source>
        <translation>扩缩容部署</translation>
    </message>
    <message>
        <source>Scale a deployment in %1</source>
        <translation>扩缩容“%1”中的部署</translation>
    </message>
    <message>
        <source>Wanted input tokens per minute</source>
        <translation>目标每分钟输入 Token 数</translation>
    </message>
    <message>
        <source>Wanted output tokens per minute</source>
        <translation>目标每分钟输出 Token 数</translation>
    </message>
    <message>
        <source>Wanted thinking tokens per minute</source>
        <translation>目标每分钟思考 Token 数</translation>
    </message>
    <message>
        <source>Wanted capacity</source>
        <translation>目标容量</translation>
    </message>
    <message>
        <source>Units, in steps of its base capacity %1, up to %2.</source>
        <translation>单元数，须为基础容量 %1 的整数倍，最多 %2。</translation>
    </message>
    <message>
        <source>Units, up to %1.</source>
        <translation>单元数，最多 %1。</translation>
    </message>
    <message>
        <source>In steps of %1.</source>
        <translation>须为 %1 的整数倍。</translation>
    </message>
    <message>
        <source>This deployment is gone: there is nothing to scale.</source>
        <translation>此部署已不存在，无法扩缩容。</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>当前：%1。</translation>
    </message>
    <message>
        <source>Now: %1, %2.</source>
        <comment>status, capacity</comment>
        <translation>当前：%1，%2。</translation>
    </message>
    <message>
        <source>Scaling…</source>
        <translation>正在扩缩容…</translation>
    </message>
    <message>
        <source>Scale to %1</source>
        <translation>扩缩容至 %1</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>扩缩容</translation>
    </message>
</context>
<context>
    <name>Slipway::SendingPanel</name>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>复制请求 ID</translation>
    </message>
</context>
<context>
    <name>Slipway::SettingsForm</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Streamed all the same: this model refuses whole replies.</source>
        <translation>仍以流式发送：此模型拒绝一次性回复。</translation>
    </message>
    <message>
        <source>Not sent: refused here. Change it to send it again.</source>
        <translation>未发送：此处曾被拒绝。更改其值即可重新发送。</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>No parameters are set: the service&apos;s defaults hold.</source>
        <translation>未设置任何参数，均用服务默认值。</translation>
    </message>
    <message>
        <source>Sent: %1. The service&apos;s defaults hold for the rest.</source>
        <translation>发送：%1。其余用服务默认值。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>off, whole replies</source>
        <translation>关闭，一次返回</translation>
    </message>
    <message>
        <source>Not sent, as it was refused here: %1.</source>
        <translation>此处已被拒绝，未发送：%1。</translation>
    </message>
</context>
<context>
    <name>Slipway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Table: go to the detail. Chat: send</source>
        <translation>表格：转到详情。对话：发送</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Chat: new line</source>
        <translation>对话：换行</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Chat: stop the reply. Anywhere: one step back</source>
        <translation>对话：停止回复。任意位置：返回上一步</translation>
    </message>
</context>
<context>
    <name>Slipway::StatusBanner</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Slipway::Tour</name>
    <message>
        <source>Who are you?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>Who are you? Show me a table and some code.</source>
        <translation>你是谁？给我看一个表格和一段代码。</translation>
    </message>
    <message>
        <source>Answer in one sentence.</source>
        <translation>请用一句话回答。</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>And what is your name?</source>
        <translation>你叫什么名字？</translation>
    </message>
    <message>
        <source>What is billed when a deployment is idle?</source>
        <translation>部署空闲时如何计费？</translation>
    </message>
    <message>
        <source>Which protocol is this?</source>
        <translation>这是哪种协议？</translation>
    </message>
    <message>
        <source>What is a model unit? Show me a table and some code.</source>
        <translation>什么是模型单元？给我看一个表格和一段代码。</translation>
    </message>
    <message>
        <source>Think first: how many units do I need?</source>
        <translation>先想一想：我需要多少个单元？</translation>
    </message>
    <message>
        <source>Tell me more.</source>
        <translation>请再多说一些。</translation>
    </message>
    <message>
        <source>And then?</source>
        <translation>然后呢？</translation>
    </message>
    <message>
        <source>Compare two model units with one:
</source>
        <translation>两个模型单元与一个相比：
</translation>
    </message>
    <message>
        <source>how long do the answers take, and what do they cost?
</source>
        <translation>回答要多久，费用是多少？
</translation>
    </message>
    <message>
        <source>How many units?</source>
        <translation>需要多少单元？</translation>
    </message>
    <message>
        <source>Who are you?
What is a model unit?
What does scaling change?
What is billed?
How long is a prompt at most?
What does a seed do?
</source>
        <translation>你是谁？
什么是模型单元？
扩缩容会改变什么？
哪些项目需要计费？
提示词最长多少？
种子有什么用？
</translation>
    </message>
</context>
<context>
    <name>Slipway::Transcript</name>
    <message>
        <source>Conversation</source>
        <translation>对话内容</translation>
    </message>
    <message>
        <source>↓ Latest</source>
        <translation>↓ 最新</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Copy reply as Markdown</source>
        <translation>将回复复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Only https links are opened. The menu copies the address of this one.</source>
        <translation>只打开 https 链接。可以在菜单中复制此链接的地址。</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>删除消息</translation>
    </message>
</context>
<context>
    <name>Slipway::TranscriptButtons</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Ask for another reply; this one stays as a branch</source>
        <translation>再要一个回复；当前回复保留为分支</translation>
    </message>
    <message>
        <source>Ask the model for the rest; it is told to go on where this ends</source>
        <translation>让模型说完余下的部分；会要求它从此处接着写</translation>
    </message>
    <message>
        <source>Branch before</source>
        <translation>上一个分支</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>下一个分支</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <comment>2/3</comment>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>可对此消息执行的操作</translation>
    </message>
</context>
<context>
    <name>Slipway::Words</name>
    <message>
        <source>No status</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>变更中</translation>
    </message>
    <message>
        <source>Update failed</source>
        <translation>变更失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Going offline</source>
        <translation>下线中</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>删除中</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>扩缩容中</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>待支付</translation>
    </message>
    <message>
        <source>Awaiting payment to scale</source>
        <translation>扩缩容待支付</translation>
    </message>
    <message>
        <source>Waiting to deploy</source>
        <translation>待部署</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Suspending</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Running: paid in advance, whether it is used or not.</source>
        <translation>运行中：费用已预付，不论是否使用。</translation>
    </message>
    <message>
        <source>Running: billed for the tokens it is sent and answers, free while idle.</source>
        <translation>运行中：按输入和输出的 Token 计费，空闲时不收费。</translation>
    </message>
    <message>
        <source>Running: its throughput is billed by the hour, used or not, until it is deleted.</source>
        <translation>运行中：预置吞吐按小时计费，不论是否使用，直到下线为止。</translation>
    </message>
    <message>
        <source>Running: it is billed by the hour, used or not, until it is deleted.</source>
        <translation>运行中：按小时计费，不论是否使用，直到下线为止。</translation>
    </message>
    <message>
        <source>Failed: it does not answer and is not billed.</source>
        <translation>失败：不响应请求，也不计费。</translation>
    </message>
    <message>
        <source>Failed: it does not answer and is not billed. The service says: %1</source>
        <translation>失败：不响应请求，也不计费。服务返回：%1</translation>
    </message>
    <message>
        <source>Stopped because a bill is unpaid: it is kept and billed for 24 hours, then released.</source>
        <translation>因欠费停止：保留 24 小时且期间继续计费，之后释放。</translation>
    </message>
    <message>
        <source>Stopped because a bill is unpaid: it does not answer and is not billed.</source>
        <translation>因欠费停止：不响应请求，也不计费。</translation>
    </message>
    <message>
        <source>Slipway does not know this status. Count on it being billed.</source>
        <translation>Slipway 无法识别此状态。请视为正在计费。</translation>
    </message>
    <message>
        <source>Being deployed: it does not answer yet. Billing starts when it runs at the latest.</source>
        <translation>部署中：尚不响应请求。最迟从开始运行时起计费。</translation>
    </message>
    <message>
        <source>The order is being paid; it is deployed after that.</source>
        <translation>订单支付中，支付完成后开始部署。</translation>
    </message>
    <message>
        <source>The order is being paid; the capacity changes after that.</source>
        <translation>订单支付中，支付完成后变更容量。</translation>
    </message>
    <message>
        <source>Its capacity is changing. It goes on answering, and it is billed.</source>
        <translation>正在变更容量。期间继续响应请求，并照常计费。</translation>
    </message>
    <message>
        <source>The change failed. It goes on running as before, and it is billed.</source>
        <translation>变更失败。部署按原状继续运行，并照常计费。</translation>
    </message>
    <message>
        <source>Stopped: it does not answer and is not billed.</source>
        <translation>已停止：不响应请求，也不计费。</translation>
    </message>
    <message>
        <source>Being stopped: billing ends when that is done.</source>
        <translation>停止中：停止完成后不再计费。</translation>
    </message>
    <message>
        <source>Being deleted: billing ends when it is gone.</source>
        <translation>删除中：删除完成后不再计费。</translation>
    </message>
    <message>
        <source>Deleted: it is no longer billed.</source>
        <translation>已删除：不再计费。</translation>
    </message>
    <message>
        <source>Coming back: it is billed again when it runs.</source>
        <translation>恢复中：恢复运行后重新计费。</translation>
    </message>
    <message>
        <source>Model units</source>
        <translation>模型单元</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>算力单元</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>预置吞吐</translation>
    </message>
    <message>
        <source>%1 in / %2 out</source>
        <translation>输入 %1 / 输出 %2</translation>
    </message>
    <message>
        <source>%1 of %2 units ready</source>
        <translation>%1/%2 个单元就绪</translation>
    </message>
    <message>
        <source>%1 units assigned</source>
        <translation>已分配 %1 个单元</translation>
    </message>
    <message>
        <source>%1 units ready</source>
        <translation>%1 个单元就绪</translation>
    </message>
    <message>
        <source>%1 tokens per minute</source>
        <translation>每分钟 %1 个 Token</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>扩缩容</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>下线</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Answer unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>%1: sending…</source>
        <translation>%1：发送中…</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1：已受理</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1：被拒绝</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1：未发送</translation>
    </message>
    <message>
        <source>throughput %1</source>
        <translation>吞吐量 %1</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>容量 %1</translation>
    </message>
    <message>
        <source>%1 requests per minute</source>
        <translation>每分钟 %1 次请求</translation>
    </message>
    <message>
        <source>Bill unpaid</source>
        <translation>欠费停止</translation>
    </message>
    <message>
        <source>Recovering, paid</source>
        <translation>缴费恢复中</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>%1 in / %2 out</source>
        <comment>in a narrow column</comment>
        <translation>入 %1 / 出 %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verb, what became of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Running without a unit: it answers no prompts. Scale it up to use it, or delete it.</source>
        <translation>运行中，但没有单元：不会回复提示词。如需使用请扩容，否则请将其下线。</translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln 个 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 (%2 in, %3 out)</source>
        <translation>%1（输入 %2，输出 %3）</translation>
    </message>
    <message>
        <source>stopped at max tokens</source>
        <translation>达到最大 Token 数后停止</translation>
    </message>
    <message>
        <source>ended with a tool call</source>
        <translation>以工具调用结束</translation>
    </message>
    <message>
        <source>ended with “%1”</source>
        <translation>以“%1”结束</translation>
    </message>
    <message>
        <source>waiting for the first token… %1</source>
        <comment>a time</comment>
        <translation>正在等待首个 Token… %1</translation>
    </message>
    <message>
        <source>waiting for the first token…</source>
        <translation>正在等待首个 Token…</translation>
    </message>
    <message>
        <source>answering…</source>
        <translation>正在回复…</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>首个 Token %1</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Token/秒</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>已手动停止</translation>
    </message>
    <message>
        <source>Cut off: the connection ended before the reply did.</source>
        <translation>回复中断：连接在回复完成前断开。</translation>
    </message>
    <message>
        <source>Cut off: the reply ended with an error.</source>
        <translation>回复中断：回复因错误结束。</translation>
    </message>
    <message>
        <source>No reply came.</source>
        <translation>未收到回复。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>已思考 %1</translation>
    </message>
    <message>
        <source>Thought</source>
        <comment>what a model did</comment>
        <translation>已思考</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>so many tokens</comment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Model, asked to go on from here</source>
        <translation>模型（应要求从此处继续）</translation>
    </message>
    <message>
        <source>A part of this message is lost: its file is damaged.</source>
        <translation>此消息缺失了一部分：文件已损坏。</translation>
    </message>
    <message>
        <source>Cut off: Slipway ended before the reply did.</source>
        <translation>已中断：回复结束之前 Slipway 已退出。</translation>
    </message>
    <message>
        <source>The native protocol was refused without a charge. This was asked over the OpenAI-compatible one, which is used from now on.</source>
        <translation>原生协议被拒绝，未产生费用；已改用 OpenAI 兼容协议，此后亦然。</translation>
    </message>
    <message>
        <source>The OpenAI-compatible protocol was refused without a charge. This was asked over the native one, which is used from now on.</source>
        <translation>OpenAI 兼容协议被拒绝，未产生费用；已改用原生协议，此后亦然。</translation>
    </message>
    <message>
        <source>estimates: it ended early</source>
        <translation>估计值：回复提前结束</translation>
    </message>
</context>
</TS>
