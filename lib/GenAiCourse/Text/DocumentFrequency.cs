using System.Globalization;

namespace GenAiCourse.Text;

/// <summary>A bound on how many documents hold a term: a whole number is a count, a fraction a share.</summary>
/// <remarks>
/// As in scikit-learn, 1 is one document and 1.0 is all of them: <c>MinDocuments = 2</c>, <c>MaxDocuments = 0.5</c>.
/// </remarks>
public readonly record struct DocumentFrequency
{
    private readonly double _value;
    private readonly bool _isShare;

    private DocumentFrequency(double value, bool isShare) => (_value, _isShare) = (value, isShare);

    /// <summary>So many documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="documents"/> is negative.</exception>
    public static DocumentFrequency Count(int documents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(documents);
        return new DocumentFrequency(documents, isShare: false);
    }

    /// <summary>So large a part of the documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is NaN or outside [0, 1].</exception>
    public static DocumentFrequency Share(double share)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(share),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a share from 0 to 1, got {share}; a count of documents is a whole number"));
        return new DocumentFrequency(share, isShare: true);
    }

    /// <summary>The bound in documents, where there are so many: share · documents, not rounded.</summary>
    public double Of(int documents) => _isShare ? _value * documents : _value;

    /// <summary>A count.</summary>
    public static implicit operator DocumentFrequency(int documents) => Count(documents);

    /// <summary>A share.</summary>
    public static implicit operator DocumentFrequency(double share) => Share(share);
}
