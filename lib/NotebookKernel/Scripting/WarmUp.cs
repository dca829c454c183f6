namespace NotebookKernel.Scripting;

/// <summary>
/// Has the compiler compiled while a reader still looks at the page: a second less before the first output.
/// </summary>
/// <remarks>
/// Only then. A runner sends its first cell at once, and two threads that compile the same methods are slower than one:
/// measured on 2 cores, 1.25 s to the end of the first cell without a warm-up, 1.53 s beside one, 1.6 s after one.
/// </remarks>
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

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Warms up in the background, unless work comes within a moment; then tidies up after crashed workers.
    /// </summary>
    public static void StartUnless(Func<bool> hasWork) => Task.Run(async () =>
    {
        await Task.Delay(Idle).ConfigureAwait(false);
        if (!hasWork())
        {
            using var session = new ScriptSession(Environment.CurrentDirectory);
            await session.RunAsync(Code, cellNumber: 1).ConfigureAwait(false);
        }
        ShadowCopies.DeleteLeftovers();
    });
}
