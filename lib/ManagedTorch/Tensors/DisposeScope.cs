namespace TorchSharp;

/// <summary>Disposes the tensors that were made while it was the current scope of the thread.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _members = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? _outer;
    private bool _disposed;

    internal DisposeScope(DisposeScope? outer) => _outer = outer;

    /// <summary>The number of tensors that the scope will dispose.</summary>
    public int DisposablesCount => _members.Count;

    /// <summary>What the scope will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _members];

    /// <summary>Whether the scope will dispose it.</summary>
    public bool Contains(IDisposable disposable) => _members.Contains(disposable);

    /// <summary>Takes something into the scope.</summary>
    public void Attach(IDisposable disposable) => Move(this, disposable);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (var disposable in list) Move(this, disposable);
        return list;
    }

    /// <summary>Takes it out of the scope, so that nothing disposes it.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Move(null, disposable);
        return disposable;
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (Detach(first), Detach(second), Detach(third));

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(null, disposable);
    }

    /// <summary>Hands it to the scope around this one.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(_outer, disposable);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(_outer, disposable);
    }

    /// <summary>Hands it to another scope.</summary>
    public T MoveToOther<T>(DisposeScope scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(scope, disposable);
    }

    /// <summary>Disposes everything in the scope now.</summary>
    public void DisposeEverything()
    {
        var members = _members.ToArray();
        _members.Clear();
        foreach (var member in members) member.Dispose();
    }

    /// <summary>Disposes everything in the scope but what is named.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.Where(_members.Remove).ToList();
        DisposeEverything();
        foreach (var member in keep) _members.Add(member);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Forgets something that was disposed otherwise.</summary>
    public void MarkAsDisposed(IDisposable disposable) => _members.Remove(disposable);

    /// <summary>Disposes everything in the scope and makes the scope around it the current one.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        DisposeEverything();
        var context = ThreadContext.Current;
        if (context.Scope == this) context.Scope = _outer;
    }

    internal DisposeScope? Outer => _outer;

    internal void Add(torch.Tensor tensor)
    {
        _members.Add(tensor);
        tensor.Scope = this;
    }

    private static void Move(DisposeScope? target, IDisposable? disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?._members.Remove(tensor);
            tensor.Scope = null;
            if (target is not null) target.Add(tensor);
            else ThreadContext.Current.Statistics.Detached();
        }
        else if (disposable is not null)
        {
            ThreadContext.Current.Scope?._members.Remove(disposable);
            target?._members.Add(disposable);
        }
    }
}
