namespace TorchSharp;

/// <summary>The 32-bit Mersenne Twister, mt19937, and the draws that PyTorch's CPU generator makes of it.</summary>
/// <remarks>Matsumoto and Nishimura, 1998; seeded by the generator of 2002 with the low 32 bits of the seed.</remarks>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next;
    private double? _nextNormal;

    public MersenneTwister(ulong seed) => Seed(seed);

    /// <summary>The seed as given, all 64 bits.</summary>
    public ulong InitialSeed { get; private set; }

    /// <summary>Starts again from <paramref name="seed"/>.</summary>
    public void Seed(ulong seed)
    {
        InitialSeed = seed;
        _state[0] = (uint)seed;
        for (var i = 1; i < Length; i++)
            _state[i] = 1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
        _next = Length;
        _nextNormal = null;
    }

    /// <summary>32 random bits.</summary>
    public uint Bits32()
    {
        if (_next == Length) Refill();
        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// <summary>64 random bits: the first draw is the high word.</summary>
    public ulong Bits64() => ((ulong)Bits32() << 32) | Bits32();

    /// <summary>A multiple of 2^-24 in [0, 1).</summary>
    public float UniformSingle() => (Bits32() & ((1 << 24) - 1)) * (1f / (1 << 24));

    /// <summary>A multiple of 2^-53 in [0, 1).</summary>
    public double UniformDouble() => (Bits64() & ((1UL << 53) - 1)) * (1.0 / (1UL << 53));

    /// <summary>One of N(0, 1), by Box and Muller; the second of a pair is kept for the next call.</summary>
    public double Normal()
    {
        if (_nextNormal is { } kept)
        {
            _nextNormal = null;
            return kept;
        }
        var angle = 2 * Math.PI * UniformDouble();
        var radius = Math.Sqrt(-2 * double.LogP1(-UniformDouble()));
        _nextNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>An integer in [0, <paramref name="range"/>), by remainder.</summary>
    public ulong Below(ulong range) => range >= 1UL << 32 ? Bits64() % range : Bits32() % range;

    /// <summary>
    /// The state in PyTorch's bytes (5,056, little-endian), so that either can go on where the other stopped.
    /// </summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(InitialSeed);
        writer.Write(_next == Length ? 1 : Length + 1 - _next);      // draws left before the next refill, plus one
        writer.Write(1);                                              // seeded
        writer.Write(_next == Length ? 0UL : (ulong)_next);
        foreach (var word in _state) writer.Write((ulong)word);
        writer.Write(_nextNormal ?? 0.0);
        writer.Write(0.0);
        writer.Write(0.0);
        writer.Write(_nextNormal is null ? 0L : 1L);
        writer.Write(0L);                                             // no cached float32 normal
        return stream.ToArray();
    }

    /// <summary>Takes up a state that <see cref="Save"/> or PyTorch wrote.</summary>
    /// <exception cref="ArgumentException">
    /// The state does not have 5,056 bytes, or its numbers are out of range.
    /// </exception>
    public void Load(byte[] state)
    {
        const int Size = 24 + 8 * Length + 40;
        if (state.Length != Size)
            throw new ArgumentException(
                $"expected a generator state of {Size} bytes, got {state.Length}", nameof(state));
        using var reader = new BinaryReader(new MemoryStream(state));
        var seed = reader.ReadUInt64();
        var left = reader.ReadInt32();
        reader.ReadInt32();
        var next = reader.ReadUInt64();
        if (left is < 1 or > Length || next > Length)
            throw new ArgumentException($"expected 1 to {Length} draws left in the state, got {left}", nameof(state));
        for (var i = 0; i < Length; i++) _state[i] = (uint)reader.ReadUInt64();
        var normal = reader.ReadDouble();
        reader.ReadDouble();
        reader.ReadDouble();
        _nextNormal = (int)reader.ReadInt64() != 0 ? normal : null;
        _next = left == 1 ? Length : (int)next;
        InitialSeed = seed;
    }

    private void Refill()
    {
        var state = _state;
        for (var i = 0; i < Length - Shift; i++) state[i] = state[i + Shift] ^ Twist(state[i], state[i + 1]);
        for (var i = Length - Shift; i < Length - 1; i++)
            state[i] = state[i + Shift - Length] ^ Twist(state[i], state[i + 1]);
        state[^1] = state[Shift - 1] ^ Twist(state[^1], state[0]);
        _next = 0;
    }

    private static uint Twist(uint high, uint low) =>
        (((high & 0x80000000u) | (low & 0x7fffffffu)) >> 1) ^ ((low & 1) * 0x9908b0dfu);
}
