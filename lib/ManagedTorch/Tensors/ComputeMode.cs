namespace TorchSharp;

/// <summary>How a Euclidean distance is computed; has no effect here: always by differences, exactly.</summary>
public enum compute_mode
{
    /// <summary>As the sizes suggest.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By a matrix product.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>By differences.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
