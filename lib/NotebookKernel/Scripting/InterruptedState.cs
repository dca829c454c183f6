using System.Reflection;
using System.Runtime;

namespace NotebookKernel.Scripting;

/// <summary>Lets what an interrupted cell had declared and assigned survive the interrupt.</summary>
/// <remarks>
/// The runtime throws an abort again at the end of every catch, so that Roslyn never gets to keep the cell's state.
/// Within <see cref="ControlledExecution"/> only the runtime itself can call an abort off, by a method that is not
/// public. Where it is missing, the cell's own declarations are lost, as they are in the plain API.
/// </remarks>
internal static class InterruptedState
{
    private static readonly Action? ResetAbort = typeof(ControlledExecution)
        .GetMethod("ResetAbortThread", BindingFlags.NonPublic | BindingFlags.Static, [])?.CreateDelegate<Action>();

    /// <summary>
    /// Turns the abort that is on its way through this thread into an ordinary exception; call it in the filter of the
    /// catch that is meant to end it.
    /// </summary>
    /// <returns>False when that is not possible: the abort has to pass.</returns>
    public static bool TryKeep()
    {
        if (ResetAbort is null) return false;
        ResetAbort();
        return true;
    }
}
