"""Runs each workload in this engine and in PyTorch, in turn, and prints the ratios of the medians.

usage: compare.py [--rounds 3] [--build] [name ...]

Needs python3 with torch; the engine's side must have been built (or --build). BENCH_THREADS and BENCH_SECONDS mean
what they mean to both sides. On Debian, PyTorch's speed depends on the BLAS: set LD_LIBRARY_PATH to try another.
A ratio above 1 says that this engine is faster. Values are medians over the rounds of each run's median.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
NAMES = ["chargpt_small", "chargpt_medium", "mnist_cnn", "lstm", "dcgan", "ddpm_unet", "matmul", "eager_add"]
TRAINING = {name + "_train" for name in NAMES[:6]}
LOWER_IS_BETTER = {"ms/step", "us/op"}
LOSS_TOLERANCE = 1e-3


def run(command):
    """The values that a command prints, and the losses it reports beside them."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}")
    values = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    found = re.search(r"losses=\[(.*)\]", done.stderr)
    return values, [float(v) for v in re.findall(r"-?\d+\.\d+", found[1])] if found else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", action="store_true", help="build this engine's side first")
    options = parser.parse_args()
    for name in options.names:
        if name not in NAMES:
            parser.error(f'unknown workload "{name}": expected one of {", ".join(NAMES)}')

    project = ["--project", HERE, "-c", "Release"]
    if options.build:
        subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nologo", HERE], check=True)
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.system()}, "
          f"threads {os.environ.get('BENCH_THREADS', '2')}, {options.rounds} rounds")
    print("| workload | unit | this engine | PyTorch | ratio | losses |\n|---|---|---|---|---|---|")
    ratios = []
    for name in options.names or NAMES:
        ours, theirs, agree = {}, {}, "-"
        for _ in range(options.rounds):
            sides = []
            for side, command in (
                (ours, ["dotnet", "run", "--no-build", *project, "--", "peers", name]),
                (theirs, [sys.executable, HERE / "Peers" / "torch" / f"{name}.py"]),
            ):
                values, losses = run(command)
                sides.append(losses)
                for value in values:
                    side.setdefault((value["name"], value["unit"]), []).append(value["value"])
            if sides[1]:
                worst = max(abs(a - b) for a, b in zip(*sides, strict=True))
                agree = f"{'agree' if worst <= LOSS_TOLERANCE else 'DIFFER'} ({worst:.0e})"
        for (value, unit), measured in ours.items():
            a, b = statistics.median(measured), statistics.median(theirs[value, unit])
            ratio = b / a if unit in LOWER_IS_BETTER else a / b
            if value in TRAINING:
                ratios.append(ratio)
            spread = [f"{m:g} ({min(s):g} to {max(s):g})" for m, s in ((a, measured), (b, theirs[value, unit]))]
            print(f"| {value} | {unit} | {spread[0]} | {spread[1]} | {ratio:.2f} | {agree} |", flush=True)
    if ratios:
        print(f"\nGeometric mean of {len(ratios)} training workloads: {statistics.geometric_mean(ratios):.2f}")


if __name__ == "__main__":
    main()
