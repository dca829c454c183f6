namespace GenAiCourse.Display;

/// <summary>Maps the numbers of one axis to pixels, and chooses where the ticks stand.</summary>
internal sealed class Axis
{
    private readonly double _low, _high, _from, _to;
    private readonly bool _log;

    /// <param name="low">The smallest number shown.</param>
    /// <param name="high">The largest number shown.</param>
    /// <param name="from">The pixel of the smallest.</param>
    /// <param name="to">The pixel of the largest; it may be the smaller pixel.</param>
    /// <param name="log">Whether equal factors, not equal steps, are equally far apart.</param>
    /// <param name="pad">The share of the range that stays free at each end.</param>
    public Axis(double low, double high, double from, double to, bool log = false, double pad = 0.04)
    {
        (_from, _to, _log) = (from, to, log);
        if (!(low <= high)) (low, high) = log ? (1, 10) : (0, 1);
        (_low, _high) = log ? (Math.Log10(low), Math.Log10(high)) : (low, high);
        if (_low == _high)
        {
            var half = _log || _low == 0 ? 0.5 : Math.Abs(_low) * 0.1;
            (_low, _high) = (_low - half, _high + half);
        }
        var free = (_high - _low) * pad;
        (_low, _high) = (_low - free, _high + free);
    }

    /// <summary>The pixel of a number.</summary>
    public double this[double value] =>
        _from + ((_log ? Math.Log10(value) : value) - _low) / (_high - _low) * (_to - _from);

    /// <summary>Whether a number can be drawn on this axis.</summary>
    public bool Shows(double value) => double.IsFinite(value) && (!_log || value > 0);

    /// <summary>Round numbers between the ends, about <paramref name="wanted"/> of them.</summary>
    public IReadOnlyList<double> Ticks(int wanted = 6) => _log ? LogTicks() : LinearTicks(wanted);

    private List<double> LinearTicks(int wanted)
    {
        var raw = (_high - _low) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        var first = (long)Math.Ceiling(_low / step - 1e-9);
        var last = (long)Math.Floor(_high / step + 1e-9);
        var ticks = new List<double>();
        for (var i = first; i <= last; i++) ticks.Add(Math.Round(i * step, 12));
        return ticks;
    }

    private List<double> LogTicks()
    {
        var (first, last) = ((int)Math.Ceiling(_low), (int)Math.Floor(_high));
        int[] within = last - first >= 2 ? [1] : [1, 2, 5];
        var ticks = new List<double>();
        for (var power = first - 1; power <= last; power++)
        {
            foreach (var digit in within)
            {
                var value = digit * Math.Pow(10, power);
                if (Math.Log10(value) >= _low && Math.Log10(value) <= _high) ticks.Add(value);
            }
        }
        return ticks;
    }
}
