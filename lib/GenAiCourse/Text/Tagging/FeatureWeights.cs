namespace GenAiCourse.Text;

/// <summary>Weights of features that are present or not, for each of some classes, averaged over all updates.</summary>
/// <remarks>
/// A feature is a 64-bit hash of what it says; two that collide share weights, which at a million features happens
/// to one pair in forty million. The average of all states of the weights judges unseen data better than the last one:
/// Freund and Schapire, "Large margin classification using the perceptron algorithm", 1999; kept with one more sum a
/// weight as in Daumé, 2006, figure 2.3.
/// </remarks>
internal sealed class FeatureWeights(int classes)
{
    private readonly Dictionary<ulong, int> _rows = [];
    private float[] _weights = new float[1024 * classes];
    private double[] _sums = new double[1024 * classes];
    private double _time = 1;

    /// <summary>The number of classes.</summary>
    public int Classes => classes;

    /// <summary>The number of features that have ever had a weight.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds the weights of a feature to the classes' scores.</summary>
    public void AddTo(Span<float> scores, ulong feature)
    {
        if (!_rows.TryGetValue(feature, out var row)) return;
        var weights = _weights.AsSpan(row * classes, classes);
        for (var i = 0; i < weights.Length; i++) scores[i] += weights[i];
    }

    /// <summary>Adds the weights of features to the classes' scores.</summary>
    public void AddTo(Span<float> scores, ReadOnlySpan<ulong> features)
    {
        foreach (var feature in features) AddTo(scores, feature);
    }

    /// <summary>Changes the weights of features for a class.</summary>
    public void Add(ReadOnlySpan<ulong> features, int @class, float change)
    {
        foreach (var feature in features)
        {
            if (!_rows.TryGetValue(feature, out var row))
            {
                row = _rows.Count;
                _rows.Add(feature, row);
                if ((row + 1) * classes > _weights.Length)
                {
                    Array.Resize(ref _weights, _weights.Length * 2);
                    Array.Resize(ref _sums, _sums.Length * 2);
                }
            }
            _weights[(row * classes) + @class] += change;
            _sums[(row * classes) + @class] += _time * change;
        }
    }

    /// <summary>One example more has been seen.</summary>
    public void Step() => _time++;

    /// <summary>Puts the averages in place of the weights; nothing is learned after that.</summary>
    public void Average()
    {
        for (var i = 0; i < _rows.Count * classes; i++) _weights[i] -= (float)(_sums[i] / _time);
        _sums = [];
    }

    /// <summary>A feature of a template and up to three values.</summary>
    public static ulong Feature(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        var hash = Mix(a ^ ((ulong)(uint)template * 0x9E3779B97F4A7C15UL));
        if (b != 0) hash = Mix(hash ^ Mix(b + 0x632BE59BD9B4E019UL));
        if (c != 0) hash = Mix(hash ^ Mix(c + 0xD1B54A32D192ED03UL));
        return hash;
    }

    /// <summary>The hash of a text, never 0.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in text) hash = (hash ^ value) * 1099511628211UL;
        return Mix(hash) | 1;
    }

    // SplitMix64's finalizer: Steele, Lea and Flood, 2014.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
