using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace ManagedTorch.Tests.Distributions;

/// <summary>Draws from seed 5, log-probabilities, entropies and moments of PyTorch 1.13.</summary>
public class DistributionTests
{
    private static readonly Dictionary<string, (Func<Distribution> Make, double[] Value)> Made = new()
    {
        ["Normal"] = (() => Normal(T(0, 1.5), T(1, .3)), [.4, 1.2]),
        ["Uniform"] = (() => Uniform(T(0, -1), T(2, 3)), [.4, 1.2]),
        ["Laplace"] = (() => Laplace(T(0, 1.5), T(1, .3)), [.4, 1.2]),
        ["Gamma"] = (() => Gamma(T(.5, 3), T(2, .7)), [.4, 1.2]),
        ["Beta"] = (() => Beta(T(.5, 3), T(2, 1.7)), [.4, .7]),
        ["Exponential"] = (() => Exponential(T(.5, 3)), [.4, 1.2]),
        ["Poisson"] = (() => Poisson(T(.5, 14)), [0, 9]),
        ["Dirichlet"] = (() => Dirichlet(T(.5, 3, 1.2)), [.2, .5, .3]),
        ["Bernoulli"] = (() => Bernoulli(T(.2, .7)), [0, 1]),
        ["Categorical"] = (() => Categorical(T(.2, .7, 1)), [2, 0]),
        ["BernoulliLogits"] = (() => Bernoulli(logits: T(.2, -.7)), [0, 1]),
        ["CategoricalLogits"] = (() => Categorical(logits: T(.2, -.7, 1)), [2, 0]),
    };

