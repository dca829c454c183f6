using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batches of a data set, again and again: each enumeration is an epoch.</summary>
/// <typeparam name="T">What an item is.</typeparam>
/// <typeparam name="S">What a batch is.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
[SuppressMessage("Naming", "CA1715", Justification = "TorchSharp's name.")]
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <param name="dataset">The items.</param>
    /// <param name="batchSize">Items of a batch; the last may have fewer.</param>
    /// <param name="collate_fn">Makes a batch of items on a device.</param>
    /// <param name="shuffler">The numbers of the items in the order of an epoch.</param>
    /// <param name="device">Where the batches go; the CPU if null.</param>
    /// <param name="num_worker">Has no effect: items are fetched by the thread that asks for the batch.</param>
    /// <param name="drop_last">Whether a last batch with fewer items is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive.</exception>
    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize,
        Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last) = (device ?? CPU, Math.Max(num_worker, 1), drop_last);
        (DisposeBatch, DisposeDataset) = (disposeBatch, disposeDataset);
    }

    /// <param name="dataset">The items.</param>
    /// <param name="batchSize">Items of a batch; the last may have fewer.</param>
    /// <param name="collate_fn">Makes a batch of items on a device.</param>
    /// <param name="device">Where the batches go; the CPU if null.</param>
    /// <param name="num_worker">Has no effect.</param>
    /// <param name="drop_last">Whether a last batch with fewer items is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="seed">What the order follows from, the same in every epoch; or null.</param>
    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize,
        Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last,
            disposeBatch, disposeDataset)
    {
    }

    /// <summary>The items.</summary>
    public torch.utils.data.Dataset<T> dataset { get; }

    /// <summary>Items of a batch.</summary>
    public int batch_size { get; }

    /// <summary>Makes a batch of items.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>The numbers of the items in the order of an epoch.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>Where the batches go.</summary>
    public Device Device { get; }

    /// <summary>As given; has no effect.</summary>
    public int num_workers { get; }

    /// <summary>Whether a last batch with fewer items is left out.</summary>
    public bool drop_last { get; }

    /// <summary>Whether a batch is disposed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the data set is disposed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>Batches of an epoch.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>The batches of one epoch.</summary>
    public IEnumerator<S> GetEnumerator()
    {
        IDisposable[] current = [];
        try
        {
            foreach (var numbers in sampler.Chunk(batch_size))
            {
                if (drop_last && numbers.Length < batch_size) yield break;
                foreach (var tensor in current) tensor.Dispose();
                current = [];
                var batch = Batch(numbers, out var made);
                if (DisposeBatch) current = made;
                yield return batch;
            }
        }
        finally
        {
            foreach (var tensor in current) tensor.Dispose();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, unless told not to.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    // What the items leave behind is disposed here; what collate_fn makes lives on outside of any scope.
    private S Batch(long[] numbers, out IDisposable[] made)
    {
        using var items = NewDisposeScope();
        var parts = Array.ConvertAll(numbers, dataset.GetTensor);
        using var collated = NewDisposeScope();
        var batch = collate_fn(parts, Device);
        made = [.. collated.DisposablesView];
        foreach (var tensor in made.OfType<Tensor>()) tensor.DetachFromDisposeScope();
        return batch;
    }

    private static IEnumerable<long> Order(torch.utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new FisherYatesShuffler(dataset.Count, seed) : Numbers(dataset.Count);
    }

    private static IEnumerable<long> Numbers(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }
}

/// <summary>Batches of named tensors: those of the items, stacked.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <inheritdoc/>
    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : base(dataset, batchSize, Stacked, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <inheritdoc/>
    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : base(dataset, batchSize, Stacked, shuffle, device, seed, num_worker, drop_last, disposeBatch,
            disposeDataset)
    {
    }

    private static Dictionary<string, Tensor> Stacked(IEnumerable<Dictionary<string, Tensor>> items, Device device)
    {
        var all = items.ToArray();
        return all[0].Keys.ToDictionary(key => key, key => stack(all.Select(item => item[key])).to(device));
    }
}

/// <summary>Batches of tensors in order: those of the items, stacked.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    /// <inheritdoc/>
    public IterableDataLoader(torch.utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : base(dataset, batchSize, Stacked, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <inheritdoc/>
    public IterableDataLoader(torch.utils.data.IterableDataset dataset, int batchSize, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false,
        bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Stacked, shuffle, device, seed, num_worker, drop_last, disposeBatch,
            disposeDataset)
    {
    }

    private static IList<Tensor> Stacked(IEnumerable<IList<Tensor>> items, Device device)
    {
        var all = items.ToArray();
        return [.. Enumerable.Range(0, all[0].Count).Select(i => stack(all.Select(item => item[i])).to(device))];
    }
}
