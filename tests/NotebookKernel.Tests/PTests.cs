namespace X;
public class PTests
{
    [Fact]
    public void P() => Assert.Equal(1, 1);
}
