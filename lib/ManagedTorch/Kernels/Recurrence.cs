using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// One direction of one recurrent layer: the steps after the product with the input, forward and back.
/// </summary>
/// <remarks>
/// A step is one parallel loop over blocks of units: whoever multiplies the state by the weights of a block goes on
/// with its gates while they are in the cache. The weights are packed once for all steps.
/// </remarks>
internal sealed unsafe class Recurrence<TCell, T>(RecurrentSteps steps, int hidden)
    where TCell : struct, IRecurrentCell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Multiply-adds below which a step is not worth a second thread.
    private const long ParallelWork = 1 << 18;

    private int Gates => TCell.Gates * hidden;

    /// <param name="a">
    /// Gates: [rows, gates · hidden], in: what the input gives; out: the gates. Output: [rows, hidden], followed by the
    /// last cells [batch, hidden] if there are any. State, cell: [batch, hidden], overwritten. Cells, kept: [rows,
    /// hidden] for the way back.
    /// </param>
    /// <param name="weight">[gates · hidden, hidden].</param>
    /// <param name="bias">[gates · hidden] of the state's part, where that is kept apart; or empty.</param>
    public void Forward(RecurrentArrays<T> a, T[] weight, int weightOffset, T[] bias, int biasOffset)
    {
        var recurrent = new T[TCell.Apart ? steps.Batch * Gates : 1];
        fixed (T* gates = a.Gates, cells = a.Cells, kept = a.Kept, output = a.Output, state = a.State, cell = a.Cell,
            w = weight, b = bias, spare = recurrent)
        {
            var first = new CellRow<T>
            {
                Hidden = hidden,
                Gates = gates,
                Recurrent = spare,
                Bias = bias.Length == 0 ? null : b + biasOffset,
                Kept = kept,
                State = state,
                Cell = cell,
                CellAfter = cells,
                Output = output,
            };
            var packed = PackedMatrix<T>.Pack(
                hidden, TCell.Gates, hidden, steps.Batch, w + weightOffset, 1, hidden);
            var step = 0;
            Action<int, int> body = (start, end) =>
            {
                for (var block = start; block < end; block++) ForwardBlock(packed, first, step, block);
            };
            for (var turn = 0; turn < steps.Count; turn++)
            {
                step = steps.At(turn);
                packed.Take(steps.Sizes[step], state, hidden);
                Each(packed, step, body);
            }
            packed.Release();
            if (TCell.HasCell)
                new ReadOnlySpan<T>(cell, steps.Batch * hidden).CopyTo(
                    new Span<T>(output + (long)steps.Rows * hidden, steps.Batch * hidden));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardBlock(PackedMatrix<T> packed, in CellRow<T> first, int step, int block)
    {
        var (unit, rows, at) = (block * packed.Width, steps.Sizes[step], steps.Start(step));
        var target = TCell.Apart ? first.Recurrent : first.Gates + (long)at * Gates;
        for (var gate = 0; gate < TCell.Gates; gate++)
            packed.Multiply(gate, block, target + gate * hidden + unit, Gates, !TCell.Apart);
        var end = Math.Min(unit + packed.Width, hidden);
        for (var i = 0; i < rows; i++)
        {
            var row = first;
            row.Gates += (long)(at + i) * Gates;
            if (TCell.Apart)
            {
                row.Recurrent += (long)i * Gates;
                row.Kept += (long)(at + i) * hidden;
            }
            row.State += (long)i * hidden;
            row.Output += (long)(at + i) * hidden;
            if (TCell.HasCell)
            {
                row.Cell += (long)i * hidden;
                row.CellAfter += (long)(at + i) * hidden;
            }
            for (var u = unit; u < end; u += Vector512<T>.Count) TCell.Forward(row, u, end - u);
        }
    }

    /// <param name="a">What <see cref="Forward"/> left; State and Cell: the first ones, before the first step.</param>
    /// <param name="slopes">
    /// Gates, recurrent: [rows, gates · hidden], out: the gradients of what input and state give to the gates; the same
    /// array where they are the same. Output: the gradient of the output. State, cell: [batch, hidden], in: of the last
    /// ones beside the output, out: of the first ones.
    /// </param>
    /// <param name="weight">[gates · hidden, hidden].</param>
    public void Backward(RecurrentArrays<T> a, RecurrentSlopes<T> slopes, T[] weight, int weightOffset)
    {
        fixed (T* gates = a.Gates, cells = a.Cells, kept = a.Kept, output = a.Output, state = a.State, cell = a.Cell,
            w = weight, dGates = slopes.Gates, dRecurrent = slopes.Recurrent, dOutput = slopes.Output,
            dState = slopes.State, dCell = slopes.Cell)
        {
            var first = new CellRow<T>
            {
                Hidden = hidden,
                Gates = gates,
                Kept = kept,
                State = state,
                Cell = cell,
                CellAfter = cells,
                Output = output,
                OutputSlope = dOutput + slopes.OutputOffset,
                StateSlope = dState,
                CellSlope = dCell,
                GateSlopes = dGates,
                RecurrentSlopes = dRecurrent,
            };
            var packed = PackedMatrix<T>.Pack(Gates, 1, hidden, steps.Batch, w + weightOffset, hidden, 1);
            var (step, rows) = (0, 0);
            Action<int, int> body = (start, end) =>
            {
                for (var block = start; block < end; block++) BackwardBlock(packed, first, step, block, rows > 0);
            };
            for (var turn = steps.Count - 1; turn >= 0; turn--)
            {
                step = steps.At(turn);
                Each(packed, step, body);
                rows = steps.Sizes[step];
                packed.Take(rows, dRecurrent + (long)steps.Start(step) * Gates, Gates);
            }
            for (var block = 0; rows > 0 && block < packed.Blocks; block++)
                packed.Multiply(0, block, dState + block * packed.Width, hidden, TCell.Apart);
            packed.Release();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardBlock(PackedMatrix<T> packed, in CellRow<T> first, int step, int block, bool multiply)
    {
        var (unit, at) = (block * packed.Width, steps.Start(step));
        if (multiply) packed.Multiply(0, block, first.StateSlope + unit, hidden, TCell.Apart);
        var end = Math.Min(unit + packed.Width, hidden);
        for (var i = 0; i < steps.Sizes[step]; i++)
        {
            var before = steps.Before(step, i);
            var row = first;
            row.Gates += (long)(at + i) * Gates;
            row.GateSlopes += (long)(at + i) * Gates;
            row.RecurrentSlopes += (long)(at + i) * Gates;
            row.OutputSlope += (long)(at + i) * hidden;
            row.StateSlope += (long)i * hidden;
            row.State = before < 0 ? first.State + (long)i * hidden : first.Output + (long)before * hidden;
            if (TCell.Apart) row.Kept += (long)(at + i) * hidden;
            if (TCell.HasCell)
            {
                row.Cell = before < 0 ? first.Cell + (long)i * hidden : first.CellAfter + (long)before * hidden;
                row.CellAfter += (long)(at + i) * hidden;
                row.CellSlope += (long)i * hidden;
            }
            for (var u = unit; u < end; u += Vector512<T>.Count) TCell.Backward(row, u, end - u);
        }
    }

    private void Each(PackedMatrix<T> packed, int step, Action<int, int> body)
    {
        if ((long)steps.Sizes[step] * Gates * hidden < ParallelWork) body(0, packed.Blocks);
        else Parallel.For(packed.Blocks, 1, body);
    }
}

/// <summary>
/// The arrays of <see cref="Recurrence{TCell, T}"/>, each from its first element; unused ones are empty.
/// </summary>
internal readonly record struct RecurrentArrays<T>(T[] Gates, T[] Cells, T[] Kept, T[] Output, T[] State, T[] Cell);

/// <summary>The gradients of <see cref="Recurrence{TCell, T}"/>; only the output's need not begin its array.</summary>
internal readonly record struct RecurrentSlopes<T>(
    T[] Gates, T[] Recurrent, T[] Output, int OutputOffset, T[] State, T[] Cell);
