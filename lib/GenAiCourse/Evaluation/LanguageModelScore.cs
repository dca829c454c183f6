using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Evaluation;

/// <summary>How well a language model foresees texts it has not seen.</summary>
public static class LanguageModelScore
{
    /// <summary>
    /// −log₂ p of each token of each document, in bits, given the start token and the tokens before it.
    /// </summary>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="documents">Token ids, each document at most as long as the model's context.</param>
    /// <param name="start">The id that stands before each document's first token.</param>
    /// <param name="batch">How many documents to score at once; a matter of speed only.</param>
    /// <exception cref="ArgumentException">A document is longer than the context.</exception>
    public static double[][] Bits(Gpt model, IReadOnlyList<int[]> documents, int start, int batch = 32)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        if (documents.FirstOrDefault(document => document.Length > model.Config.ContextLength) is { } longest)
            throw new ArgumentException(
                $"expected documents of at most {model.Config.ContextLength} tokens, got one of {longest.Length}",
                nameof(documents));

        var bits = new double[documents.Count][];
        // Documents of like length go together, since each batch is as wide as its longest.
        var order = Enumerable.Range(0, documents.Count).OrderBy(i => documents[i].Length).ToArray();
        using var mode = no_grad();
        foreach (var indices in order.Chunk(batch)) ScoreBatch(model, documents, indices, start, bits);
        return bits;
    }

    private static void ScoreBatch(Gpt model, IReadOnlyList<int[]> documents, int[] indices, int start, double[][] bits)
    {
        using var scope = NewDisposeScope();
        // A multiple of 16 tokens, so that the engine's buffers fit the next batch as well.
        var longest = documents[indices[^1]].Length;
        var (B, T) = (indices.Length, Math.Min(model.Config.ContextLength, Math.Max(1, (longest + 15) / 16) * 16));
        var (inputs, targets) = (new long[B * T], new long[B * T]);
        for (var row = 0; row < B; row++)
        {
            var document = documents[indices[row]];
            for (var t = 0; t < T; t++)
            {
                inputs[row * T + t] = t == 0 ? start
                    : t <= document.Length ? document[t - 1]
                    : start;     // padding: seen by none
                targets[row * T + t] = t < document.Length ? document[t] : 0;
            }
        }
        var logits = model.call(tensor(inputs).view(B, T));                              // [B, T, V]
        var chosen = logits.log_softmax(-1).gather(2, tensor(targets).view(B, T, 1));    // [B, T, 1]
        float[] nats = [.. chosen.data<float>()];
        for (var row = 0; row < B; row++)
            bits[indices[row]] = [
                .. Enumerable.Range(0, documents[indices[row]].Length)
                    .Select(t => -nats[row * T + t] / Math.Log(2))
            ];
    }
}
