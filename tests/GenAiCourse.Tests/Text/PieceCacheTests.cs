using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class PieceCacheTests
{
    [Fact]
    public void TryGet_LongPiecesOfOneKey_TellsThemApart()
    {
        var (cache, key) = (new PieceCache(), new TokenKey(1, 2, 20));
        var (piece, other) = (new byte[20], new byte[20]);
        other[19] = 1;

        cache.Put(key, piece, [7, 8]);

        Assert.True(cache.TryGet(key, piece, out var ids));
        Assert.Equal([7, 8], ids.ToArray());
        Assert.False(cache.TryGet(key, other, out _));
    }
}
