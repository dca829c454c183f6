"""Protocol tests of the kernel with Jupyter's own client; the checks that jupyter_kernel_test makes, and more.

    python3 protocol.py DOTNET NotebookKernel.dll        one JSON line a test: name, ok, message

Every message that arrives is checked against the specification (kernel_client.check). The tests share one kernel, in
the order of this file, except those that end it.
"""
import inspect
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import traceback

import kernel_client
from jupyter_client import BlockingKernelClient
from kernel_client import Kernel, check, gone

DOTNET, ASSEMBLY = sys.argv[1:3]


# -- kernel_info ------------------------------------------------------------------------------------------------------
def kernel_info_on_shell(kernel):
    info = kernel.ask("kernel_info_request", {})
    assert info["protocol_version"] == "5.3", info
    assert info["language_info"]["name"] == "C#", info
    assert info["language_info"]["file_extension"] == ".cs", info


def kernel_info_on_control(kernel):
    assert kernel.ask("kernel_info_request", {}, "control")["status"] == "ok"


def kernel_info_while_a_cell_runs(kernel):
    cell = kernel.client.execute("System.Threading.Thread.Sleep(1500);")
    begin = time.monotonic()
    kernel.ask("kernel_info_request", {}, "control")
    assert time.monotonic() - begin < 1, "control waited for the cell"
    kernel.reply(cell)
    kernel.outputs(cell)


def newer_clients_are_tolerated(kernel):
    """5.5: a header with more fields, requests with unknown ones, unknown message types."""
    message = kernel.client.session.msg("kernel_info_request", {"future": [1, 2]})
    message["header"].update(version="5.5", subshell_id=None)
    kernel.client.shell_channel.send(message)
    kernel.reply(message["header"]["msg_id"])
    unknown = kernel.request("create_subshell_request", {}, "control")
    assert kernel.outputs(unknown) == []
    assert kernel.ask("kernel_info_request", {})["status"] == "ok"


def subscribers_are_welcomed(kernel):
    other = another_client(kernel)
    other.start_channels(shell=False, stdin=False, hb=False, control=False)
    try:
        message = other.get_iopub_msg(timeout=5)
    finally:
        other.stop_channels()
    check(message)
    assert message["header"]["msg_type"] == "iopub_welcome" and message["parent_header"] == {}, message
    assert message["content"] == {"subscription": ""}, message


# -- execute ----------------------------------------------------------------------------------------------------------
def stdout_arrives(kernel):
    assert kernel.text('Console.WriteLine("hello, world");') == "hello, world\n"


def stderr_arrives(kernel):
    _, outputs = kernel.run('Console.Error.WriteLine("problem");')
    assert outputs == [("stream", {"name": "stderr", "text": "problem\n"})], outputs


def streams_and_displays_keep_their_order(kernel):
    _, outputs = kernel.run('Console.Write("a"); display(1); Console.Error.Write("b"); Console.Write("c"); 7')
    assert [kind for kind, _ in outputs] == ["stream", "display_data", "stream", "stream", "execute_result"], outputs
    assert [content.get("text") for kind, content in outputs if kind == "stream"] == ["a", "b", "c"]


def twenty_thousand_lines_are_complete_and_in_order(kernel):
    text = kernel.text("for (var i = 0; i < 20000; i++) Console.WriteLine(i);", timeout=60)
    assert text == "".join(f"{i}\n" for i in range(20000)), len(text)


def result_has_its_number_and_text(kernel):
    reply, outputs = kernel.run("6 * 7")
    (kind, content), = outputs
    assert kind == "execute_result" and content["data"]["text/plain"] == "42", outputs
    assert content["execution_count"] == reply["execution_count"]


def statements_have_no_result(kernel):
    _, outputs = kernel.run("var quiet = 1;")
    assert outputs == [], outputs


def input_is_echoed_with_its_number(kernel):
    cell = kernel.client.execute("1")
    reply = kernel.reply(cell)
    kind, content = kernel.outputs(cell)[0]
    assert (kind, content) == ("execute_input", {"code": "1", "execution_count": reply["execution_count"]})


def rich_display_has_html_and_text(kernel):
    _, outputs = kernel.run('display(HTML("<b>bold</b>"));')
    (kind, content), = outputs
    assert kind == "display_data" and content["data"]["text/html"] == "<b>bold</b>", outputs
    assert "text/plain" in content["data"]


