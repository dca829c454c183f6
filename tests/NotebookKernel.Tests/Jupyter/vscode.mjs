// A client that does what VS Code's Jupyter extension does, over the same zeromq.js: one routing id on three DEALERs,
// port probes, kernel_info on shell and control until one is answered, interrupts by message, no heartbeat.
//
//     node vscode.mjs NODE_MODULES DOTNET NotebookKernel.dll     prints one JSON line a step: name, ok, message
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, dotnet, assembly] = process.argv.slice(2);
const { Dealer, Subscriber } = createRequire(pathToFileURL(join(modules, 'x.js')))('zeromq');
const Patience = 30_000;
const session = randomUUID();
const key = randomUUID();
const delay = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

function check(condition, message) {
    if (!condition) throw new Error(typeof message === 'string' ? message : JSON.stringify(message));
}

const freePort = () => new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

// VS Code asks whether a port is taken by connecting and leaving at once.
const isTaken = port => new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
    }).on('error', () => resolve(false));
});

function encode(type, content) {
    const header = { msg_id: randomUUID(), username: '', session, msg_type: type, version: '5.2', date: new Date() };
    const parts = [header, {}, {}, content].map(part => Buffer.from(JSON.stringify(part)));
    const hmac = createHmac('sha256', key);
    parts.forEach(part => hmac.update(part));
    return [header.msg_id, [Buffer.from('<IDS|MSG>'), Buffer.from(hmac.digest('hex')), ...parts]];
}

function decode(frames) {
    const start = frames.findIndex(frame => frame.toString() === '<IDS|MSG>');
    const hmac = createHmac('sha256', key);
    frames.slice(start + 2, start + 6).forEach(part => hmac.update(part));
    check(hmac.digest('hex') === frames[start + 1].toString(), 'a wrong signature');
    const [header, parent, metadata, content] = frames.slice(start + 2, start + 6).map(part => JSON.parse(part));
    return { header, parent, metadata, content };
}

