using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public class GeneratedReviewsTests
{
    [Fact]
    public void Make_ASeed_IsRepeatableBalancedAndVaried()
    {
        var reviews = GeneratedReviews.Make(1000, seed: 1);

        Assert.Equal(reviews, GeneratedReviews.Make(1000, seed: 1));
        Assert.NotEqual(reviews, GeneratedReviews.Make(1000, seed: 2));
        Assert.Equal([500, 500], reviews.CountBy(review => review.Label).Select(pair => pair.Value));
        Assert.True(reviews.Distinct().Count() > 900);
        Assert.Contains(reviews, review => review.Text.Contains(" not ", StringComparison.Ordinal));
        Assert.Empty(GeneratedReviews.Make(0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedReviews.Make(-1, seed: 1));
    }
}