def json_is_sent_as_json(kernel):
    _, outputs = kernel.run('"{\\"a\\":[1,2]}".DisplayAs("application/json");')
    assert outputs[0][1]["data"]["application/json"] == {"a": [1, 2]}, outputs


def display_is_updated_in_place(kernel):
    _, outputs = kernel.run('var shown = display("one"); shown.Update("two");')
    (first, before), (second, after) = outputs
    assert (first, second) == ("display_data", "update_display_data"), outputs
    assert before["transient"]["display_id"] == after["transient"]["display_id"]
    assert after["data"]["text/plain"] == "two"
    _, outputs = kernel.run('shown.Update("three");')
    assert outputs[0][1]["transient"] == before["transient"], outputs


def output_is_cleared(kernel):
    _, outputs = kernel.run('Console.Write("x"); ClearOutput(); ClearOutput(wait: true); Console.Write("y");')
    assert [(kind, content.get("wait")) for kind, content in outputs] == [
        ("stream", None), ("clear_output", False), ("clear_output", True), ("stream", None)], outputs


def unicode_survives(kernel):
    text = "äöü 漢字 🙂 \U0001d49c"
    assert kernel.text(f'Console.Write("{text}");') == text


def half_characters_do_not_break_the_stream(kernel):
    reply, outputs = kernel.run('Console.Write("a\\ud83d"); display("b\\ude42");')
    assert reply["status"] == "ok" and len(outputs) == 2, outputs
    outputs[0][1]["text"].encode("utf-8")


def late_output_belongs_to_its_own_cell(kernel):
    cell = kernel.client.execute('Task.Run(async () => { await Task.Delay(400); Console.Write("late"); });')
    kernel.reply(cell)
    kernel.outputs(cell)
    kernel.run("1")
    message = kernel.client.get_iopub_msg(timeout=5)
    assert message["parent_header"]["msg_id"] == cell and message["content"]["text"] == "late", message


# -- errors -----------------------------------------------------------------------------------------------------------
def exception_is_one_error_output(kernel):
    reply, outputs = kernel.run('var before = 5;\nthrow new InvalidOperationException("no good");')
    (kind, content), = outputs
    assert kind == "error" and reply["status"] == "error", outputs
    assert content["ename"] == reply["ename"] == "System.InvalidOperationException"
    assert content["evalue"] == reply["evalue"] == "no good"
    assert content["traceback"] == reply["traceback"]
    trace = "\n".join(content["traceback"])
    assert f"cell {reply['execution_count']}, line 2" in trace, trace
    assert '   2 | throw new InvalidOperationException("no good");' in trace, trace
    assert kernel.value("before") == "5"


def compile_error_names_line_and_column(kernel):
    reply, outputs = kernel.run("var fine = 1;\nvar x = missing + 1;")
    (kind, content), = outputs
    assert kind == "error" and content["ename"] == "CompilationError", outputs
    assert "CS0103" in content["evalue"], content
    assert f"cell {reply['execution_count']}, line 2:9" in content["traceback"][0], content
    assert content["traceback"][0].endswith("   2 | var x = missing + 1;\n     |         ^"), content


def failing_cell_stops_those_that_wait(kernel):
    kernel.run("var touched = 0;")
    failing = kernel.client.execute('throw new Exception("first");')
    waiting = [kernel.client.execute("touched++;") for _ in range(5)]
    asked = kernel.request("kernel_info_request", {})
    assert kernel.reply(failing)["status"] == "error"
    for cell in waiting:
        reply = kernel.reply(cell)
        assert reply["status"] == "aborted", reply
    assert kernel.reply(asked)["status"] == "ok"
    for cell in [failing, *waiting]:
        kernel.outputs(cell)
    assert kernel.value("touched") == "0"


def failing_cell_lets_others_run_when_asked_to(kernel):
    kernel.run("var passed = 0;")
    failing = kernel.client.execute('throw new Exception("first");', stop_on_error=False)
    waiting = kernel.client.execute("passed++;")
    assert kernel.reply(failing)["status"] == "error"
    assert kernel.reply(waiting)["status"] == "ok"
    kernel.outputs(waiting)
    assert kernel.value("passed") == "1"


