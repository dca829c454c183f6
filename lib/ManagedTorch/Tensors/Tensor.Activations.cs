using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The positive part: max(x, 0).</summary>
        public Tensor relu()
        {
            var y = MapNumber<Relu>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "relu", [this],
                dy => [is_grad_enabled() ? dy.mul(y.gt(0)) : Apply<WherePositive, WherePositive>(dy, y)], y) : y;
        }

        /// <summary><see cref="relu"/>, in place.</summary>
        public Tensor relu_() => InPlace(static x => x.relu());

        /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
        /// <remarks>Hendrycks and Gimpel, 2016: https://arxiv.org/abs/1606.08415</remarks>
        public Tensor gelu()
        {
            return Activate("gelu", new ExactGelu(), Slope);

            Tensor Slope() => div(Math.Sqrt(2)).erf().add(1).mul(0.5)
                .add(mul(square().mul(-0.5).exp()).mul(1 / Math.Sqrt(2 * Math.PI)));
        }

        // An activation with fused loops; the slope again as differentiable operations, for gradients of gradients.
        private Tensor Activate<TOp>(string name, TOp op, Func<Tensor> slope) where TOp : IActivation
        {
            var x = As(dtype.OrFloat()).AsContiguous();
            var y = NewLike(x, x.dtype);
            ActivationLoop.Forward(op, x, y);
            return Autograd.Needed(this) ? Record() : y;

            Tensor Record() => Autograd.Record(y, name, [this], dy =>
            {
                if (is_grad_enabled()) return [dy.mul(slope())];
                var dx = New(dtype, Shape_);
                ActivationLoop.Backward(op, dy.AsContiguous(), AsContiguous(), dx);
                return [dx];
            }, this);
        }

        /// <summary>x · Φ(x), exactly or by its approximation with tanh.</summary>
        public Tensor gelu(GELU.Approximate approximate)
        {
            if (approximate == GELU.Approximate.none) return gelu();
            var y = MapFloat<GeluTanh>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "gelu", [this], dy => [dy.mul(Slope())], this) : y;

            Tensor Slope()
            {
                if (!is_grad_enabled()) return MapFloat<Each<GeluTanhSlope>>(this);
                var t = pow(3).mul(0.044715).add(this).mul(Math.Sqrt(2 / Math.PI)).tanh();
                var inner = square().mul(3 * 0.044715).add(1).mul(Math.Sqrt(2 / Math.PI));
                return t.add(1).mul(0.5).add(mul(0.5).mul(One(t.square())).mul(inner));
            }
        }

        /// <summary><see cref="gelu()"/>, in place.</summary>
        public Tensor gelu_() => InPlace(static x => x.gelu());

        /// <summary>x · σ(x).</summary>
        public Tensor silu()
        {
            return Activate("silu", new Swish(), Slope);

            Tensor Slope()
            {
                var s = sigmoid();
                return s.add(s.mul(One(s)).mul(this));      // σ + x σ (1 − σ)
            }
        }

        /// <summary><see cref="silu"/>, in place.</summary>
        public Tensor silu_() => InPlace(static x => x.silu());

        /// <summary>The logarithm of the logistic function.</summary>
        public Tensor log_sigmoid()
        {
            var y = MapFloat<Each<Kernels.LogSigmoid>>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "log_sigmoid", [this], dy => [dy.mul(neg().sigmoid())], this) : y;
        }

        internal Tensor MishOf()
        {
            var y = MapFloat<Each<Kernels.Mish>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "mish", [this], dy => [dy.mul(Slope())], this) : y;

            Tensor Slope()
            {
                var t = log_sigmoid_complement().tanh();
                return t.add(One(t.square()).mul(sigmoid()).mul(this));
            }

            Tensor log_sigmoid_complement() => neg().log_sigmoid().neg();      // log(1 + e^x)
        }

        /// <summary>log(1 + e^(βx)) / β, and x itself where βx is above the threshold.</summary>
        public Tensor softplus(double beta = 1.0, double threshold = 20.0)
        {
            var scaled = mul(beta);
            return torch.where(scaled.gt(threshold), this, scaled.neg().log_sigmoid().div(-beta));
        }

        /// <summary>x, or α(e^x − 1) below 0.</summary>
        public Tensor elu(double alpha = 1.0) => elu(alpha, 1, 1);

        /// <summary>scale · x, or scale · α(e^(input_scale · x) − 1) below 0.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale)
        {
            var below = clamp_max(0).mul(input_scale).expm1().mul(alpha);
            return torch.where(gt(0), this, below).mul(scale);
        }

        /// <summary>The self-normalising exponential unit.</summary>
        /// <remarks>Klambauer et al., 2017: https://arxiv.org/abs/1706.02515</remarks>
        public Tensor selu() => elu(1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1);

        /// <summary>x, or α(e^(x/α) − 1) below 0.</summary>
        public Tensor celu(Scalar alpha) => elu(alpha, 1, 1 / alpha.Double);

        /// <summary>x, or slope · x below 0.</summary>
        public Tensor leaky_relu(Scalar negative_slope)
        {
            if (!dtype.IsFloating()) return torch.where(gt(0), this, mul(negative_slope));
            return Activate("leaky_relu", new LeakyRelu(negative_slope.Double),
                () => torch.where(gt(0), torch.ones_like(this), torch.full_like(this, negative_slope)));
        }

        /// <summary>x, kept within two bounds.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => clamp(min, max);

        /// <summary>x, kept within 0 and 6.</summary>
        public Tensor relu6() => clamp(0, 6);

        /// <summary>A logistic function of straight lines: clamp(x + 3, 0, 6) / 6.</summary>
        public Tensor hardsigmoid() => add(3).clamp(0, 6).div(6);

        /// <summary>x · hardsigmoid(x).</summary>
        public Tensor hardswish() => mul(hardsigmoid());

        /// <summary><see cref="gelu(GELU.Approximate)"/>, in place.</summary>
        public Tensor gelu_(GELU.Approximate approximate) => InPlace(x => x.gelu(approximate));

        /// <summary><see cref="elu(double)"/>, in place.</summary>
        public Tensor elu_(double alpha = 1.0) => InPlace(x => x.elu(alpha));

        /// <summary><see cref="selu"/>, in place.</summary>
        public Tensor selu_() => InPlace(static x => x.selu());

        /// <summary><see cref="celu(Scalar)"/>, in place.</summary>
        public Tensor celu_(Scalar alpha) => InPlace(x => x.celu(alpha));

        /// <summary><see cref="leaky_relu"/>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => InPlace(x => x.leaky_relu(negative_slope));

        /// <summary><see cref="hardtanh"/>, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => InPlace(x => x.hardtanh(min, max));

        /// <summary><see cref="relu6"/>, in place.</summary>
        public Tensor relu6_() => InPlace(static x => x.relu6());

        /// <summary><see cref="hardswish"/>, in place.</summary>
        public Tensor hardswish_() => InPlace(static x => x.hardswish());

        /// <summary><see cref="hardsigmoid"/>, in place.</summary>
        public Tensor hardsigmoid_() => InPlace(static x => x.hardsigmoid());

        /// <summary>The first half along a dimension times the logistic function of the second.</summary>
        /// <exception cref="ArgumentException">The size of the dimension is odd.</exception>
        public Tensor glu(long dim = -1)
        {
            var n = size((int)dim);
            if (n % 2 != 0)
                throw new ArgumentException($"Halving dimension must be even, but dimension {dim} is size {n}");
            return narrow(dim, 0, n / 2).mul(narrow(dim, n / 2, n / 2).sigmoid());
        }
    }
}
