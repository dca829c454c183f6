using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Benchmarks.Peers;

/// <summary>The peer's model line for line (ddpm_unet.py), so that equal seeds give equal losses.</summary>
internal sealed class DdpmUNet : Module<Tensor, Tensor, Tensor>
{
    private const int Base = 32, Time = 128, Groups = 8;

    private readonly Linear time1, time2;
    private readonly Conv2d stem;
    private readonly ResBlock down1;
    private readonly Conv2d shrink;
    private readonly ResBlock down2, mid;
    private readonly ConvTranspose2d grow;
    private readonly ResBlock up1;
    private readonly GroupNorm norm;
    private readonly Conv2d @out;

    public DdpmUNet() : base(nameof(DdpmUNet))
    {
        time1 = Linear(Base, Time);
        time2 = Linear(Time, Time);
        stem = Conv2d(1, Base, 3, padding: 1);
        down1 = new ResBlock(Base, Base);
        shrink = Conv2d(Base, Base * 2, 3, stride: 2, padding: 1);
        down2 = new ResBlock(Base * 2, Base * 2);
        mid = new ResBlock(Base * 2, Base * 2);
        grow = ConvTranspose2d(Base * 2, Base, 4, 2, 1);
        up1 = new ResBlock(Base * 2, Base);
        norm = GroupNorm(Groups, Base);
        @out = Conv2d(Base, 1, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor t)
    {
        const int half = Base / 2;
        var freq = exp(arange(half, dtype: ScalarType.Float32) * (-Math.Log(10000.0) / half));
        var angle = t.to(ScalarType.Float32).unsqueeze(1) * freq.unsqueeze(0);
        var emb = cat([angle.sin(), angle.cos()], dim: 1);
        emb = F.silu(time2.call(F.silu(time1.call(emb))));
        var h1 = down1.call(stem.call(x), emb);
        var h2 = mid.call(down2.call(shrink.call(h1), emb), emb);
        var h = up1.call(cat([grow.call(h2), h1], dim: 1), emb);
        return @out.call(F.silu(norm.call(h)));
    }

    private sealed class ResBlock : Module<Tensor, Tensor, Tensor>
    {
        private readonly GroupNorm norm1;
        private readonly Conv2d conv1;
        private readonly Linear time;
        private readonly GroupNorm norm2;
        private readonly Conv2d conv2;
        private readonly Conv2d? skip;

        public ResBlock(int cin, int cout) : base(nameof(ResBlock))
        {
            norm1 = GroupNorm(Groups, cin);
            conv1 = Conv2d(cin, cout, 3, padding: 1);
            time = Linear(Time, cout);
            norm2 = GroupNorm(Groups, cout);
            conv2 = Conv2d(cout, cout, 3, padding: 1);
            skip = cin != cout ? Conv2d(cin, cout, 1) : null;
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor emb)
        {
            var h = conv1.call(F.silu(norm1.call(x)));
            h = h + time.call(emb).unsqueeze(-1).unsqueeze(-1);
            h = conv2.call(F.silu(norm2.call(h)));
            return h + (skip is null ? x : skip.call(x));
        }
    }
}
