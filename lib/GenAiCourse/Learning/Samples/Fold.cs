namespace GenAiCourse.Learning;

/// <summary>Rows to learn from and rows to be judged by, as places in ascending order.</summary>
/// <param name="Train">Places of the training rows.</param>
/// <param name="Test">Places of the test rows; none is a training row.</param>
public sealed record Fold(int[] Train, int[] Test);
