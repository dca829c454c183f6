// A client made by others (zeromq.js, which VS Code ships) against the sockets of InteropServer:
// node interop.mjs NODE_MODULES TEST PORTS
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const [modules, test, described] = process.argv.slice(2);
const { Dealer, Request, Subscriber } = createRequire(path.join(modules, "client.js"))("zeromq");
const ports = JSON.parse(described);
const limits = { linger: 0, receiveTimeout: 20_000, sendTimeout: 20_000 };

function connect(type, endpoint, options = {}) {
    const socket = new type({ ...limits, ...options });
    socket.connect(endpoint);
    return socket;
}

function subscribe(...topics) {
    const socket = new Subscriber({ linger: 0, receiveTimeout: 20_000, receiveHighWaterMark: 0 });
    socket.connect(ports.publisher);
    socket.subscribe(...topics);
    return socket;
}

async function receive(socket) {
    return (await socket.receive()).map(frame => frame.toString());
}

async function echoes(socket, ...frames) {
    await socket.send(frames);
    const got = await socket.receive();
    assert.equal(got.length, frames.length);
    frames.forEach((frame, i) => assert.ok(Buffer.from(frame).equals(got[i]), `frame ${i} of ${frame.length}`));
}

const tests = {
    async sizes() {
        for (const [type, endpoint] of [[Dealer, ports.routers[0]], [Request, ports.heartbeat]]) {
            const socket = connect(type, endpoint);
            for (const size of [0, 1, 254, 255, 256, 257, 65535, 65536, 1 << 20, 10 << 20]) {
                await echoes(socket, Buffer.alloc(size, "abcdefg"));
                await echoes(socket, "", Buffer.alloc(size, "gfedcba"), "tail");
            }
        }
    },

    async requests() {
        const socket = connect(Request, ports.heartbeat);
        for (let i = 0; i < 1000; i++) await echoes(socket, `${i}`);
    },

    async order() {
        const dealer = connect(Dealer, ports.routers[0]);
        const subscriber = subscribe("t");
        assert.deepEqual(await receive(subscriber), ["t", "welcome"]);
        await dealer.send(["publish", "t", "20000"]);
        for (let i = 0; i < 20_000; i++) assert.deepEqual(await receive(subscriber), ["t", `${i}`]);
    },

    async filters() {
        const dealer = connect(Dealer, ports.routers[0]);
        const subscriber = subscribe("a");
        assert.deepEqual(await receive(subscriber), ["a", "welcome"]);
        for (const topic of ["b", "ab", "", "a"]) await dealer.send(["publish", topic, "1"]);
        assert.deepEqual([await receive(subscriber), await receive(subscriber)], [["ab", "0"], ["a", "0"]]);
        subscriber.unsubscribe("a");
        subscriber.subscribe("c");
        assert.deepEqual(await receive(subscriber), ["c", "welcome"]);
        for (const topic of ["a", "c"]) await dealer.send(["publish", topic, "1"]);
        assert.deepEqual(await receive(subscriber), ["c", "0"]);
    },

    async heartbeats() {
        const options = { heartbeatInterval: 100, heartbeatTimeout: 1500, heartbeatTimeToLive: 1500 };
        const dealer = connect(Dealer, ports.routers[0], options);
        let lost = 0;
        dealer.events.on("disconnect", () => lost++);
        await echoes(dealer, "before");
        await sleep(3500);
        await echoes(dealer, "after");
        assert.equal(lost, 0);
    },

    async handover() {
        const older = connect(Dealer, ports.routers[0], { routingId: "same", reconnectInterval: -1 });
        await echoes(older, "1");
        const newer = connect(Dealer, ports.routers[0], { routingId: "same" });
        await echoes(newer, "2");
    },

    // As VS Code does it: its three channels have one identity, and it looks first whether the ports are open.
    async shared() {
        for (const endpoint of [...ports.routers, ports.publisher]) {
            const { hostname, port } = new URL(endpoint.replace("tcp:", "http:"));
            await new Promise(done => { const probe = net.connect(port, hostname, () => done(probe.destroy())); });
        }
        const dealers = ports.routers.map(endpoint => connect(Dealer, endpoint, { routingId: "one-id" }));
        for (let i = 0; i < 50; i++)
            await Promise.all(dealers.map((dealer, n) => dealer.send([`${n}`, `${i}`])));
        for (let i = 0; i < 50; i++)
            assert.deepEqual(await Promise.all(dealers.map(receive)), dealers.map((_, n) => [`${n}`, `${i}`]));
    },

    async early() {
        const dealer = connect(Dealer, ports.routers[0]);
        const subscriber = subscribe("");
        await dealer.send("sent before anybody listened");
        await sleep(300);
        console.log("waiting");
        assert.deepEqual(await receive(dealer), ["sent before anybody listened"]);
        assert.deepEqual(await receive(subscriber), ["", "welcome"]);
    },
};

await tests[test]();
console.log("ok");
process.exit(0);
