namespace GenAiCourse.Text;

/// <summary>A word while its suffixes come off: letters in place, how many are left, and the regions R1, R2.</summary>
/// <remarks>
/// A 'y' that is a consonant stands as 'Y': the first letter, or one after a vowel. R1 starts after the first consonant
/// that follows a vowel, R2 after the next one that does. In the terms of Porter (1980), section 2, a stem has measure
/// m &gt; 0 exactly when what follows it lies in R1, and m &gt; 1 exactly when it lies in R2. No replacement of either
/// algorithm moves a border that a later rule asks for, so both are found once. Whatever is not one of a, e, i, o, u, y
/// counts as a consonant, apostrophes, digits and letters of other alphabets among them.
/// </remarks>
internal ref struct StemWord
{
    private readonly Span<char> _letters;
    private readonly int _r1;
    private readonly int _r2;

    /// <param name="letters">Lower-case letters; they are changed.</param>
    /// <param name="r1">Where R1 starts, or 0 for the rule.</param>
    public StemWord(Span<char> letters, int r1 = 0)
    {
        _letters = letters;
        Length = letters.Length;
        for (var i = 0; i < letters.Length; i++)
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        _r1 = r1 > 0 ? r1 : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; }

    /// <summary>What is left of the word.</summary>
    public readonly Span<char> Letters => _letters[..Length];

    /// <summary>Whether <paramref name="letter"/> is a vowel.</summary>
    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Whether the word ends in <paramref name="suffix"/>.</summary>
    public readonly bool Ends(string suffix) => Letters.EndsWith(suffix);

    /// <summary>Whether a suffix of that length lies in R1: the stem before it has measure m &gt; 0.</summary>
    public readonly bool InR1(int suffixLength) => Length - suffixLength >= _r1;

    /// <summary>Whether a suffix of that length lies in R2: the stem before it has measure m &gt; 1.</summary>
    public readonly bool InR2(int suffixLength) => Length - suffixLength >= _r2;

    /// <summary>Whether one of the first <paramref name="count"/> letters is a vowel.</summary>
    public readonly bool HasVowel(int count)
    {
        for (var i = 0; i < count; i++)
            if (IsVowel(_letters[i]))
                return true;
        return false;
    }

    /// <summary>
    /// Whether the first <paramref name="count"/> letters end consonant, vowel, consonant, the last not w, x or Y.
    /// </summary>
    public readonly bool EndsShort(int count) =>
        count >= 3
        && !IsVowel(_letters[count - 3])
        && IsVowel(_letters[count - 2])
        && !IsVowel(_letters[count - 1])
        && _letters[count - 1] is not ('w' or 'x' or 'Y');

    /// <summary>Takes the last <paramref name="suffixLength"/> letters off and puts others in their place.</summary>
    public void Replace(int suffixLength, string by)
    {
        by.CopyTo(_letters[(Length - suffixLength)..]);
        Length += by.Length - suffixLength;
    }

    /// <summary>Takes the last <paramref name="suffixLength"/> letters off.</summary>
    public void Cut(int suffixLength) => Length -= suffixLength;

    /// <summary>The stem, each Y a y again.</summary>
    public readonly ReadOnlySpan<char> Finish()
    {
        Letters.Replace('Y', 'y');
        return Letters;
    }

    private readonly int RegionAfter(int start)
    {
        var i = start;
        while (i < _letters.Length && !IsVowel(_letters[i])) i++;
        while (i < _letters.Length && IsVowel(_letters[i])) i++;
        return Math.Min(i + 1, _letters.Length + 1);
    }
}
