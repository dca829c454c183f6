using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ManagedTorch.Tests.Properties;

/// <summary>
/// Numbers that FsCheck drew, read as decisions: which operation, which dimension. FsCheck then shrinks a failure by
/// shrinking the numbers; when they run out, every decision is 0.
/// </summary>
internal sealed class Choices(int[] numbers)
{
    private int _at;

    /// <summary>Whether a drawn number is left.</summary>
    public bool Any => _at < numbers.Length;

    /// <summary>A number in [0, bound).</summary>
    public int Next(int bound) => Any && bound > 0 ? (int)(Math.Abs((long)numbers[_at++]) % bound) : 0;

    /// <summary>A number in [from, to].</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>One of the items.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A shape of at most so many dimensions, each of size 0 to 4 or 1 to 4.</summary>
    public long[] Shape(int dimensions, bool zero = false) =>
        [.. Enumerable.Range(0, Next(dimensions + 1)).Select(_ => (long)Between(zero ? 0 : 1, 4))];

    /// <summary>
    /// Tries a property on many drawn lists. The seed is fixed, so that a build says the same twice; PROPERTY_SEED sets
    /// another, PROPERTY_TESTS another number of lists.
    /// </summary>
    public static void Check(int tests, Action<Choices> property)
    {
        var seed = Setting("PROPERTY_SEED", 20261121);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Setting("PROPERTY_TESTS", tests)).WithEndSize(60)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd((ulong)seed, 1), FSharpOption<int>.None)));
        var numbers = Arb.From(Gen.Choose(0, 10_000), n => n > 0 ? [0, n / 2, n - 1] : []).Array();
        Prop.ForAll(numbers, list => property(new Choices(list))).Check(config);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
