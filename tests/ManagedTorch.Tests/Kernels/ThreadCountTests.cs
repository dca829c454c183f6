using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Kernels;

/// <summary>How many threads work must show in no bit of a result.</summary>
public class ThreadCountTests
{
    [Fact]
    public void TrainingSteps_OneThreadOrTwo_GiveTheSameBits()
    {
        var before = get_num_threads();
        try
        {
            Assert.Equal(Train(threads: 1), Train(threads: 2));
            Assert.Equal(Train(threads: 1), Train(threads: 3));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    // The parameters after three steps of a block with everything a small language model has; odd sizes leave rests.
    private static float[] Train(int threads)
    {
        set_num_threads(threads);
        manual_seed(5);
        const int V = 77, B = 9, T = 61, C = 72, H = 3;
        var (tokens, norm, qkv) = (Embedding(V, C), LayerNorm(C), Linear(C, 3 * C));
        var (up, down) = (Linear(C, 4 * C), Linear(4 * C, C));
        TorchSharp.Modules.Parameter[] parameters =
        [
            .. tokens.parameters(), .. norm.parameters(), .. qkv.parameters(), .. up.parameters(),
            .. down.parameters(),
        ];
        var optimizer = optim.AdamW(parameters, lr: 1e-2);
        var (ids, targets) = (randint(0, V, [B, T]), randint(0, V, [B * T]));
        for (var step = 0; step < 3; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var x = tokens.call(ids);
            Tensor[] parts = [.. qkv.call(norm.call(x)).chunk(3, -1)
                .Select(part => part.view(B, T, H, C / H).transpose(1, 2))];
            x = x + functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true)
                .transpose(1, 2).reshape(B, T, C);
            x = x + down.call(functional.gelu(up.call(norm.call(x))));
            var future = ones(T, T, dtype: ScalarType.Bool).triu(1);
            var plain = x.matmul(x.mT).masked_fill(future, double.NegativeInfinity).softmax(-1);
            var loss = functional.cross_entropy(plain.matmul(x).matmul(tokens.weight!.t()).view(-1, V), targets);
            loss.backward();
            nn.utils.clip_grad_norm_(parameters, 1);
            optimizer.step();
        }
        return [.. parameters.SelectMany(parameter => parameter.detach().data<float>().ToArray())];
    }
}