    public static TheoryData<string, double[], double[], double[], double[], double[], double[]> Rows => new()
    {
        { "Normal", [-0.48678075071242677, 1.318853523634799, -0.5580962308236769, 1.7002572904603468],
            [-0.9989385332046727, -0.21496572887873666], [1.4189385332046727, 0.21496572887873655],
            [0.6554217416103242, 0.15865525393145702], [0.0, 1.5], [1.0, 0.09] },
        { "Uniform", [1.2840300132561882, 0.039031660705261206, 0.7216552388543085, 0.2605304325962021],
            [-0.6931471805599453, -1.3862943611198906], [0.6931471805599453, 1.3862943611198906],
            [0.2, 0.55], [1.0, 1.0], [0.3333333333333333, 1.3333333333333333] },
        { "Laplace", [0.3341170308556436, 1.3035426010136932, -0.3262077626448442, 1.3615156290203738],
            [-1.0931471805599453, -0.4891743762340095], [1.6931471805599454, 0.4891743762340093],
            [0.6648399769821803, 0.1839397205857211], [0.0, 1.5], [2.0, 0.18] },
        { "Gamma", [0.07081516150436178, 6.4645082256904045, 0.0023524093021962027, 2.293128836172904],
            [-0.56764598670765, -2.2385288987882337], [-0.6025372506459566, 2.204253454301744],
            [], [0.25, 4.285714285714286], [0.125, 6.122448979591837] },
        { "Beta", [0.042291862700078196, 0.8993483049486098, 0.06769764114583024, 0.6470640196911075],
            [-0.3403623302806941, 0.5829348122570673], [-0.7652789553347761, -0.2495735597652562],
            [], [0.2, 0.6382978723404255], [0.045714285714285714, 0.040504157632651104] },
        { "Exponential", [2.0545284228311775, 0.10025933487648563, 0.8951621896605211, 0.12617668266645052],
            [-0.8931471805599454, -2.5013877113318896], [1.6931471805599454, -0.09861228866810978],
            [0.18126924692201818, 0.9726762775527075], [2.0, 0.3333333333333333], [4.0, 0.1111111111111111] },
        { "Poisson", [1.0, 12.0, 0.0, 19.0],
            [-0.5, -3.050311513544143], [],
            [], [0.5, 14.0], [0.5, 14.0] },
{ "Dirichlet", [0.021836790397441058, 0.6976957737840369, 0.28046743581852196, 0.0023414840994141297,
            0.5233288836763952, 0.47432963222419067],
            [0.7338971470662097], [-1.8821623403494154],
[], [0.10638297872340426, 0.6382978723404255, 0.2553191489361702], [0.016678182554621047, 0.04050415763265111,
            0.033356365109242093] },
        { "Bernoulli", [0.0, 1.0, 0.0, 1.0],
            [-0.22314355131420976, -0.3566749439387324], [0.5004024235381879, 0.6108643020548934],
            [], [0.2, 0.7], [0.16000000000000003, 0.21000000000000002] },
        { "Categorical", [2.0, 1.0],
            [-0.6418538861723948, -2.251291798606495], [0.9426749615639383],
            [], [double.NaN], [double.NaN] },
        { "BernoulliLogits", [0.0, 1.0, 1.0, 1.0],
            [-0.7981388693815918, -1.103186048885458], [0.6881720699190962, 0.6354546083677415],
            [], [0.549833997312478, 0.3318122278318339], [0.24751657271185995, 0.22171287329310907] },
        { "CategoricalLogits", [2.0, 0.0],
            [-0.4898139085775626, -1.2898139085775626], [0.900365400701715],
            [], [double.NaN], [double.NaN] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Distribution_DrawsAndTellsWhatPyTorchDoes(string name, double[] draws, double[] logProbs,
        double[] entropies, double[] cdf, double[] means, double[] variances)
    {
        using var distribution = Made[name].Make();
        var value = T(Made[name].Value);
        manual_seed(5);
        Near.Equal(draws, Values(distribution.sample(2)), 1e-12, "draws");
        Near.Equal(logProbs, Values(distribution.log_prob(value)), 1e-12, "log_prob");
        if (entropies.Length > 0) Near.Equal(entropies, Values(distribution.entropy()), 1e-12, "entropy");
        else Assert.Throws<NotSupportedException>(distribution.entropy);
        if (cdf.Length > 0) Near.Equal(cdf, Values(distribution.cdf(value)), 1e-12, "cdf");
        Near.Equal(means, Values(distribution.mean), 1e-12, "mean");
        Near.Equal(variances, Values(distribution.variance), 1e-12, "variance");
        long[] batch = [3, .. distribution.batch_shape];
        Assert.Equal([.. batch, .. distribution.event_shape], distribution.expand(batch).sample().shape);
    }

    [Theory]
    [InlineData("Normal")]
    [InlineData("Uniform")]
    [InlineData("Laplace")]
    [InlineData("Exponential")]
    public void Icdf_UndoesCdf(string name)
    {
        using var distribution = Made[name].Make();
        Near.Equal(Made[name].Value, Values(distribution.icdf(distribution.cdf(T(Made[name].Value)))), 1e-9);
    }

    [Fact]
    public void LogProbAndEntropy_HaveGradientsForTheParameters()
    {
        GradCheck.Check(x => Normal(x[0], x[1].exp()).log_prob(T(.3, 2)), null, [2], [2]);
        GradCheck.Check(x => Gamma(x[0].exp(), x[1].exp()).log_prob(T(.3, 2)), null, [2], [2]);
        GradCheck.Check(x => Dirichlet(x[0].exp()).entropy(), null, [3]);
        GradCheck.Check(x => Categorical(logits: x[0]).log_prob(tensor(new long[] { 2, 0 })), null, [2, 3]);
        GradCheck.Check(x => Bernoulli(logits: x[0]).entropy(), null, [3]);
    }

    [Fact]
    public void Rsample_OfTheNormal_MovesWithItsParameters() => GradCheck.Check(x =>
    {
        manual_seed(1);
        return Normal(x[0], x[1].exp()).rsample(4);
    }, null, [2], [2]);

#if MANAGED_ENGINE
    // At a fixed quantile the draw x of shape a satisfies P(a, x) = u; its slope by finite differences.
    [Theory]
    [InlineData(.3, .05)]
    [InlineData(1, 1.7)]
    [InlineData(2.5, 3.5)]
    [InlineData(9, 5.9)]
    [InlineData(40, 60)]
    public void Rsample_OfTheGamma_HasTheSlopeOfItsQuantile(double shape, double x)
    {
        double Quantile(double a, double u)
        {
            var (low, high) = (0.0, 1000.0);
            for (var i = 0; i < 200; i++)
            {
                var middle = (low + high) / 2;
                if (special.gammainc(tensor(a), tensor(middle)).item<double>() < u) low = middle;
                else high = middle;
            }

            return low;
        }

        const double Step = 1e-4;
        var share = special.gammainc(tensor(shape), tensor(x)).item<double>();
        var expected = (Quantile(shape + Step, share) - Quantile(shape - Step, share)) / (2 * Step);
        var actual = tensor(new[] { shape }).SlopeOfGamma(tensor(new[] { x })).item<double>();
        Assert.Equal(expected, actual, 1e-6 * Math.Abs(expected));
    }
#endif

    [Fact]
    public void StandardGamma_OfSeveralShapes_DrawsPyTorchsNumbers()
    {
        double[] shapes = [.3, 1, 2.5, 9];
        manual_seed(5);
        Near.Equal([0.029668617901482564, 1.7731961540419523, 3.5356675485967957, 5.91108807319167],
            Values(_standard_gamma(T(shapes))), 1e-14);
        manual_seed(5);
        Near.Equal([0.029668617993593216, 1.7731961011886597, 3.535667657852173, 5.911088466644287],
            Values(_standard_gamma(T(shapes).to(ScalarType.Float32)).@double()), 0);
        manual_seed(5);
        Assert.Equal([0, 3, 10, 10, 211], Values(poisson(T(.3, 4, 9, 12, 200))));
        manual_seed(5);
        Near.Equal([0.6227802809678634, 0.49280428294085843, 0.5399965860100822],
            Values(empty(3, ScalarType.Float64).log_normal_(.5, 2)), 1e-14);
    }

    [Fact]
    public void Parameters_NeitherOrBoth_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Categorical());
        Assert.Throws<ArgumentException>(() => Bernoulli(ones(1), ones(1)));
        Assert.Throws<ArgumentException>(() => Categorical(tensor(1.0)));
        Assert.Throws<ArgumentException>(() => poisson(tensor(new[] { -1.0 })));
    }

    private static Tensor T(params double[] values) => tensor(values);

    private static double[] Values(Tensor x) => x.detach().@double().contiguous().data<double>().ToArray();
}
