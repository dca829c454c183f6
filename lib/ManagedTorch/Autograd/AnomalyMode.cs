namespace TorchSharp;

/// <summary>While it lives, backward() fails as soon as a step gives NaN, and says which step.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _enabledBefore;
    private readonly bool _checkedBefore;

    /// <summary>Switches the checks on or off until it is disposed.</summary>
    /// <param name="enabled">Whether steps are watched.</param>
    /// <param name="check_nan">Whether NaN is looked for.</param>
    public AnomalyMode(bool enabled, bool check_nan = true)
    {
        (_enabledBefore, _checkedBefore) = (IsEnabled, ShouldCheckNaN);
        (IsEnabled, ShouldCheckNaN) = (enabled, check_nan);
    }

    /// <summary>Whether steps are watched.</summary>
    public static bool IsEnabled { get; private set; }

    /// <summary>Whether NaN is looked for.</summary>
    public static bool ShouldCheckNaN { get; private set; } = true;

    /// <summary>Goes back to what was before.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing) =>
        (IsEnabled, ShouldCheckNaN) = (_enabledBefore, _checkedBefore);

    internal static void Check(Node step, torch.Tensor?[] gradients)
    {
        if (!IsEnabled || !ShouldCheckNaN) return;
        for (var i = 0; i < gradients.Length; i++)
            if (step.Inputs[i] is not null && gradients[i] is { } g
                && g.dtype.IsFloating() && g.detach().isnan().any().item<bool>())
                throw new InvalidOperationException(
                    $"Function '{step.Name}' returned nan values in its {i}th output.");
    }
}
