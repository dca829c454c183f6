// Hints, solutions and variants of the exercises in 15-text-preprocessing.ipynb. Lines "//# kind exercise" begin a section.

//# hint mask
// Three calls of Regex.Replace, in the order of the task: what is replaced first cannot be found again.
//# hint mask
// A web address: https?://\S+ . A mail address: [\w.+-]+@[\w-]+(\.[\w-]+)+ .
//# hint mask
// A number: \d+([.,]\d+)* takes a comma or period only where digits follow.
//# solution mask
string Mask(string text)
{
    text = Regex.Replace(text, @"https?://\S+", "<url>");
    text = Regex.Replace(text, @"[\w.+-]+@[\w-]+(\.[\w-]+)+", "<mail>");
    return Regex.Replace(text, @"\d+([.,]\d+)*", "<number>");
}
//# right mask : one expression with a choice
string Mask(string text) => Regex.Replace(text, @"(?<url>https?://\S+)|(?<mail>[\w.+-]+@[\w-]+(\.[\w-]+)+)|\d+([.,]\d+)*",
    match => match.Groups["url"].Success ? "<url>" : match.Groups["mail"].Success ? "<mail>" : "<number>");
//# wrong mask : takes the period at the end of a sentence
string Mask(string text)
{
    text = Regex.Replace(text, @"https?://\S+", "<url>");
    text = Regex.Replace(text, @"[\w.+-]+@[\w-]+(\.[\w-]+)+", "<mail>");
    return Regex.Replace(text, @"\d[\d.,]*", "<number>");
}
//# wrong mask : numbers first
string Mask(string text)
{
    text = Regex.Replace(text, @"\d+([.,]\d+)*", "<number>");
    text = Regex.Replace(text, @"[\w.+-]+@[\w-]+(\.[\w-]+)+", "<mail>");
    return Regex.Replace(text, @"https?://\S+", "<url>");
}

//# hint measure
// Walk through the letters and remember whether the letter before was a vowel.
//# hint measure
// Each step from a vowel to a consonant adds 1 to m.
//# hint measure
// y is a vowel when a letter stands before it and that letter is a consonant.
//# solution measure
int Measure(string word)
{
    var (m, vowelBefore) = (0, false);
    for (var i = 0; i < word.Length; i++)
    {
        var vowel = "aeiou".Contains(word[i]) || (word[i] == 'y' && i > 0 && !vowelBefore);
        if (vowelBefore && !vowel) m++;
        vowelBefore = vowel;
    }
    return m;
}
//# right measure : with a pattern of v and c
int Measure(string word)
{
    var pattern = "";
    foreach (var letter in word)
        pattern += "aeiou".Contains(letter) || (letter == 'y' && pattern.EndsWith('c')) ? 'v' : 'c';
    return Regex.Matches(pattern, "vc").Count;
}
//# wrong measure : y is always a vowel
int Measure(string word) => Regex.Matches(word, "[aeiouy]+[^aeiouy]+").Count;
//# wrong measure : counts runs of vowels
int Measure(string word) => Regex.Matches(word, "[aeiou]+|(?<=[^aeiou])y").Count;

//# hint spelling
// First: if (known.ContainsKey(word)) return word;
//# hint spelling
// For each place i from 0 to word.Length, split the word into word[..i] and word[i..]; the four edits are made of these two.
//# hint spelling
// Delete: left + right[1..]. Swap: left + right[1] + right[0] + right[2..]. Replace: left + letter + right[1..]. Insert: left + letter + right.
//# hint spelling
// Keep the candidates that are known; order by frequency, descending, then by the word with StringComparer.Ordinal.
//# solution spelling
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    if (known.ContainsKey(word)) return word;
    var edits = new HashSet<string>();
    for (var i = 0; i <= word.Length; i++)
    {
        var (left, right) = (word[..i], word[i..]);
        if (right.Length > 0) edits.Add(left + right[1..]);
        if (right.Length > 1) edits.Add(left + right[1] + right[0] + right[2..]);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (right.Length > 0) edits.Add(left + letter + right[1..]);
            edits.Add(left + letter + right);
        }
    }
    return edits.Where(known.ContainsKey).OrderByDescending(edit => known[edit]).ThenBy(edit => edit, StringComparer.Ordinal).FirstOrDefault(word);
}
//# right spelling : asks each known word for its distance
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    bool Near(string a, string b)
    {
        var start = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var (x, y) = (a[start..], b[start..]);
        return (x.Length > 0 && (x[1..] == y || (y.Length > 0 && x[1..] == y[1..])))
            || (y.Length > 0 && x == y[1..])
            || (x.Length > 1 && y.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..]);
    }
    if (known.ContainsKey(word)) return word;
    return known.Where(pair => Near(word, pair.Key)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key).FirstOrDefault(word);
}
//# wrong spelling : forgets swaps
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    if (known.ContainsKey(word)) return word;
    var edits = new HashSet<string>();
    for (var i = 0; i <= word.Length; i++)
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            edits.Add(word[..i] + letter + word[i..]);
            if (i == word.Length) continue;
            edits.Add(word[..i] + word[(i + 1)..]);
            edits.Add(word[..i] + letter + word[(i + 1)..]);
        }
    return edits.Where(known.ContainsKey).OrderByDescending(edit => known[edit]).ThenBy(edit => edit, StringComparer.Ordinal).FirstOrDefault(word);
}
//# wrong spelling : stops before the end, so nothing is added there
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    if (known.ContainsKey(word)) return word;
    var edits = new HashSet<string>();
    for (var i = 0; i < word.Length; i++)
    {
        var (left, right) = (word[..i], word[i..]);
        edits.Add(left + right[1..]);
        if (right.Length > 1) edits.Add(left + right[1] + right[0] + right[2..]);
        for (var letter = 'a'; letter <= 'z'; letter++) { edits.Add(left + letter + right[1..]); edits.Add(left + letter + right); }
    }
    return edits.Where(known.ContainsKey).OrderByDescending(edit => known[edit]).ThenBy(edit => edit, StringComparer.Ordinal).FirstOrDefault(word);
}
//# wrong spelling : of equally frequent words takes the first it meets
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    if (known.ContainsKey(word)) return word;
    var edits = new List<string>();
    for (var i = 0; i <= word.Length; i++)
    {
        var (left, right) = (word[..i], word[i..]);
        if (right.Length > 0) edits.Add(left + right[1..]);
        if (right.Length > 1) edits.Add(left + right[1] + right[0] + right[2..]);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (right.Length > 0) edits.Add(left + letter + right[1..]);
            edits.Add(left + letter + right);
        }
    }
    return edits.Where(known.ContainsKey).OrderByDescending(edit => known[edit]).FirstOrDefault(word);
}
//# wrong spelling : takes the first in order, not the most frequent
string Correct(string word, IReadOnlyDictionary<string, int> known)
{
    if (known.ContainsKey(word)) return word;
    var edits = new HashSet<string>();
    for (var i = 0; i <= word.Length; i++)
    {
        var (left, right) = (word[..i], word[i..]);
        if (right.Length > 0) edits.Add(left + right[1..]);
        if (right.Length > 1) edits.Add(left + right[1] + right[0] + right[2..]);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (right.Length > 0) edits.Add(left + letter + right[1..]);
            edits.Add(left + letter + right);
        }
    }
    return edits.Where(known.ContainsKey).Order(StringComparer.Ordinal).FirstOrDefault(word);
}
