namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope: what this thread makes until it is disposed is disposed with it.</summary>
    public static DisposeScope NewDisposeScope()
    {
        var context = ThreadContext.Current;
        return context.Scope = new DisposeScope(context.Scope);
    }

    /// <summary>The scope that was opened last on this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => ThreadContext.Current.Scope;

    /// <summary>Runs an expression in a scope of its own and keeps only its result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public partial class Tensor
    {
        /// <summary>Hands the tensor to the scope around the one it is in.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Live().Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Hands the tensor to another scope.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            ArgumentNullException.ThrowIfNull(other);
            other.Attach((IDisposable)Live());
            return this;
        }

        /// <summary>Hands the tensor to the scope of another tensor.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            if (other.Scope is null) DetachFromDisposeScope();
            else other.Scope.Attach((IDisposable)Live());
            return this;
        }

        /// <summary>Takes the tensor out of its scope, so that only its owner disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Live().Scope?.Detach(this);
            return this;
        }

        /// <inheritdoc cref="DetachFromDisposeScope"/>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();
    }
}
