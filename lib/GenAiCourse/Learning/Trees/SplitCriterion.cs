namespace GenAiCourse.Learning;

/// <summary>How mixed the labels of a node are; 0 when they are all the same.</summary>
public enum SplitCriterion
{
    /// <summary>1 − Σ p², the chance that two rows drawn from the node differ (Breiman et al., 1984).</summary>
    Gini,

    /// <summary>−Σ p log₂ p, in bits (Quinlan, 1986).</summary>
    Entropy,
}
