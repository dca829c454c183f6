namespace GenAiCourse.Text;

/// <summary>The part of speech that <see cref="Lemmatizer"/> has to be told.</summary>
public enum WordClass
{
    /// <summary>A common noun: "mice".</summary>
    Noun,

    /// <summary>A verb or an auxiliary: "went".</summary>
    Verb,

    /// <summary>An adjective: "happier".</summary>
    Adjective,

    /// <summary>An adverb: "sooner".</summary>
    Adverb,

    /// <summary>Anything else; it is only lower-cased.</summary>
    Other,
}
