"""Finds an installed kernel as any front end of Jupyter does and runs a cell in it; prints JSON.

    python3 installed.py NAME CODE
"""
import json
import sys

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

name, code = sys.argv[1:3]
spec = KernelSpecManager().get_kernel_spec(name)
results = []
manager, client = start_new_kernel(kernel_name=name, startup_timeout=120)
try:
    reply = client.execute_interactive(code, timeout=120, output_hook=lambda message: results.append(
        message["content"].get("data", {}).get("text/plain") if message["msg_type"] == "execute_result"
        else message["msg_type"]))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
print(json.dumps({
    "display_name": spec.display_name,
    "language": spec.language,
    "interrupt_mode": spec.interrupt_mode,
    "status": reply["content"]["status"],
    "results": [result for result in results if result not in ("status", "execute_input")],
}))
