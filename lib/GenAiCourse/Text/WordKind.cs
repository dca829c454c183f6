namespace GenAiCourse.Text;

/// <summary>What a token of <see cref="WordTokenizer"/> is.</summary>
public enum WordKind
{
    /// <summary>Letters, with what stands inside a word: "state-of-the-art", "n't", "U.S.", "F16".</summary>
    Word,

    /// <summary>Digits, with what stands inside a number: "1,024.5", "12:30", "9/11", "3rd".</summary>
    Number,

    /// <summary>An address: "https://…", "www.…", "example.org", "name@example.org", a file's name.</summary>
    Address,

    /// <summary>"#topic" or "@name".</summary>
    Tag,

    /// <summary>A picture (one whole grapheme cluster) or a face of signs: "👩‍💻", ":-)".</summary>
    Emoji,

    /// <summary>A sign, or a run of the same one: ",", "...", "!!!", "$".</summary>
    Punctuation,
}
