namespace TorchSharp;

/// <summary>Sets the gradient mode of this thread until it is disposed.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly bool _gradBefore;
    private readonly bool _inferenceBefore;

    public GradMode(bool grad, bool inference = false)
    {
        var context = ThreadContext.Current;
        (_gradBefore, _inferenceBefore) = (context.GradEnabled, context.InferenceMode);
        (context.GradEnabled, context.InferenceMode) = (grad, inference || context.InferenceMode);
    }

    public void Dispose()
    {
        var context = ThreadContext.Current;
        (context.GradEnabled, context.InferenceMode) = (_gradBefore, _inferenceBefore);
    }
}

public static partial class torch
{
    /// <summary>Until disposed, this thread records nothing for gradients.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Until disposed, this thread records for gradients (or not).</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Until disposed, this thread records nothing for gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new GradMode(!mode, mode);

    /// <summary>Whether this thread records for gradients.</summary>
    public static bool is_grad_enabled() => ThreadContext.Current.GradEnabled;

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => ThreadContext.Current.InferenceMode;
}
