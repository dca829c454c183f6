using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>One sequence of a batch at one step: where its numbers lie.</summary>
internal unsafe struct CellRow<T> where T : unmanaged
{
    /// <summary>The width of a state; a gate begins at each multiple of it.</summary>
    public int Hidden;

    /// <summary>[gates · hidden]: what the input gives to the gates; the gates themselves after the step.</summary>
    public T* Gates;

    /// <summary>[gates · hidden]: what the state gives, if it is not part of <see cref="Gates"/> already.</summary>
    public T* Recurrent;

    /// <summary>[gates · hidden], to be added to <see cref="Recurrent"/>; or null.</summary>
    public T* Bias;

    /// <summary>[hidden]: what a gate needs of <see cref="Recurrent"/> on the way back.</summary>
    public T* Kept;

    /// <summary>[hidden]: the state before the step; after it in the forward pass.</summary>
    public T* State;

    /// <summary>[hidden]: the cell before the step, and after it.</summary>
    public T* Cell, CellAfter;

    /// <summary>[hidden]: the output, which is the state after the step.</summary>
    public T* Output;

    /// <summary>The gradients of output, of state and cell after the step (before it, once it is done).</summary>
    public T* OutputSlope, StateSlope, CellSlope;

    /// <summary>The gradients of what input and state give to the gates.</summary>
    public T* GateSlopes, RecurrentSlopes;
}

/// <summary>What a recurrent layer does to the units of one sequence at one step.</summary>
internal interface IRecurrentCell<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of gates.</summary>
    static abstract int Gates { get; }

    /// <summary>Whether there is a cell beside the state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>
    /// Whether a gate multiplies what the state gives, so that it is kept apart from what the input gives; such a cell
    /// also passes a part of the state's gradient on directly.
    /// </summary>
    static abstract bool Apart { get; }

    /// <summary>The step for one register of units.</summary>
    /// <param name="row">Where the sequence's numbers lie.</param>
    /// <param name="unit">The first unit.</param>
    /// <param name="count">How many there are; more than a register holds count as a full one.</param>
    static abstract void Forward(in CellRow<T> row, int unit, int count);

    /// <summary>The gradients of the step for one register of units.</summary>
    /// <inheritdoc cref="Forward"/>
    static abstract void Backward(in CellRow<T> row, int unit, int count);
}