# -- options of execute -----------------------------------------------------------------------------------------------
def silent_cell_shows_and_counts_nothing(kernel):
    before = kernel.run("1")[0]["execution_count"]
    cell = kernel.client.execute('var hidden = 3; Console.WriteLine("x"); display(2); hidden', silent=True)
    assert kernel.reply(cell)["execution_count"] == before
    assert kernel.outputs(cell) == []
    reply, outputs = kernel.run("hidden")
    assert outputs[0][1]["data"]["text/plain"] == "3" and reply["execution_count"] == before + 1


def silent_error_is_only_in_the_reply(kernel):
    cell = kernel.client.execute('throw new Exception("quiet");', silent=True)
    assert kernel.reply(cell)["evalue"] == "quiet"
    assert kernel.outputs(cell) == []


def cell_without_history_does_not_count(kernel):
    before = kernel.run("1")[0]["execution_count"]
    reply, outputs = kernel.run('Console.Write("seen");', store_history=False)
    assert outputs == [("stream", {"name": "stdout", "text": "seen"})], outputs
    assert kernel.run("1")[0]["execution_count"] == before + 1


def user_expressions_are_evaluated(kernel):
    reply, _ = kernel.run(
        "var half = 21;", user_expressions={"twice": "half * 2", "bad": "nothing", "none": "half = 3;"})
    values = reply["user_expressions"]
    assert values["twice"]["status"] == "ok" and values["twice"]["data"]["text/plain"] == "42", values
    assert values["bad"]["status"] == "error" and "CS0103" in values["bad"]["evalue"], values
    assert values["none"]["status"] == "error", values


def empty_cell_is_fine(kernel):
    reply, outputs = kernel.run("  \n")
    assert reply["status"] == "ok" and outputs == [], (reply, outputs)


# -- completion, inspection, completeness -----------------------------------------------------------------------------
def matches(kernel, code, cursor=None):
    cursor = code.index("|") if cursor is None else cursor
    code = code.replace("|", "", 1)
    reply = kernel.ask("complete_request", {"code": code, "cursor_pos": cursor})
    assert reply["status"] == "ok", reply
    return reply, code


def members_are_completed(kernel):
    kernel.run('var sentence = "a b";')
    reply, code = matches(kernel, "var n = sentence.Spl|")
    assert reply["matches"][0] == "Split" and "Substring" not in reply["matches"], reply
    assert code[reply["cursor_start"]:reply["cursor_end"]] == "Spl", reply


def cursor_counts_characters(kernel):
    """A smiley is one character to Jupyter and two units to C#."""
    reply, code = matches(kernel, '"🙂🙂".Len|')
    assert reply["matches"][0] == "Length", reply
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(code) - 3, len(code)), reply


def completion_works_on_the_second_line(kernel):
    reply, code = matches(kernel, "var a = 1;\nConsole.WriteL|\nvar b = 2;")
    assert reply["matches"] == ["WriteLine"], reply
    assert code[reply["cursor_start"]:reply["cursor_end"]] == "WriteL", reply


def completion_of_nothing_is_empty(kernel):
    reply, _ = matches(kernel, 'var s = "in a string: Cons|";')
    assert reply["matches"] == [], reply


def endless_parsing_holds_up_nothing(kernel):
    begin = time.monotonic()
    code = "[" * 4000 + "x"
    reply = kernel.ask("complete_request", {"code": code, "cursor_pos": len(code)})
    assert reply["status"] == "ok" and time.monotonic() - begin < 15, reply
    assert kernel.value("1 + 2") == "3"


def inspection_shows_documentation(kernel):
    code = "Math.Sqrt(2)"
    reply = kernel.ask("inspect_request", {"code": code, "cursor_pos": 7, "detail_level": 0})
    assert reply["found"], reply
    text = reply["data"]["text/plain"]
    assert "double" in text and "Sqrt" in text and "square root" in text, text


def inspection_of_nothing_finds_nothing(kernel):
    reply = kernel.ask("inspect_request", {"code": "   ", "cursor_pos": 1, "detail_level": 0})
    assert reply["status"] == "ok" and not reply["found"], reply


def completeness_is_told(kernel):
    samples = {"complete": ["1 + 1", "var x = 1;", "if (true) { }", "#!time", ""],
               "incomplete": ["for (var i = 0; i < 3; i++) {", "Console.WriteLine(", "class A {", 'var s = """'],
               "invalid": ["var = = 3; }", "int int x;"]}
    for expected, codes in samples.items():
        for code in codes:
            reply = kernel.ask("is_complete_request", {"code": code})
            assert reply["status"] == expected, (code, reply)
            if expected == "incomplete":
                assert isinstance(reply["indent"], str), reply


