"""Starts the classic Notebook server for classic.mjs, on 127.0.0.1 with a random token, and ends it again.

    python3 classic.py NOTEBOOK NODE CHROMIUM SCREENSHOTS

The notebook is shown from a copy, so that nothing in the repository is saved over. Its kernel is found through
JUPYTER_PATH.
"""
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

notebook, node, chromium, screenshots = sys.argv[1:5]
here = os.path.dirname(os.path.abspath(__file__))
root = os.path.abspath(os.path.join(here, "..", "..", ".."))
folder = tempfile.mkdtemp(prefix="classic-")
relative = os.path.relpath(os.path.abspath(notebook), root)
copy = os.path.join(folder, relative)
os.makedirs(os.path.dirname(copy))
shutil.copy(notebook, copy)
os.symlink(os.path.join(root, ".artifacts"), os.path.join(folder, ".artifacts"))
environment = dict(os.environ, HOME=folder, JUPYTER_CONFIG_DIR=os.path.join(folder, "config"),
                   JUPYTER_DATA_DIR=os.path.join(folder, "data"), JUPYTER_RUNTIME_DIR=os.path.join(folder, "runtime"))
with socket.socket() as probe:                  # the server would print port 0 and not say which it got
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = subprocess.Popen(
    [sys.executable, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
     f"--notebook-dir={folder}"],
    stderr=subprocess.PIPE, text=True, env=environment)
try:
    address = None
    for line in server.stderr:
        sys.stderr.write(line)
        match = re.search(r"(http://127\.0\.0\.1:\d+)/\?token=(\w+)", line)
        if match:
            address, token = match.groups()
            break
    assert address, "the server did not start"
    threading.Thread(target=lambda: sys.stderr.writelines(server.stderr), daemon=True).start()
    url = f"{address}/notebooks/{relative.replace(os.sep, '/')}?token={token}"
    sys.exit(subprocess.run([node, os.path.join(here, "classic.mjs"), chromium, url, screenshots]).returncode)
finally:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
    shutil.rmtree(folder, ignore_errors=True)
