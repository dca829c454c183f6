using NotebookKernel.Scripting;

namespace NotebookKernel.Worker;

/// <summary>Has the compiler compiled before the first cell comes: half of a short notebook's time otherwise.</summary>
internal static class WarmUp
{
    // What nearly every first cell does: declare, format, use LINQ and a lambda.
    private const string Code = """
        using System.IO;
        var warm = Enumerable.Range(0, 3).Select(i => $"{i:F2}").ToArray();
        record Warm(int A, string B);
        static int Twice(int x) => x * 2;
        foreach (var w in warm) { if (w.Length > 99) Console.WriteLine(w); }
        Twice(2)
        """;

    private static readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the compiler is warm.</summary>
    public static Task Done => _done.Task;

    /// <summary>Warms up on a thread of its own.</summary>
    public static void Start() => new Thread(Run) { IsBackground = true, Name = "warm-up" }.Start();

    private static void Run()
    {
        try
        {
            using var session = new ScriptSession(Environment.CurrentDirectory);
            session.RunAsync(Code, cellNumber: 1).GetAwaiter().GetResult();
        }
        finally
        {
            _done.TrySetResult();
        }
    }
}
