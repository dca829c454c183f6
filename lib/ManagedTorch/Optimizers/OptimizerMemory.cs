using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Serialization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter: tensors of its shape, and how many steps it took.</summary>
internal sealed class OptimizerMemory(Parameter parameter) : IDisposable
{
    private readonly Tensor?[] _slots = new Tensor?[3];
    private Tensor? _work;

    public Parameter Parameter { get; } = parameter;

    /// <summary>Steps, the current one included.</summary>
    public long Step { get; set; }

    /// <summary>NAdam's product of momenta.</summary>
    public double Product { get; set; } = 1;

    public OptimizerUpdate<T> Begin<T>(Tensor gradient) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        _work = Parameter.AsContiguous();
        return new OptimizerUpdate<T>(this, Memory<T>(_work), Memory<T>(gradient.AsContiguous()));
    }

    /// <summary>Writes the new values back.</summary>
    public void End()
    {
        if (!ReferenceEquals(_work, Parameter)) Parameter.copy_(_work!);
        else Parameter.Storage.Version++;
        _work = null;
    }

    public Memory<T> Slot<T>(int index, double initial) where T : unmanaged, INumberBase<T>
    {
        if (_slots[index] is { } known) return Memory<T>(known);
        var slot = Tensor.New(Parameter.dtype, Parameter.Shape_, clear: true).DetachFromDisposeScope();
        if (initial != 0) slot.Elements<T>().Fill(T.CreateTruncating(initial));
        _slots[index] = slot;
        return Memory<T>(slot);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Step);
        writer.Write(Product);
        foreach (var slot in _slots)
        {
            writer.Write(slot is not null);
            if (slot is not null) TensorFormat.Write(writer, slot);
        }
    }

    public static OptimizerMemory Load(Parameter parameter, BinaryReader reader)
    {
        var memory = new OptimizerMemory(parameter) { Step = reader.ReadInt64(), Product = reader.ReadDouble() };
        for (var i = 0; i < memory._slots.Length; i++)
        {
            if (!reader.ReadBoolean()) continue;
            var slot = TensorFormat.Read(reader).DetachFromDisposeScope();
            if (slot.dtype != parameter.dtype || !Shapes.Same(slot.Shape_, parameter.Shape_))
                throw new InvalidDataException($"expected state {parameter.dtype} {Shapes.Text(parameter.Shape_)}, " +
                    $"got {slot.dtype} {Shapes.Text(slot.Shape_)}");
            memory._slots[i] = slot;
        }
        return memory;
    }

    public void Dispose()
    {
        foreach (var slot in _slots) slot?.Dispose();
    }

    private static Memory<T> Memory<T>(Tensor tensor) where T : unmanaged
    {
        var array = tensor.Array<T>(out var offset);
        return array.AsMemory(offset, (int)tensor.Count_);
    }
}

/// <summary>One step for one parameter.</summary>
internal readonly struct OptimizerUpdate<T>(OptimizerMemory memory, Memory<T> parameter, Memory<T> gradient)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of the step, from 1.</summary>
    public long Step => memory.Step;

    /// <inheritdoc cref="OptimizerMemory.Product"/>
    public double Product
    {
        get => memory.Product;
        set => memory.Product = value;
    }

    /// <summary>The number in the parameter's type.</summary>
#pragma warning disable CA1822 // called as update.Number(x), where the type argument would say nothing
    public T Number(double value) => T.CreateTruncating(value);
#pragma warning restore CA1822

    /// <summary>Runs the step over all elements.</summary>
    /// <param name="step">What to do.</param>
    /// <param name="decay">How much of the parameter is added to the gradient.</param>
    /// <param name="maximize">Whether to climb.</param>
    /// <param name="initial">What the state starts from.</param>
    public void Run<TStep>(TStep step, double decay, bool maximize = false, double initial = 0)
        where TStep : struct, IOptimizerStep<T>
    {
        new OptimizerLoop<T>(maximize ? -T.One : T.One, Number(decay)).Run(step, parameter, gradient,
            step.Slots > 0 ? memory.Slot<T>(0, initial) : default,
            step.Slots > 1 ? memory.Slot<T>(1, initial) : default,
            step.Slots > 2 ? memory.Slot<T>(2, initial) : default);
    }
}
