namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The topics that one peer has subscribed to; one subscribed to twice must be cancelled twice.</summary>
internal sealed class SubscriptionSet
{
    private const long MostBytes = 1 << 20;
    private const int Overhead = 48;
    private readonly List<Topic> _topics = [];
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>Adds a topic.</summary>
    /// <exception cref="InvalidDataException">The topics hold more than 1 MiB.</exception>
    public void Add(byte[] prefix)
    {
        lock (_gate)
        {
            if (Find(prefix) is { } topic)
            {
                topic.Count++;
                return;
            }
            _bytes += prefix.Length + Overhead;
            if (_bytes > MostBytes)
                throw new InvalidDataException($"expected subscriptions of at most {MostBytes:N0} bytes, got more");
            _topics.Add(new Topic(prefix));
        }
    }

    /// <summary>Removes a topic; one that is not there is ignored.</summary>
    public void Remove(byte[] prefix)
    {
        lock (_gate)
        {
            if (Find(prefix) is not { } topic || --topic.Count > 0) return;
            _topics.Remove(topic);
            _bytes -= prefix.Length + Overhead;
        }
    }

    /// <summary>True when a message's first frame begins with one of the topics.</summary>
    public bool Matches(ReadOnlySpan<byte> frame)
    {
        lock (_gate)
        {
            foreach (var topic in _topics)
                if (frame.StartsWith(topic.Prefix))
                    return true;
            return false;
        }
    }

    private Topic? Find(byte[] prefix) => _topics.Find(topic => topic.Prefix.AsSpan().SequenceEqual(prefix));

    private sealed class Topic(byte[] prefix)
    {
        public byte[] Prefix { get; } = prefix;

        public int Count { get; set; } = 1;
    }
}
