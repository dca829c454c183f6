using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenAiCourse.Training;

/// <summary>The course's one training loop: loss, gradient, clipping, schedule, step.</summary>
public static class Trainer
{
    private const int BarWidth = 24;

    /// <summary>Trains a model.</summary>
    /// <param name="model">
    /// What is trained; it is in training mode inside the loop and in evaluation mode afterwards.
    /// </param>
    /// <param name="optimizer">Made for the model's parameters; its learning rate is set at each step.</param>
    /// <param name="loss">
    /// The loss at a step (counted from 0), a tensor of one number that depends on the parameters.
    /// </param>
    /// <param name="options">How long and how fast.</param>
    /// <param name="progress">
    /// Gets a line of text that begins with a carriage return, now and then and at the end: <c>Console.Write</c>
    /// makes it a bar.
    /// </param>
    /// <param name="cancellationToken">Ends the training early, between two steps.</param>
    /// <exception cref="InvalidOperationException">The loss is no longer a finite number.</exception>
    /// <exception cref="OperationCanceledException">
    /// The training was cancelled; the model keeps what it has learned.
    /// </exception>
    public static TrainingHistory Fit(
        Module model, optim.Optimizer optimizer, Func<int, Tensor> loss, TrainingOptions options,
        Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Steps);

        var (losses, rates, norms) = (new List<double>(), new List<double>(), new List<double>());
        model.train();
        var last = Math.Min(options.Steps, options.StopAfter ?? options.Steps);
        for (var step = 0; step < last; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rates.Add(options.LearningRate * options.Schedule(step, options.Steps));
            losses.Add(Step(model, optimizer, () => loss(step), rates[^1], options.ClipNorm, norms));
            if (!double.IsFinite(losses[^1]))
                throw new InvalidOperationException(
                    $"expected a finite loss, got {losses[^1].ToString(CultureInfo.InvariantCulture)} " +
                    $"at step {step}: " +
                    "a smaller learning rate, or a ClipNorm, often helps");
            if ((step + 1) % Math.Max(1, last / 50) == 0 || step == last - 1)
                progress?.Invoke(Bar(step + 1, options.Steps, losses));
        }
        progress?.Invoke("\n");
        model.eval();
        return new TrainingHistory(losses, rates, norms);
    }

    private static double Step(
        Module model, optim.Optimizer optimizer, Func<Tensor> loss, double rate, double? clipNorm, List<double> norms)
    {
        // TorchSharp frees a step's tensors at the end of this scope; the managed engine reuses them.
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
        optimizer.zero_grad();
        var value = loss();
        value.backward();
        if (clipNorm is { } limit) norms.Add(nn.utils.clip_grad_norm_(model.parameters(), limit));
        optimizer.step();
        return value.to_type(ScalarType.Float64).item<double>();
    }

    private static string Bar(int done, int steps, List<double> losses)
    {
        var filled = BarWidth * done / steps;
        var recent = losses.TakeLast(20).Average();
        return string.Create(CultureInfo.InvariantCulture,
            $"\r{new string('█', filled)}{new string('░', BarWidth - filled)} " +
            $"step {done}/{steps} · loss {recent:0.000}");
    }
}
