namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers: PyTorch's CPU generator, number for number.</summary>
    public class Generator : IDisposable
    {
        /// <summary>A generator that starts from <paramref name="seed"/>.</summary>
        /// <exception cref="InvalidOperationException"><paramref name="device"/> is not the CPU.</exception>
        public Generator(ulong seed = 0, Device? device = null)
        {
            Devices.Check(device);
            Engine = new MersenneTwister(seed);
        }

        /// <summary>The generator of every draw that is given none.</summary>
        public static Generator Default { get; } = new(67280421310721);

        /// <summary>Where its draws land: the CPU.</summary>
        public Device device => CPU;

        internal MersenneTwister Engine { get; }

        /// <summary>Starts the stream again from <paramref name="seed"/>; negative seeds wrap, as in PyTorch.</summary>
        public Generator manual_seed(long seed)
        {
            lock (Engine) Engine.Seed(unchecked((ulong)seed));
            return this;
        }

        /// <summary>Starts the stream from a seed that the operating system draws, and says which.</summary>
        public long seed()
        {
            var seed = BitConverter.ToInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))
                & long.MaxValue;
            manual_seed(seed);
            return seed;
        }

        /// <summary>The seed that the stream started from.</summary>
        public long initial_seed() => unchecked((long)Engine.InitialSeed);

        /// <summary>The state in PyTorch's bytes, [5056] of Byte.</summary>
        public Tensor get_state()
        {
            byte[] state;
            lock (Engine) state = Engine.Save();
            return Tensor.Wrap(state, [state.Length]);
        }

        /// <summary>Goes on from a state that <see cref="get_state"/> or PyTorch gave.</summary>
        /// <exception cref="ArgumentException">The tensor is not such a state.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            var state = value.AsContiguous().Elements<byte>().ToArray();
            lock (Engine) Engine.Load(state);
        }

        /// <summary>Does nothing; a generator holds no resources.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc cref="Dispose()"/>
        protected virtual void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Starts the default generator from <paramref name="seed"/>.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <inheritdoc cref="Generator.seed"/>
    public static long seed() => Generator.Default.seed();

    /// <inheritdoc cref="Generator.initial_seed"/>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <inheritdoc cref="Generator.get_state"/>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <inheritdoc cref="Generator.set_state"/>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The default generator.</summary>
    public static class random
    {
        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="Generator.seed"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="Generator.initial_seed"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="Generator.get_state"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="Generator.set_state"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