class Client {
    constructor(ports) {
        const routingId = randomUUID();
        this.sockets = {};
        this.seen = [];
        this.waiting = [];
        for (const channel of ['shell', 'control', 'stdin']) {
            this.sockets[channel] = new Dealer({ routingId, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
            this.sockets[channel].connect(`tcp://127.0.0.1:${ports[channel]}`);
        }
        this.sockets.iopub = new Subscriber({ receiveHighWaterMark: 0 });
        this.sockets.iopub.connect(`tcp://127.0.0.1:${ports.iopub}`);
        this.sockets.iopub.subscribe();
        for (const [channel, socket] of Object.entries(this.sockets)) this.read(channel, socket);
    }

    async read(channel, socket) {
        for await (const frames of socket) {
            this.seen.push({ channel, ...decode(frames) });
            this.waiting.splice(0).forEach(resolve => resolve());
        }
    }

    // The first message that fits; also one that has come before.
    async find(fits, what, patience = Patience) {
        const end = Date.now() + patience;
        while (true) {
            const found = this.seen.find(fits);
            if (found) return found;
            check(Date.now() < end, `no ${what}`);
            await Promise.race([new Promise(resolve => this.waiting.push(resolve)), delay(100)]);
        }
    }

    async send(channel, type, content) {
        const [id, frames] = encode(type, content);
        await this.sockets[channel].send(frames);
        return id;
    }

    async ask(channel, type, content, patience = Patience) {
        const id = await this.send(channel, type, content);
        const reply = await this.find(
            m => m.channel === channel && m.parent.msg_id === id && m.header.msg_type.endsWith('_reply'), type, patience);
        return reply.content;
    }

    execute(code) {
        return this.send('shell', 'execute_request',
            { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true });
    }

    async finished(id) {
        const reply = await this.find(m => m.channel === 'shell' && m.parent.msg_id === id, 'execute_reply');
        await this.find(
            m => m.channel === 'iopub' && m.parent.msg_id === id && m.content.execution_state === 'idle', 'idle');
        const outputs = this.seen.filter(m => m.channel === 'iopub' && m.parent.msg_id === id);
        return { reply: reply.content, outputs };
    }

    async run(code) {
        return this.finished(await this.execute(code));
    }

    close() {
        Object.values(this.sockets).forEach(socket => socket.close());
    }
}

const ports = {};
for (const channel of ['shell', 'control', 'stdin', 'iopub', 'hb']) ports[channel] = await freePort();
// A path with a space, as on many a Windows machine.
const folder = mkdtempSync(join(tmpdir(), 'vs code '));
const file = join(folder, 'kernel-v3.json');
writeFileSync(file, JSON.stringify({
    key, signature_scheme: 'hmac-sha256', transport: 'tcp', ip: '127.0.0.1', kernel_name: '.net-csharp',
    hb_port: ports.hb, control_port: ports.control, shell_port: ports.shell, stdin_port: ports.stdin,
    iopub_port: ports.iopub,
}));
const environment = { ...process.env };
delete environment.JPY_PARENT_PID;
let kernel;
let client;
const text = outputs => outputs.filter(m => m.header.msg_type === 'stream').map(m => m.content.text).join('');

const steps = {
    async 'connects before the kernel listens'() {
        client = new Client(ports);
        await delay(200);
        kernel = spawn(dotnet, [assembly, 'jupyter', file], { cwd: folder, env: environment });
        kernel.stderr.on('data', data => process.stderr.write(data));
        for (const channel of ['shell', 'iopub'])
            for (let i = 0; !await isTaken(ports[channel]); i++) {
                check(i < 200, `nothing listens for ${channel}`);
                await delay(50);
            }
    },

    async 'is ready when kernel_info is answered on control or shell'() {
        const asked = [];
        for (let i = 0; i < 60; i++) {
            asked.push(await client.send('control', 'kernel_info_request', {}));
            asked.push(await client.send('shell', 'kernel_info_request', {}));
            await delay(500);
            const isAnswered = client.seen.some(
                m => m.header.msg_type === 'kernel_info_reply' && asked.includes(m.parent.msg_id));
            if (isAnswered && client.seen.some(m => m.channel === 'iopub')) return;
        }
        check(false, 'no answer on either channel');
    },

    async 'runs two hundred cells'() {
        for (let i = 0; i < 200; i++) {
            const { reply, outputs } = await client.run(`var v${i} = ${i}; Console.Write(v${i} * 2);`);
            check(reply.status === 'ok' && text(outputs) === String(i * 2), reply);
        }
    },

    async 'asks for input on the identity that all channels share'() {
        const id = await client.execute('var name = Console.ReadLine(); Console.Write($"<{name}>");');
        const question = await client.find(m => m.channel === 'stdin' && m.parent.msg_id === id, 'input_request');
        check(question.header.msg_type === 'input_request', question.header);
        await client.send('stdin', 'input_reply', { value: 'Ada' });
        const { outputs } = await client.finished(id);
        check(text(outputs) === '<Ada>', text(outputs));
    },

    async 'interrupts by message'() {
        const id = await client.execute('while (true) { }');
        await client.find(m => m.parent.msg_id === id && m.header.msg_type === 'execute_input', 'start');
        await delay(300);
        const reply = await client.ask('control', 'interrupt_request', {});
        check(reply.status === 'ok', reply);
        const ended = await client.finished(id);
        check(ended.reply.ename === 'Interrupted', ended.reply);
        check((await client.run('v7')).outputs.some(m => m.content.data?.['text/plain'] === '7'), 'the state is lost');
    },

    async 'completes with kinds and signatures'() {
        const reply = await client.ask('shell', 'complete_request', { code: 'Math.Sqr', cursor_pos: 8 });
        check(reply.matches[0] === 'Sqrt', reply);
        const types = reply.metadata._jupyter_types_experimental;
        check(types[0].type === 'method' && types[0].signature.includes('double'), types[0]);
    },

    async 'inspects with documentation'() {
        const code = 'Math.Sqrt';
        const reply = await client.ask('shell', 'inspect_request', { code, cursor_pos: 7, detail_level: 0 });
        check(reply.found && reply.data['text/plain'].includes('square root'), reply);
    },

    async 'survives more port probes'() {
        for (let i = 0; i < 50; i++)
            for (const port of Object.values(ports)) check(await isTaken(port), `port ${port}`);
        check((await client.run('1 + 1')).reply.status === 'ok', 'no longer runs');
    },

    async 'ends when it is killed and starts again on the same ports'() {
        kernel.kill('SIGTERM');
        await new Promise(resolve => kernel.once('exit', resolve));
        client.close();
        client = new Client(ports);
        kernel = spawn(dotnet, [assembly, 'jupyter', file], { cwd: folder, env: environment });
        const { reply } = await client.run('v7');
        check(reply.status === 'error' && reply.evalue.includes('CS0103'), reply);
    },
};

let failed = false;
for (const [name, step] of Object.entries(steps)) {
    let message = failed ? 'not run: a step before it failed' : '';
    if (!failed) {
        try {
            await step();
        } catch (error) {
            failed = true;
            message = `${error.stack}`;
        }
    }
    console.log(JSON.stringify({ name, ok: message === '', message }));
}
kernel?.kill('SIGKILL');
process.exit(0);
