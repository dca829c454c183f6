"""Jupyter's public suite for kernels (jupyter_kernel_test), with samples in C#.

    python3 public_suite.py NAME        NAME: of an installed kernelspec; unittest's own output and exit code
"""
import sys
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
        {"text": "Console.WriteLin", "matches": {"WriteLine"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "if (true) { }"]
    incomplete_code_samples = ["for (var i = 0; i < 3; i++) {", "Console.WriteLine(", 'var s = """']
    invalid_code_samples = ["var = = 3; }", "int int x;"]
    code_generate_error = 'throw new InvalidOperationException("no");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": '"a" + "b"', "result": "ab"}]
    code_display_data = [{"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"}]
    code_history_pattern = "6 ? *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Sqrt"
    code_clear_output = "ClearOutput();"


if hasattr(jupyter_kernel_test, "IopubWelcomeTests"):
    class CSharpWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
        kernel_name = ".net-csharp"
        support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
