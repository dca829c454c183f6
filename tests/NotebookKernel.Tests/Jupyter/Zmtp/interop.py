"""A client made by others (pyzmq over libzmq) against the sockets of InteropServer: interop.py TEST PORTS."""
import json
import socket
import sys
import time

import zmq

SIZES = [0, 1, 254, 255, 256, 257, 65535, 65536, 1 << 20, 10 << 20]
context = zmq.Context()


def connect(kind, endpoint, **options):
    client = context.socket(kind)
    client.linger, client.rcvtimeo, client.sndtimeo = 0, 20_000, 20_000
    for name, value in options.items():
        client.setsockopt(getattr(zmq, name), value)
    client.connect(endpoint)
    return client


def echoes(client, *frames):
    client.send_multipart(frames)
    assert client.recv_multipart() == list(frames), f"no echo of {[len(frame) for frame in frames]}"


def await_welcome(subscriber, topic):
    assert subscriber.recv_multipart() == [topic, b"welcome"]


def sizes(ports):
    for kind, endpoint in [(zmq.DEALER, ports["routers"][0]), (zmq.REQ, ports["heartbeat"])]:
        client = connect(kind, endpoint)
        for size in SIZES:
            body = bytes(i * 31 % 251 for i in range(min(size, 4096))) * (size // 4096 + 1)
            echoes(client, body[:size])
            echoes(client, b"", body[:size], b"tail")


def requests(ports):
    for endpoint in [ports["routers"][0], ports["heartbeat"]]:
        client = connect(zmq.REQ, endpoint)
        for i in range(1000):
            echoes(client, b"%d" % i)


def order(ports):
    dealer = connect(zmq.DEALER, ports["routers"][0], SNDHWM=0, RCVHWM=0)
    for i in range(20_000):
        dealer.send_multipart([b"%d" % i, b"x" * 100])
    for i in range(20_000):
        assert dealer.recv_multipart() == [b"%d" % i, b"x" * 100], i
    subscriber = connect(zmq.SUB, ports["publisher"], SUBSCRIBE=b"t", RCVHWM=0)
    await_welcome(subscriber, b"t")
    start = time.perf_counter()
    dealer.send_multipart([b"publish", b"t", b"20000"])
    for i in range(20_000):
        assert subscriber.recv_multipart() == [b"t", b"%d" % i], i
    print(f"20,000 published messages received in {time.perf_counter() - start:.2f} s")


def churn(ports):
    for i in range(300):
        client = connect(zmq.DEALER, ports["routers"][0])
        client.send(b"%d" % i)
        if i % 3 == 0:
            assert client.recv() == b"%d" % i
        client.close()
    echoes(connect(zmq.DEALER, ports["routers"][0]), b"still there")


def heartbeats(ports):
    # Patient enough for a busy machine, and shorter than the wait below: without a PONG the connection is lost.
    options = {"HEARTBEAT_IVL": 100, "HEARTBEAT_TIMEOUT": 1500, "HEARTBEAT_TTL": 1500}
    dealer = connect(zmq.DEALER, ports["routers"][0], **options)
    events = dealer.get_monitor_socket(zmq.EVENT_DISCONNECTED)
    subscriber = connect(zmq.SUB, ports["publisher"], SUBSCRIBE=b"", **options)
    await_welcome(subscriber, b"")
    echoes(dealer, b"before")
    assert events.poll(3500) == 0, "disconnected: no PONG came"
    echoes(dealer, b"after")
    dealer.send_multipart([b"publish", b"t", b"1"])
    assert subscriber.recv_multipart() == [b"t", b"0"]


def filters(ports):
    dealer = connect(zmq.DEALER, ports["routers"][0])
    subscriber = connect(zmq.SUB, ports["publisher"], SUBSCRIBE=b"a")
    await_welcome(subscriber, b"a")
    for topic in [b"b", b"ab", b"", b"a"]:
        dealer.send_multipart([b"publish", topic, b"1"])
    assert [subscriber.recv_multipart()[0] for _ in range(2)] == [b"ab", b"a"]
    subscriber.setsockopt(zmq.SUBSCRIBE, b"b")
    await_welcome(subscriber, b"b")
    subscriber.setsockopt(zmq.UNSUBSCRIBE, b"a")
    # In order on one connection: when the welcome to c is here, the cancelling has been read.
    subscriber.setsockopt(zmq.SUBSCRIBE, b"c")
    await_welcome(subscriber, b"c")
    for topic in [b"a", b"ba", b"c"]:
        dealer.send_multipart([b"publish", topic, b"1"])
    assert [subscriber.recv_multipart()[0] for _ in range(2)] == [b"ba", b"c"]


def handover(ports):
    older = connect(zmq.DEALER, ports["routers"][0], IDENTITY=b"same", RECONNECT_IVL=-1)
    echoes(older, b"1")
    newer = connect(zmq.DEALER, ports["routers"][0], IDENTITY=b"same")
    echoes(newer, b"2")
    assert older.poll(200) == 0


def shared(ports):
    dealers = [connect(zmq.DEALER, endpoint, IDENTITY=b"one-id") for endpoint in ports["routers"]]
    for i in range(50):
        for n, dealer in enumerate(dealers):
            dealer.send_multipart([b"%d" % n, b"%d" % i])
    for n, dealer in enumerate(dealers):
        for i in range(50):
            assert dealer.recv_multipart() == [b"%d" % n, b"%d" % i]


def early(ports):
    dealer = connect(zmq.DEALER, ports["routers"][0])
    subscriber = connect(zmq.SUB, ports["publisher"], SUBSCRIBE=b"")
    dealer.send(b"sent before anybody listened")
    time.sleep(0.3)
    print("waiting", flush=True)
    assert dealer.recv() == b"sent before anybody listened"
    await_welcome(subscriber, b"")


def garbage(ports):
    dealer = connect(zmq.DEALER, ports["routers"][0])
    echoes(dealer, b"before")
    host, port = ports["routers"][0].removeprefix("tcp://").split(":")
    greeting = b"\xff" + b"\0" * 8 + b"\x7f\x03\x01NULL" + b"\0" * 48
    for i in range(200):
        probe = socket.create_connection((host, int(port)))
        probe.sendall([b"", b"GET / HTTP/1.1\r\n\r\n", greeting[:20], greeting + b"\x06" + b"\x7f" * 9][i % 4])
        if i % 2:
            probe.close()
        echoes(dealer, b"%d" % i)


test = {name: value for name, value in globals().items() if callable(value)}[sys.argv[1]]
test(json.loads(sys.argv[2]))
print("ok")
