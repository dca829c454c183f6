namespace GenAiCourse.Models;

/// <summary>The sizes of a <see cref="Gpt"/>.</summary>
/// <param name="VocabularySize">How many token ids there are.</param>
/// <param name="ContextLength">How many tokens the model sees at once.</param>
/// <param name="Width">Channels of the residual stream; n_embd in GPT-2.</param>
/// <param name="Layers">Blocks, one after the other; n_layer in GPT-2.</param>
/// <param name="Heads">Attention heads of a block, a divisor of the width; n_head in GPT-2.</param>
/// <param name="Dropout">The share of activations dropped while training, in [0, 1).</param>
public sealed record GptConfig(
    int VocabularySize, int ContextLength = 128, int Width = 128, int Layers = 4, int Heads = 4, double Dropout = 0)
{
    /// <summary>Throws when the sizes do not fit together.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the heads do not divide the width.</exception>
    internal void Check()
    {
        if (Math.Min(Math.Min(VocabularySize, ContextLength), Math.Min(Layers, Math.Min(Width, Heads))) < 1)
            throw new ArgumentException($"expected positive sizes, got {this}");
        if (Width % Heads != 0)
            throw new ArgumentException(
                $"expected a width that {Heads} heads divide, got {Width}: heads share it evenly");
        if (Dropout is not (>= 0 and < 1))
            throw new ArgumentException($"expected a dropout in [0, 1), got {Dropout}");
    }
}
