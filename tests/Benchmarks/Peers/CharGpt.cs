using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Peers;

/// <summary>The sizes of a <see cref="CharGpt"/> workload.</summary>
internal sealed record CharGptSizes(int Vocabulary, int Layers, int Heads, int Width, int Block, int Batch)
{
    public static CharGptSizes Small { get; } = new(65, 4, 4, 128, 64, 12);

    public static CharGptSizes Medium { get; } = new(65, 6, 6, 384, 256, 8);
}

/// <summary>The peer's model line for line (chargpt_small.py), so that equal seeds give equal losses.</summary>
internal sealed class CharGpt : Module<Tensor, Tensor>
{
    private readonly Embedding tok, pos;
    private readonly ModuleList<Block> blocks;
    private readonly LayerNorm ln;
    private readonly Linear head;
    private readonly Tensor mask, index;

    public CharGpt(CharGptSizes sizes) : base(nameof(CharGpt))
    {
        tok = Embedding(sizes.Vocabulary, sizes.Width);
        pos = Embedding(sizes.Block, sizes.Width);
        blocks = new ModuleList<Block>(
            [.. Enumerable.Range(0, sizes.Layers)
                .Select(_ => new Block(sizes.Width, sizes.Heads))]);
        ln = LayerNorm(sizes.Width);
        head = Linear(sizes.Width, sizes.Vocabulary, hasBias: false);
        mask = ones(sizes.Block, sizes.Block, dtype: ScalarType.Bool).triu(1);
        index = arange(sizes.Block);
        RegisterComponents();
        foreach (var parameter in parameters())
            if (parameter.dim() > 1) init.normal_(parameter, 0, 0.02);
    }

    public override Tensor forward(Tensor ids)
    {
        var x = tok.call(ids) + pos.call(index);
        foreach (var block in blocks) x = block.Forward(x, mask);
        return head.call(ln.call(x));
    }

    internal sealed class Block : Module<Tensor, Tensor>
    {
        private readonly LayerNorm ln1;
        private readonly Linear qkv, proj;
        private readonly LayerNorm ln2;
        private readonly Linear up, down;
        private readonly int heads;

        public Block(int width, int heads) : base(nameof(Block))
        {
            this.heads = heads;
            ln1 = LayerNorm(width);
            qkv = Linear(width, 3 * width);
            proj = Linear(width, width);
            ln2 = LayerNorm(width);
            up = Linear(width, 4 * width);
            down = Linear(4 * width, width);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => throw new NotSupportedException("expected Forward(x, mask)");

        public Tensor Forward(Tensor x, Tensor mask)
        {
            x = x + Attend(ln1.call(x), mask);
            return x + down.call(functional.gelu(up.call(ln2.call(x))));
        }

        private Tensor Attend(Tensor x, Tensor mask)
        {
            var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
            var D = C / heads;
            Tensor Heads(Tensor t) => t.view(B, T, heads, D).transpose(1, 2);
            var parts = qkv.call(x).split(C, dim: 2);
            var (q, k, v) = (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));
            var a = matmul(q, k.transpose(-2, -1)) * Math.Pow(D, -0.5);
            a = a.masked_fill(mask, double.NegativeInfinity).softmax(-1);
            return proj.call(matmul(a, v).transpose(1, 2).contiguous().view(B, T, C));
        }
    }
}