# -- history ----------------------------------------------------------------------------------------------------------
def history(kernel, **request):
    request.setdefault("output", False)
    request.setdefault("raw", True)
    return kernel.ask("history_request", request)["history"]


def history_has_its_tail(kernel):
    for code in ("var h1 = 1;", "var h2 = 2;", "h1 + h2"):
        kernel.run(code)
    entries = history(kernel, hist_access_type="tail", n=2)
    assert [entry[2] for entry in entries] == ["var h2 = 2;", "h1 + h2"], entries
    assert history(kernel, hist_access_type="tail", n=1, output=True)[0][2] == ["h1 + h2", "3"]


def history_has_ranges(kernel):
    last = history(kernel, hist_access_type="tail", n=1)[0][1]
    entries = history(kernel, hist_access_type="range", session=0, start=last - 1, stop=last + 1)
    assert [entry[1] for entry in entries] == [last - 1, last], entries
    entries = history(kernel, hist_access_type="range", session=0, start=last - 1, stop=last)
    assert [entry[1] for entry in entries] == [last - 1], entries
    assert history(kernel, hist_access_type="range", session=7, start=0, stop=99) == []


def history_is_searched(kernel):
    for _ in range(3):
        kernel.run("h1 * 10")
    assert len(history(kernel, hist_access_type="search", pattern="h1 * 1*")) == 3
    assert len(history(kernel, hist_access_type="search", pattern="h1 ? 10", unique=True)) == 1
    assert len(history(kernel, hist_access_type="search", pattern="h1*", n=2)) == 2


# -- comm -------------------------------------------------------------------------------------------------------------
def comms_are_none(kernel):
    assert kernel.ask("comm_info_request", {})["comms"] == {}
    assert kernel.ask("comm_info_request", {"target_name": "jupyter.widget"})["comms"] == {}


