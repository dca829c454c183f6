using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Models;

public class CausalSelfAttentionTests
{
    [Fact]
    public void Forward_ChangingAToken_LeavesEarlierPositionsAlone()
    {
        manual_seed(2);
        var attention = new CausalSelfAttention(width: 8, heads: 2);
        var x = randn(1, 5, 8);
        var changed = x.clone();
        changed[0, 3] = changed[0, 3] + 1;                          // position 3 of 5

        var (before, after) = (Numbers(attention.call(x)), Numbers(attention.call(changed)));

        Assert.Equal(before[..(3 * 8)], after[..(3 * 8)]);
        Assert.NotEqual(before[(3 * 8)..], after[(3 * 8)..]);
    }

    [Fact]
    public void Forward_ASingleToken_IsItsValueProjected()
    {
        manual_seed(2);
        var attention = new CausalSelfAttention(width: 4, heads: 1);
        var x = randn(1, 1, 4);
        var w = attention.state_dict();

        var value = nn.functional.linear(x, w["c_attn.weight"], w["c_attn.bias"]).chunk(3, -1)[2];
        var expected = nn.functional.linear(value, w["c_proj.weight"], w["c_proj.bias"]);

        Assert.Equal(Numbers(expected), Numbers(attention.call(x)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    private static float[] Numbers(Tensor t) => [.. t.contiguous().data<float>()];
}
