namespace GenAiCourse.Text;

/// <summary>A sentence with tags and its tree.</summary>
/// <param name="Tagged">Its words with their tags.</param>
/// <param name="Tree">Which word depends on which.</param>
public sealed record ParsedSentence(TaggedSentence Tagged, DependencyTree Tree);
