namespace TorchSharp.Kernels;

/// <summary>
/// The sequences of a batch, longest first, laid out step by step: the rows of a step are the sequences that reach it.
/// </summary>
/// <param name="Sizes">How many sequences each step has; never more than the step before.</param>
/// <param name="Reverse">Whether the steps are taken from the last to the first.</param>
internal sealed record RecurrentSteps(int[] Sizes, bool Reverse)
{
    private readonly int[] _starts = Starts(Sizes);

    /// <summary>Sequences of one length.</summary>
    public static RecurrentSteps Even(int steps, int batch, bool reverse)
    {
        var sizes = new int[steps];
        Array.Fill(sizes, batch);
        return new RecurrentSteps(sizes, reverse);
    }

    public int Count => Sizes.Length;

    /// <summary>The number of sequences.</summary>
    public int Batch => Sizes.Length == 0 ? 0 : Sizes[0];

    /// <summary>The number of rows of all steps.</summary>
    public int Rows => Sizes.Length == 0 ? 0 : _starts[^1] + Sizes[^1];

    /// <summary>The step that is taken at a place in the order of time.</summary>
    public int At(int turn) => Reverse ? Count - 1 - turn : turn;

    /// <summary>The first row of a step.</summary>
    public int Start(int step) => _starts[step];

    /// <summary>The row of a sequence before a step; −1 where the step is its first.</summary>
    public int Before(int step, int sequence)
    {
        var other = Reverse ? step + 1 : step - 1;
        return other < 0 || other >= Count || sequence >= Sizes[other] ? -1 : _starts[other] + sequence;
    }

    private static int[] Starts(int[] sizes)
    {
        var starts = new int[sizes.Length];
        for (var i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + sizes[i - 1];
        return starts;
    }
}
