namespace TorchSharp.Modules;

public sealed partial class GELU
{
    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none = 0,

        /// <summary>Φ(x) ≈ (1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2.</summary>
        tanh = 1,
    }
}
