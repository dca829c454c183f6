using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Generation;

/// <summary>Lets a <see cref="Gpt"/> go on with a row of tokens.</summary>
public static class TextGenerator
{
    /// <summary>Draws token after token until the end token, or until there are enough.</summary>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="prompt">What to go on with: at least one token.</param>
    /// <param name="most">
    /// How many tokens to draw at the most; prompt and drawn ones must fit into the context together.
    /// </param>
    /// <param name="end">The token that ends a text; it is not part of the result. Null to go on to the end.</param>
    /// <param name="options">How each token is chosen.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="useCache">
    /// Whether keys and values are kept between tokens; the result is the same, only slower without.
    /// </param>
    /// <returns>The drawn tokens.</returns>
    /// <exception cref="ArgumentException">
    /// The prompt is empty, or prompt and result do not fit into the context.
    /// </exception>
    public static int[] Generate(
        Gpt model, IReadOnlyList<int> prompt, int most, int? end,
        SamplingOptions options, Random random, bool useCache = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(options);
        if (prompt.Count == 0) throw new ArgumentException("expected at least one token, got none", nameof(prompt));
        if (prompt.Count + most > model.Config.ContextLength)
            throw new ArgumentException(
                $"expected at most {model.Config.ContextLength} tokens in all, " +
                $"got {prompt.Count} and up to {most} more",
                nameof(most));

        using var mode = no_grad();
        using var cache = useCache ? new KeyValueCache() : null;
        List<int> tokens = [.. prompt], drawn = [];
        while (drawn.Count < most)
        {
            var unread = useCache ? tokens.Skip((int)cache!.Length) : tokens;
            var next = Sampler.Draw(
                Sampler.Probabilities(NextLogits(model, [.. unread.Select(id => (long)id)], cache), options),
                random);
            if (next == end) break;
            tokens.Add(next);
            drawn.Add(next);
        }
        return [.. drawn];
    }

    /// <summary>The scores of every token to come after <paramref name="tokens"/>, [V].</summary>
    private static float[] NextLogits(Gpt model, long[] tokens, KeyValueCache? cache)
    {
        using var scope = NewDisposeScope();
        var logits = model.Read(tensor(tokens).view(1, tokens.Length), cache);           // [1, T, V]
        return [.. logits[0, -1].data<float>()];
    }
}
