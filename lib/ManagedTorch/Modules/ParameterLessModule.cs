using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Marks modules without parameters.</summary>
public interface IParameterLessModule;

/// <summary>A module that has no parameters, buffers or parts, and can be given none.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    /// <inheritdoc/>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw Refuse("buffer", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_parameter(string name, Parameter? param) => throw Refuse("parameter", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_module(string name, nn.Module submodule) => throw Refuse("module", name);

    private InvalidOperationException Refuse(string kind, string name) => new(
        $"Cannot register {kind} {name} on {GetName()}, a module without parameters; derive from Module instead.");
}

/// <summary>A module of three inputs that has no parameters, buffers or parts, and can be given none.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    /// <inheritdoc/>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw Refuse("buffer", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_parameter(string name, Parameter? param) => throw Refuse("parameter", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_module(string name, nn.Module submodule) => throw Refuse("module", name);

    private InvalidOperationException Refuse(string kind, string name) => new(
        $"Cannot register {kind} {name} on {GetName()}, a module without parameters; derive from Module instead.");
}

/// <summary>A module of two inputs that has no parameters, buffers or parts, and can be given none.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <inheritdoc/>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw Refuse("buffer", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_parameter(string name, Parameter? param) => throw Refuse("parameter", name);

    /// <exception cref="InvalidOperationException">Always.</exception>
    /// <inheritdoc/>
    public override void register_module(string name, nn.Module submodule) => throw Refuse("module", name);

    private InvalidOperationException Refuse(string kind, string name) => new(
        $"Cannot register {kind} {name} on {GetName()}, a module without parameters; derive from Module instead.");
}
