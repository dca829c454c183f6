"""A real client for the kernel: jupyter_client's manager, and a check of every message that arrives.

Used by protocol.py (tests) and measure.py (numbers). Python, because the client that Jupyter itself uses is.
"""
import json
import os
import queue
import subprocess
import tempfile
import time

from jupyter_client import KernelManager

NUMBER, TEXT, FLAG, OBJECT, LIST = (int, float), str, bool, dict, list

# The fields that Jupyter's messaging specification (5.3) demands, by message type.
REQUIRED = {
    "kernel_info_reply": {"status": TEXT, "protocol_version": TEXT, "implementation": TEXT,
                          "implementation_version": TEXT, "language_info": OBJECT, "banner": TEXT},
    "execute_reply": {"status": TEXT},
    "complete_reply": {"status": TEXT, "matches": LIST, "cursor_start": int, "cursor_end": int, "metadata": OBJECT},
    "inspect_reply": {"status": TEXT, "found": FLAG, "data": OBJECT, "metadata": OBJECT},
    "is_complete_reply": {"status": TEXT},
    "history_reply": {"status": TEXT, "history": LIST},
    "comm_info_reply": {"status": TEXT, "comms": OBJECT},
    "shutdown_reply": {"status": TEXT, "restart": FLAG},
    "interrupt_reply": {"status": TEXT},
    "stream": {"name": TEXT, "text": TEXT},
    "display_data": {"data": OBJECT, "metadata": OBJECT, "transient": OBJECT},
    "update_display_data": {"data": OBJECT, "metadata": OBJECT, "transient": OBJECT},
    "execute_result": {"data": OBJECT, "metadata": OBJECT, "execution_count": int},
    "execute_input": {"code": TEXT, "execution_count": int},
    "error": {"ename": TEXT, "evalue": TEXT, "traceback": LIST},
    "status": {"execution_state": TEXT},
    "clear_output": {"wait": FLAG},
    "input_request": {"prompt": TEXT, "password": FLAG},
    "comm_close": {"comm_id": TEXT, "data": OBJECT},
    "iopub_welcome": {"subscription": TEXT},
}


def check(message):
    """Fails on a message that the specification does not allow."""
    kind = message["header"]["msg_type"]
    for field in ("msg_id", "session", "username", "date", "msg_type", "version"):
        assert field in message["header"], f"{kind}: header without {field}"
    assert kind in REQUIRED, f"unknown message type {kind}"
    content = message["content"]
    for field, types in REQUIRED[kind].items():
        assert field in content, f"{kind} without {field}: {content}"
        assert isinstance(content[field], types), f"{kind}: {field} is {content[field]!r}"
    if kind == "execute_reply" and content["status"] != "aborted":
        assert isinstance(content["execution_count"], int), f"execute_reply without a count: {content}"
        if content["status"] == "ok":
            assert isinstance(content["user_expressions"], dict)
    if kind.endswith("_reply") and content.get("status") == "error":
        assert content["ename"] and isinstance(content["traceback"], list), content
    if "data" in REQUIRED[kind] and kind not in ("comm_close",):
        for mime, value in content["data"].items():
            assert "/" in mime, mime
            assert isinstance(value, str) or mime.endswith("json"), (mime, value)
    if kind == "execute_result":
        assert "text/plain" in content["data"], content


class Kernel:
    """One kernel process and a client of it."""

    def __init__(self, dotnet, assembly, transport="tcp", cwd=None):
        self.folder = tempfile.mkdtemp(prefix="kernel-test-")
        spec = os.path.join(self.folder, "kernels", "under-test")
        os.makedirs(spec)
        with open(os.path.join(spec, "kernel.json"), "w") as file:
            json.dump({"argv": [dotnet, assembly, "jupyter", "{connection_file}"], "display_name": "under test",
                       "language": "C#", "interrupt_mode": "message"}, file)
        self.manager = KernelManager(kernel_name="under-test", transport=transport)
        self.manager.kernel_spec_manager.kernel_dirs = [os.path.join(self.folder, "kernels")]
        if transport == "ipc":
            self.manager.ip = os.path.join(self.folder, "socket")
        begin = time.perf_counter()
        # The kernel's own words go to this process's error stream: seen when a test fails.
        self.manager.start_kernel(cwd=cwd or self.folder, stdout=subprocess.DEVNULL)
        self.connect()
        self.ready = time.perf_counter() - begin

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def close(self):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel(now=True)

    def reply(self, message_id, channel="shell", timeout=30):
        """The reply to a request."""
        end = time.monotonic() + timeout
        while True:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=max(0.01, end - time.monotonic()))
            check(message)
            if message["parent_header"].get("msg_id") == message_id:
                return message["content"]

    def outputs(self, message_id, timeout=30):
        """What the request published, between its busy and its idle."""
        found, end = [], time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
            check(message)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            found.append((message["header"]["msg_type"], message["content"]))
            if found[-1] == ("status", {"execution_state": "idle"}):
                assert found[0] == ("status", {"execution_state": "busy"}), found[0]
                return found[1:-1]

    def run(self, code, timeout=30, **options):
        """Runs a cell: its reply, and its outputs without the echo of its input."""
        message_id = self.client.execute(code, **options)
        reply = self.reply(message_id, timeout=timeout)
        outputs = self.outputs(message_id, timeout=timeout)
        return reply, [output for output in outputs if output[0] != "execute_input"]

    def text(self, code, **options):
        """What a cell writes to standard output."""
        reply, outputs = self.run(code, **options)
        assert reply["status"] == "ok", reply
        return "".join(content["text"] for kind, content in outputs
                       if kind == "stream" and content["name"] == "stdout")

    def value(self, code):
        """The result of a cell as text."""
        reply, outputs = self.run(code)
        assert reply["status"] == "ok", reply
        results = [content for kind, content in outputs if kind == "execute_result"]
        assert len(results) == 1, outputs
        return results[0]["data"]["text/plain"]

    def request(self, kind, content, channel="shell"):
        """Sends any request on any channel and gives back its message."""
        message = self.client.session.msg(kind, content)
        getattr(self.client, f"{channel}_channel").send(message)
        return message["header"]["msg_id"]

    def ask(self, kind, content, channel="shell"):
        """Sends any request and waits for its reply."""
        return self.reply(self.request(kind, content, channel), channel)

    def interrupt(self):
        """An interrupt by message, as front ends send it; returns at once."""
        self.request("interrupt_request", {}, "control")

    def silence(self, seconds=0.3):
        """Fails when anything more is published."""
        try:
            message = self.client.get_iopub_msg(timeout=seconds)
        except queue.Empty:
            return
        raise AssertionError(f"unexpected {message['header']['msg_type']}: {message['content']}")


def gone(pid, seconds):
    """True when the process ends within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
