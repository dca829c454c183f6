using System.Numerics;
using TorchSharp.Serialization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimizer that changes one parameter after another, and keeps state for each.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerMemory> _memory = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _defaultOptions;

    private protected OptimizerHelper(IEnumerable<ParamGroup> groups, OptimizerOptions defaults)
    {
        _defaultOptions = defaults;
        foreach (var group in groups) add_param_group(group);
        if (Groups.Count == 0) throw new ArgumentException("optimizer got an empty parameter list", nameof(groups));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A parameter is in another group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        param_group.Options.FillFrom(_defaultOptions);
        var known = parameters().ToHashSet(ReferenceEqualityComparer.Instance);
        if (param_group.Parameters.Any(known.Contains))
            throw new ArgumentException("some parameters appear in more than one parameter group", nameof(param_group));
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => base.parameters();

    /// <inheritdoc/>
    public override void zero_grad() => base.zero_grad();

    private protected override Tensor? Advance(Func<Tensor>? closure)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var _ = enable_grad();
            loss = closure();
        }
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in Groups)
        {
            foreach (var parameter in group.Parameters)
            {
                if (parameter.grad is not { } gradient) continue;
                if (!_memory.TryGetValue(parameter, out var memory))
                    _memory.Add(parameter, memory = new OptimizerMemory(parameter));
                memory.Step++;
                if (parameter.dtype == ScalarType.Float32) Update(group.Options, memory.Begin<float>(gradient));
                else Update(group.Options, memory.Begin<double>(gradient));
                memory.End();
            }
        }
        return loss;
    }

    private protected abstract void Update<T>(OptimizerOptions given, OptimizerUpdate<T> update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Writes what the optimizer remembers of each parameter, in the order of the parameters.</summary>
    /// <remarks>The layout is this engine's; files of TorchSharp's optimizers are not read.</remarks>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <inheritdoc cref="save_state_dict(string)"/>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(GetType().Name);
        var list = parameters().ToList();
        writer.Write7BitEncodedInt(list.Count);
        foreach (var parameter in list)
        {
            writer.Write(_memory.ContainsKey(parameter));
            if (_memory.TryGetValue(parameter, out var memory)) memory.Save(writer);
        }
    }

    /// <summary>
    /// Takes up what <see cref="save_state_dict(string)"/> wrote; learning rates and other options are not in it.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is cut off, of another optimizer, or of other parameters; the optimizer is unchanged.
    /// </exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <inheritdoc cref="load_state_dict(string)"/>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var loaded = TensorFormat.Guarded($"the state of {GetType().Name}", () => Read(reader));
        _memory.Clear();
        foreach (var memory in loaded) _memory.Add(memory.Parameter, memory);
    }

    private List<OptimizerMemory> Read(BinaryReader reader)
    {
        var list = parameters().ToList();
        var kind = reader.ReadString();
        var count = reader.Read7BitEncodedInt();
        if (kind != GetType().Name || count != list.Count)
            throw new InvalidDataException(
                $"expected the state of {GetType().Name} for {list.Count} parameters, got {kind} for {count}");
        var loaded = new List<OptimizerMemory>();
        foreach (var parameter in list)
            if (reader.ReadBoolean()) loaded.Add(OptimizerMemory.Load(parameter, reader));
        return loaded;
    }

    private protected override void Forget()
    {
        foreach (var memory in _memory.Values) memory.Dispose();
        _memory.Clear();
    }
}