def comm_for_nobody_is_closed(kernel):
    opened = kernel.request("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    outputs = kernel.outputs(opened)
    assert outputs == [("comm_close", {"comm_id": "c1", "data": {}})], outputs
    for kind in ("comm_msg", "comm_close"):
        assert kernel.outputs(kernel.request(kind, {"comm_id": "c1", "data": {}})) == []


# -- stdin ------------------------------------------------------------------------------------------------------------
def question(kernel, code):
    cell = kernel.client.execute(code, allow_stdin=True)
    asked = kernel.client.get_stdin_msg(timeout=10)
    check(asked)
    assert asked["parent_header"]["msg_id"] == cell
    return cell, asked["content"]


def input_is_answered(kernel):
    cell, asked = question(kernel, 'var name = input("Your name? "); Console.Write(name);')
    assert asked == {"prompt": "Your name? ", "password": False}, asked
    kernel.client.input("Ada")
    assert kernel.reply(cell)["status"] == "ok"
    assert ("stream", {"name": "stdout", "text": "Ada"}) in kernel.outputs(cell)


def password_is_hidden(kernel):
    cell, asked = question(kernel, 'var secret = password("Key: ");')
    assert asked == {"prompt": "Key: ", "password": True}, asked
    kernel.client.input("x")
    kernel.reply(cell)
    kernel.outputs(cell)
    assert kernel.value("secret.Length") == "1"


def console_is_read(kernel):
    cell, asked = question(kernel, "var line = Console.ReadLine();")
    kernel.client.input("typed")
    kernel.reply(cell)
    kernel.outputs(cell)
    assert kernel.value("line") == "typed"


def input_without_a_reader_is_an_error(kernel):
    reply, _ = kernel.run('input("?")', allow_stdin=False)
    assert reply["status"] == "error" and "unattended" in reply["evalue"], reply


def input_is_interrupted(kernel):
    cell, _ = question(kernel, 'input("never answered")')
    kernel.interrupt()
    assert kernel.reply(cell, timeout=5)["ename"] == "Interrupted"
    kernel.outputs(cell)
    kernel.client.input("too late")
    time.sleep(0.2)
    cell, _ = question(kernel, 'var second = input("again");')
    kernel.client.input("fresh")
    kernel.reply(cell)
    kernel.outputs(cell)
    assert kernel.value("second") == "fresh"


# -- interrupt --------------------------------------------------------------------------------------------------------
ENDLESS = {
    "loop": "while (true) { }",
    "catch-all loop": "while (true) { try { System.Threading.Thread.SpinWait(99); } catch { } }",
    "sleep": "System.Threading.Thread.Sleep(60_000);",
    "await": "await Task.Delay(60_000);",
    "wait": "Task.Delay(60_000).Wait();",
    "lock": "var gate = new object(); Task.Run(() => { lock (gate) System.Threading.Thread.Sleep(8_000); });"
            " System.Threading.Thread.Sleep(100); lock (gate) { }",
    "Parallel.For": "Parallel.For(0, int.MaxValue, i => { for (var k = 0; k < 1000; k++) Math.Sqrt(k); });",
}


def interrupts_end_every_kind_of_cell_and_keep_its_state(kernel):
    for kind, code in ENDLESS.items():
        kernel.run("var kept = 0;")
        cell = kernel.client.execute(f"kept = 41;\n{code}")
        time.sleep(0.6)
        begin = time.monotonic()
        kernel.interrupt()
        reply = kernel.reply(cell, timeout=20)
        assert reply["ename"] == "Interrupted", (kind, reply)
        assert time.monotonic() - begin < 3.5, f"{kind}: abandoned, not stopped"
        assert ("error" in [output for output, _ in kernel.outputs(cell)]), kind
        assert kernel.value("kept + 1") == "42", kind
        kernel.run("kept = 0;")


def interrupted_cell_keeps_what_it_declared(kernel):
    cell = kernel.client.execute("var epochs = 0L; while (true) { epochs++; }")
    time.sleep(0.6)
    kernel.interrupt()
    assert kernel.reply(cell, timeout=10)["ename"] == "Interrupted"
    kernel.outputs(cell)
    epochs = kernel.value("epochs")
    assert int(epochs) > 1000, epochs


def interrupt_of_nothing_does_nothing(kernel):
    kernel.ask("interrupt_request", {}, "control")
    assert kernel.value("1 + 2") == "3"


def signal_interrupts_too(kernel):
    cell = kernel.client.execute("while (true) { }")
    time.sleep(0.4)
    os.kill(kernel.pid, signal.SIGINT)
    assert kernel.reply(cell, timeout=10)["ename"] == "Interrupted"
    kernel.outputs(cell)


# -- security ---------------------------------------------------------------------------------------------------------
def wrongly_signed_messages_are_dropped(kernel):
    kernel.run("var safe = true;")
    key = kernel.client.session.key
    for wrong in (b"not the key", b""):
        kernel.client.session.key = wrong
        message = kernel.client.session.msg("execute_request", {
            "code": "safe = false;", "silent": False, "store_history": True, "user_expressions": {}})
        kernel.client.shell_channel.send(message)
        kernel.client.session.key = key
    time.sleep(0.3)
    assert kernel.value("safe") == "True"


def malformed_messages_are_dropped(kernel):
    """Signed rightly, but not what the protocol says."""
    session, socket = kernel.client.session, kernel.client.shell_channel.socket
    header = json.dumps(session.msg_header("execute_request"), default=str).encode()
    for parts in ([b"{", b"{}", b"{}", b"{}"], [header, b"{}", b"{}", b"[]"], [b"[]", b"{}", b"{}", b"{}"],
                  [b"{}", b"{}", b"{}", b"{}"], [header, b"{}", b"{}", b"[" * 5000],
                  [b"\xff\xfe", b"{}", b"{}", b"{}"]):
        socket.send_multipart([b"<IDS|MSG>", session.sign(parts), *parts])
    socket.send_multipart([b"no delimiter"])
    socket.send_multipart([b"<IDS|MSG>"])
    for content in ({"code": 17}, {"code": None, "silent": "yes"}, {"code": "1", "user_expressions": [1]}, {}):
        kernel.reply(kernel.request("execute_request", content))
    for kind in ("complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open"):
        kernel.request(kind, {"code": 5, "cursor_pos": "x", "n": "many", "comm_id": 3})
    assert kernel.ask("complete_request", {"code": "x", "cursor_pos": 10 ** 9})["status"] == "ok"
    assert kernel.ask("complete_request", {"code": "x", "cursor_pos": -5})["status"] == "ok"
    assert kernel.value("6 * 7") == "42"


GREETING = (b"\xff" + bytes(8) + b"\x7f\x03\x01NULL").ljust(64, b"\0")


def frame(body, flags=0):
    if len(body) < 256:
        return bytes([flags, len(body)]) + body
    return bytes([flags | 2]) + len(body).to_bytes(8, "big") + body


def garbage(random, kernel):
    """What one malicious connection sends: never a rightly signed message."""
    ready = frame(b"\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER", flags=4)
    header = json.dumps(kernel.client.session.msg_header("execute_request"), default=str).encode()
    content = json.dumps({"code": "safe = false;", "silent": False, "allow_stdin": False}).encode()
    parts = [header, b"{}", b"{}", content]
    signature = bytes(random.choice(b"0123456789abcdef") for _ in range(64))
    frames = [b"<IDS|MSG>", signature, *parts]
    message = b"".join(frame(part, flags=1) for part in frames[:-1]) + frame(frames[-1])
    return random.choice([
        lambda: random.randbytes(random.randrange(1, 400)),
        lambda: GREETING[:random.randrange(64)],
        lambda: GREETING.replace(b"NULL", b"PLAIN") + ready,
        lambda: GREETING + random.randbytes(random.randrange(1, 300)),
        lambda: GREETING + ready[:random.randrange(len(ready))],
        lambda: GREETING + ready + message,
        lambda: GREETING + ready + message[:random.randrange(len(message))],
        lambda: GREETING + ready + b"\x02" + (1 << random.randrange(28, 63)).to_bytes(8, "big") + b"x" * 100,
        lambda: GREETING + ready + frame(b"\x09SUBSCRIBE", flags=4) + message,
        lambda: GREETING + ready + frame(random.randbytes(random.randrange(70_000)), flags=random.randrange(256)),
    ])()


def held(of):
    """What the process holds after a collection, in megabytes."""
    return int(of.value("GC.GetTotalMemory(forceFullCollection: true)")) / 2 ** 20


def a_thousand_malicious_connections_run_nothing(kernel):
    kernel.run("var safe = true;")
    memory = held(kernel)
    manager, generator, open_ones = kernel.manager, random.Random(7), []
    ports = [manager.shell_port, manager.control_port, manager.stdin_port, manager.iopub_port, manager.hb_port]
    for number in range(1000):
        connection = socket.create_connection(("127.0.0.1", generator.choice(ports)), timeout=5)
        try:
            connection.sendall(garbage(generator, kernel))
        except OSError:
            pass                                        # closed on us in the middle: just as well
        open_ones.append(connection)
        if generator.random() < 0.8:
            open_ones.pop(generator.randrange(len(open_ones))).close()
        if number % 250 == 0:
            assert kernel.value("safe") == "True"
    for connection in open_ones:
        connection.close()
    assert kernel.value("safe") == "True"
    end = time.monotonic() + 15                         # the last connections are still being taken down
    while held(kernel) - memory >= 20 and time.monotonic() < end:
        time.sleep(0.3)
    assert held(kernel) - memory < 20, f"{held(kernel) - memory:.0f} megabytes stay behind"
    other = another_client(kernel)
    other.start_channels()
    other.wait_for_ready(timeout=10)
    other.stop_channels()


def another_client(kernel):
    """A client with a session of its own. The manager's would have the first one's identity, and of two peers with one
    identity a ROUTER answers whichever connected last."""
    client = BlockingKernelClient(connection_file=kernel.manager.connection_file)
    client.load_connection_file()
    return client


# -- life of the process ----------------------------------------------------------------------------------------------
def heartbeat_beats(kernel):
    kernel.client.hb_channel.unpause()
    time.sleep(1.2)
    assert kernel.client.hb_channel.is_beating()


def second_client_shares_the_session(kernel):
    kernel.run("var shared = 8;")
    other = another_client(kernel)
    other.start_channels()
    try:
        other.wait_for_ready(timeout=10)
        cell = other.execute("shared += 1;")
        while other.get_shell_msg(timeout=10)["parent_header"].get("msg_id") != cell:
            pass
    finally:
        other.stop_channels()
    assert kernel.value("shared") == "9"


def restart_starts_afresh(kernel):
    kernel.run("var lost = 1;")
    kernel.client.stop_channels()
    kernel.manager.restart_kernel(now=False)
    kernel.connect()
    reply, _ = kernel.run("lost")
    assert reply["status"] == "error" and reply["execution_count"] == 1, reply


def shutdown_ends_the_process(kernel):
    pid = kernel.pid
    cell = kernel.client.execute("while (true) { }")
    time.sleep(0.3)
    reply = kernel.ask("shutdown_request", {"restart": False}, "control")
    assert reply == {"status": "ok", "restart": False}, reply
    assert gone(pid, 5), "the kernel still runs"
    kernel.close()


def shutdown_ends_a_process_whose_threads_are_all_busy(_):
    kernel = Kernel(DOTNET, ASSEMBLY)
    pid = kernel.pid
    kernel.client.execute("Parallel.For(0, 1000, i => { while (true) { } });")
    time.sleep(1)
    kernel.interrupt()
    kernel.request("shutdown_request", {"restart": False}, "control")
    assert gone(pid, 5), "the kernel still runs"
    kernel.close()


def unix_sockets_work(_):
    kernel = Kernel(DOTNET, ASSEMBLY, transport="ipc")
    try:
        assert kernel.value("6 * 7") == "42"
    finally:
        kernel.close()


def orphan_ends(_):
    """A kernel whose client is killed must not stay behind, whether or not it was told its parent."""
    code = textwrap.dedent(f"""
        import sys, time
        sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})
        import kernel_client
        kernel = kernel_client.Kernel({DOTNET!r}, {ASSEMBLY!r})
        kernel.run("1")
        print(kernel.pid, flush=True)
        time.sleep(99)
    """)
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    assert gone(pid, 5), f"kernel {pid} outlived its client"


def orphan_without_announcement_ends(_):
    """As VS Code starts kernels: no JPY_PARENT_PID."""
    connection = os.path.join(tempfile.mkdtemp(), "connection.json")
    kernel_client.KernelManager(connection_file=connection).write_connection_file()
    code = (f"import subprocess, sys, os; os.environ.pop('JPY_PARENT_PID', None);"
            f"p = subprocess.Popen([{DOTNET!r}, {ASSEMBLY!r}, 'jupyter', {connection!r}]);"
            f"print(p.pid, flush=True); import time; time.sleep(99)")
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    time.sleep(1)
    parent.kill()
    parent.wait()
    assert gone(pid, 5), f"kernel {pid} outlived its client"


def bad_connection_files_are_explained(_):
    folder = tempfile.mkdtemp()
    for name, text, words in (("missing.json", None, "no such connection file"), ("bad.json", "{", "JSON object"),
                              ("port.json", '{"ip":"127.0.0.1","shell_port":0}', "shell_port"),
                              ("scheme.json", '{"signature_scheme":"md5"}', "hmac-sha256")):
        path = os.path.join(folder, name)
        if text is not None:
            with open(path, "w") as file:
                file.write(text)
        run = subprocess.run([DOTNET, ASSEMBLY, "jupyter", path], capture_output=True, text=True, timeout=30)
        assert run.returncode == 2 and words in run.stderr, (name, run)


OWN_KERNEL = [
    shutdown_ends_the_process, shutdown_ends_a_process_whose_threads_are_all_busy, unix_sockets_work, orphan_ends,
    orphan_without_announcement_ends, bad_connection_files_are_explained]
SHARED = [value for value in list(globals().values())
          if callable(value) and getattr(value, "__module__", "") == "__main__" and value not in OWN_KERNEL
          and list(value.__code__.co_varnames[:value.__code__.co_argcount]) == ["kernel"]
          and not value.__code__.co_flags & inspect.CO_VARKEYWORDS]


def report(test, kernel):
    try:
        test(kernel)
        result = {"name": test.__name__, "ok": True, "message": ""}
    except BaseException:
        result = {"name": test.__name__, "ok": False, "message": traceback.format_exc()}
    print(json.dumps(result), flush=True)


def main():
    chosen = sys.argv[3:]
    kernel = Kernel(DOTNET, ASSEMBLY)
    try:
        for test in SHARED:
            if not chosen or test.__name__ in chosen:
                report(test, kernel)
        for test in OWN_KERNEL:
            if not chosen or test.__name__ in chosen:
                report(test, kernel)
    finally:
        kernel.close()


main()
