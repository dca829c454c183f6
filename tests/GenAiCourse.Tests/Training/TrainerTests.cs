using GenAiCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Training;

public class TrainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Fit_AParabola_FollowsTheClosedForm()
    {
        // Gradient descent on (w − 3)² with rate 0.1: w − 3 shrinks by 0.8 a step, so the loss at step t is 9 · 0.64^t.
        var model = new Single();

        var history = Trainer.Fit(
            model, optim.SGD(model.parameters(), 0.1), _ => (model.w - 3).pow(2).sum(),
            new TrainingOptions(6, 0.1), cancellationToken: Token);

        Assert.Equal(
            Enumerable.Range(0, 6).Select(t => 9 * Math.Pow(0.64, t)),
            history.Losses,
            (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.False(model.training);
    }

    [Fact]
    public void Fit_WithASchedule_SetsTheRateOfEachStep()
    {
        var model = new Single();

        var history = Trainer.Fit(model, optim.SGD(model.parameters(), 1), _ => model.w.sum(),
            new TrainingOptions(4, 0.5) { Schedule = (step, steps) => 1 - step / (double)steps },
            cancellationToken: Token);

        Assert.Equal([0.5, 0.375, 0.25, 0.125], history.LearningRates);
        Assert.Equal(-1.25, model.w.item<float>(), 6);      // each step moves w by its rate
    }

    [Fact]
    public void Fit_ThatStopsEarly_KeepsTheScheduleOfTheWhole()
    {
        var model = new Single();

        var history = Trainer.Fit(model, optim.SGD(model.parameters(), 1), _ => model.w.sum(),
            new TrainingOptions(4, 0.5) { Schedule = (step, steps) => 1 - step / (double)steps, StopAfter = 2 },
            cancellationToken: Token);

        Assert.Equal([0.5, 0.375], history.LearningRates);
    }

    [Fact]
    public void Fit_WithAClipNorm_ShortensTheGradientAndReportsItsLength()
    {
        var model = new Single();

        var history = Trainer.Fit(
            model, optim.SGD(model.parameters(), 1), _ => 50 * model.w.sum(),
            new TrainingOptions(1, 1) { ClipNorm = 2 },
            cancellationToken: Token);

        Assert.Equal(50, history.GradientNorms[0], 4);
        Assert.Equal(-2, model.w.item<float>(), 4);
    }

    [Fact]
    public void Fit_ALossThatIsNotFinite_StopsAndSaysWhere()
    {
        var model = new Single();

        var error = Assert.Throws<InvalidOperationException>(() => Trainer.Fit(model, optim.SGD(model.parameters(), 1),
            step => model.w.sum() * (step == 2 ? double.NaN : 1), new TrainingOptions(5, 1), cancellationToken: Token));

        Assert.Contains("at step 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_KeepsWhatWasLearned()
    {
        var model = new Single();
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Trainer.Fit(model, optim.SGD(model.parameters(), 1), step =>
        {
            if (step == 1) source.Cancel();
            return model.w.sum();
        }, new TrainingOptions(100, 1), cancellationToken: source.Token));

        Assert.Equal(-2, model.w.item<float>(), 6);
    }

    [Fact]
    public void Fit_WithProgress_WritesABarThatEndsFull()
    {
        var (model, text) = (new Single(), new List<string>());

        Trainer.Fit(
            model, optim.SGD(model.parameters(), 0.1), _ => model.w.sum(),
            new TrainingOptions(100, 0.1), text.Add, Token);

        Assert.All(text[..^1], line => Assert.StartsWith("\r", line, StringComparison.Ordinal));
        Assert.Contains("step 100/100", text[^2], StringComparison.Ordinal);
        Assert.Equal("\n", text[^1]);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(9, 1.0)]
    [InlineData(10, 1.0)]
    [InlineData(99, 0.1)]
    public void WarmupCosine_AtItsCorners_IsKnown(int step, double share) =>
        Assert.Equal(share, LearningRate.WarmupCosine(step, steps: 100, warmup: 10), 12);

    [Fact]
    public void Smoothed_AConstant_StaysConstant() =>
        Assert.All(new TrainingHistory([2, 2, 2, 2], [], []).Smoothed(), value => Assert.Equal(2, value, 12));

    private sealed class Single : nn.Module<Tensor, Tensor>
    {
        public readonly Parameter w = nn.Parameter(zeros(1));

        public Single() : base(nameof(Single)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input * w;
    }
}
