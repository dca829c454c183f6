"""Measures the kernel through Jupyter's own client; prints one line a number.

    python3 measure.py DOTNET NotebookKernel.dll [rounds]

Times are medians of the rounds, each with a new kernel process; results are kept in tests/Benchmarks/Results/kernel.md.
"""
import os
import statistics
import subprocess
import sys
import textwrap
import time

from kernel_client import Kernel, gone

DOTNET, ASSEMBLY = sys.argv[1:3]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 5

ENDLESS = {
    "loop": "while (true) { }",
    "sleep": "System.Threading.Thread.Sleep(60_000);",
    "await": "await Task.Delay(60_000);",
    "lock": "var gate = new object(); var held = new System.Threading.ManualResetEventSlim();"
            " new System.Threading.Thread(() => { lock (gate) { held.Set(); System.Threading.Thread.Sleep(60_000); } })"
            " { IsBackground = true }.Start(); held.Wait(); lock (gate) { }",
    "Parallel.For": "Parallel.For(0, int.MaxValue, i => { for (var k = 0; k < 1000; k++) Math.Sqrt(k); });",
}


FIRST = "var x = Enumerable.Range(0, 9).Select(i => i * i).ToArray(); x.Sum()"


def timed(action):
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000


def show(name, values, unit="ms"):
    print(f"{name:42} {statistics.median(values):9.1f} {unit}   ({min(values):.1f} to {max(values):.1f})", flush=True)


def memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return {line.split(":")[0]: int(line.split()[1]) / 1024
                for line in status if line.startswith(("VmRSS", "VmHWM"))}


def main():
    ready, first, idle_first, later, lines, resident = [], [], [], [], [], []
    interrupts = {kind: [] for kind in ENDLESS}
    for _ in range(ROUNDS):
        kernel = Kernel(DOTNET, ASSEMBLY)
        ready.append(kernel.ready * 1000)
        first.append(timed(lambda: kernel.run(FIRST)))
        later += [timed(lambda: kernel.run(f"var y{i} = x[{i % 9}] + {i}; y{i}")) for i in range(30)]
        lines.append(timed(lambda: kernel.run("for (var i = 0; i < 20000; i++) Console.WriteLine(i);")))
        for kind, code in ENDLESS.items():
            kernel.run("var kept = 1;")
            cell = kernel.client.execute(code)
            time.sleep(0.5)
            begin = time.perf_counter()
            kernel.interrupt()
            reply = kernel.reply(cell, timeout=20)
            interrupts[kind].append((time.perf_counter() - begin) * 1000)
            assert reply["ename"] == "Interrupted" and "restart" not in reply["evalue"], (kind, reply)
            kernel.outputs(cell)
            assert kernel.value("kept") == "1"
        kernel.close()
        kernel = Kernel(DOTNET, ASSEMBLY)
        time.sleep(3)
        idle_first.append(timed(lambda: kernel.run(FIRST)))
        kernel.close()
    show("ready after start", ready)
    show("first cell, sent at once", first)
    show("first cell, after 3 s of reading", idle_first)
    show("later cell, round trip", later)
    show("20,000 lines of stdout", lines)
    for kind, values in interrupts.items():
        show(f"interrupt: {kind}", values)
    kernel = Kernel(DOTNET, ASSEMBLY)
    time.sleep(3)
    print(f"{'idle after start: resident':42} {memory(kernel.pid)['VmRSS']:9.1f} MB")
    for i in range(300):
        kernel.run(f"var z{i} = Enumerable.Range(0, {i + 1}).Select(v => v * 2.0).ToList();\n"
                   f"Console.WriteLine($\"{{z{i}.Sum():F1}}\");\nz{i}.Count")
    used = memory(kernel.pid)
    print(f"{'300 cells: resident, peak':42} {used['VmRSS']:9.1f} MB   {used['VmHWM']:.1f} MB")
    kernel.close()
    code = textwrap.dedent(f"""
        import sys, time
        sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})
        import kernel_client
        kernel = kernel_client.Kernel({DOTNET!r}, {ASSEMBLY!r})
        print(kernel.pid, flush=True)
        time.sleep(99)
    """)
    ends = []
    for _ in range(ROUNDS):
        parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        pid = int(parent.stdout.readline())
        parent.kill()
        ends.append(timed(lambda: gone(pid, 20)))
        parent.wait()
    show("kernel gone after its client was killed", ends)


main()
