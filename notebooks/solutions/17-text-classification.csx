// Hints, solutions and variants of the exercises in 17-text-classification.ipynb. Lines "//# kind exercise" begin a section.

//# hint one-word
// P(word | spam) with both additions is (spamWith + 1) / (spamMails + 2): one for "with", one for "without".
//# hint one-word
// The prior of spam is spamMails / (spamMails + goodMails).
//# hint one-word
// Bayes: prior times likelihood of spam, divided by the sum of that for spam and for good mail. Divide doubles.
//# solution one-word
double SpamByWord(int spamWith, int spamMails, int goodWith, int goodMails)
{
    var spam = spamMails * (spamWith + 1.0) / (spamMails + 2);
    var good = goodMails * (goodWith + 1.0) / (goodMails + 2);
    return spam / (spam + good);
}
//# right one-word : with the odds
double SpamByWord(int spamWith, int spamMails, int goodWith, int goodMails)
{
    var odds = (double)spamMails / goodMails * ((spamWith + 1.0) / (spamMails + 2)) / ((goodWith + 1.0) / (goodMails + 2));
    return odds / (1 + odds);
}
//# wrong one-word : no smoothing
double SpamByWord(int spamWith, int spamMails, int goodWith, int goodMails)
{
    return spamWith / (double)(spamWith + goodWith);
}
//# wrong one-word : forgets the prior
double SpamByWord(int spamWith, int spamMails, int goodWith, int goodMails)
{
    var (spam, good) = ((spamWith + 1.0) / (spamMails + 2), (goodWith + 1.0) / (goodMails + 2));
    return spam / (spam + good);
}

//# hint negation
// Go through text.Split(' ') and remember in a bool whether you are after a negation.
//# hint negation
// A token of a sign ends it: !token.All(c => char.IsLetter(c) || c == '\'').
//# hint negation
// The negating word switches the bool on after it was written itself; while it is on, other words get "not_".
//# solution negation
string MarkNegation(string text)
{
    var (after, marked) = (false, new List<string>());
    foreach (var token in text.Split(' '))
    {
        var negates = token is "not" or "no" or "never" || token.EndsWith("n't");
        if (!token.All(c => char.IsLetter(c) || c == '\'')) after = false;
        marked.Add(after && !negates ? "not_" + token : token);
        after |= negates;
    }
    return string.Join(' ', marked);
}
//# right negation : with a fold
string MarkNegation(string text) => text.Split(' ').Aggregate((Text: "", After: false), (state, token) =>
{
    var negates = new[] { "not", "no", "never" }.Contains(token) || token.EndsWith("n't");
    var isWord = token.All(c => char.IsLetter(c) || c == '\'');
    var after = state.After && isWord;
    return (state.Text + " " + (after && !negates ? "not_" : "") + token, after || negates);
}).Text[1..];
//# wrong negation : only the next word
string MarkNegation(string text)
{
    var tokens = text.Split(' ');
    return string.Join(' ', tokens.Select((token, i) => i > 0 && tokens[i - 1] is "not" or "no" or "never" ? "not_" + token : token));
}
//# wrong negation : marks a negating word inside a negation
string MarkNegation(string text)
{
    var (after, marked) = (false, new List<string>());
    foreach (var token in text.Split(' '))
    {
        if (!token.All(c => char.IsLetter(c) || c == '\'')) after = false;
        marked.Add(after ? "not_" + token : token);
        after |= token is "not" or "no" or "never" || token.EndsWith("n't");
    }
    return string.Join(' ', marked);
}
//# wrong negation : never ends
string MarkNegation(string text)
{
    var (after, marked) = (false, new List<string>());
    foreach (var token in text.Split(' '))
    {
        marked.Add(after ? "not_" + token : token);
        after |= token is "not" or "no" or "never" || token.EndsWith("n't");
    }
    return string.Join(' ', marked);
}

//# hint online-bayes
// Keep, for each label, the number of texts, the number of words, and a dictionary of counts; and one set of all words.
//# hint online-bayes
// The score of a label is ln(texts of the label / all texts) + Σ ln((count + 1) / (words of the label + size of the set)).
//# hint online-bayes
// Turn scores into a probability last: subtract the greatest score before Math.Exp, then divide by the sum.
//# solution online-bayes
class OnlineNaiveBayes
{
    private readonly Dictionary<string, (int Texts, int Words, Dictionary<string, int> Counts)> classes = [];
    private readonly HashSet<string> vocabulary = [];

    public void Learn(string[] words, string label)
    {
        var (texts, total, counts) = classes.GetValueOrDefault(label, (0, 0, []));
        foreach (var word in words) { counts[word] = counts.GetValueOrDefault(word) + 1; vocabulary.Add(word); }
        classes[label] = (texts + 1, total + words.Length, counts);
    }

    public double Probability(string[] words, string label)
    {
        var scores = classes.Keys.ToDictionary(name => name, name => Score(words, name));
        var largest = scores.Values.Max();
        return Math.Exp(scores[label] - largest) / scores.Values.Sum(score => Math.Exp(score - largest));
    }

    private double Score(string[] words, string label)
    {
        var (texts, total, counts) = classes[label];
        return Math.Log(texts / (double)classes.Values.Sum(c => c.Texts)) + words.Where(vocabulary.Contains)
            .Sum(word => Math.Log((counts.GetValueOrDefault(word) + 1.0) / (total + vocabulary.Count)));
    }
}
//# right online-bayes : keeps the texts and counts when asked
class OnlineNaiveBayes
{
    private readonly List<(string[] Words, string Label)> seen = [];

    public void Learn(string[] words, string label) => seen.Add((words, label));

    public double Probability(string[] words, string label)
    {
        var vocabulary = seen.SelectMany(text => text.Words).ToHashSet();
        var known = words.Where(vocabulary.Contains).ToArray();
        var scores = seen.Select(text => text.Label).Distinct().ToDictionary(name => name, name =>
        {
            var own = seen.Where(text => text.Label == name).SelectMany(text => text.Words).ToArray();
            var counts = own.CountBy(word => word).ToDictionary();
            return Math.Log(seen.Count(text => text.Label == name) / (double)seen.Count)
                + known.Sum(word => Math.Log((counts.GetValueOrDefault(word) + 1.0) / (own.Length + vocabulary.Count)));
        });
        return 1 / scores.Values.Sum(score => Math.Exp(score - scores[label]));
    }
}
//# wrong online-bayes : multiplies
class OnlineNaiveBayes
{
    private readonly Dictionary<string, (int Texts, int Words, Dictionary<string, int> Counts)> classes = [];
    private readonly HashSet<string> vocabulary = [];

    public void Learn(string[] words, string label)
    {
        var (texts, total, counts) = classes.GetValueOrDefault(label, (0, 0, []));
        foreach (var word in words) { counts[word] = counts.GetValueOrDefault(word) + 1; vocabulary.Add(word); }
        classes[label] = (texts + 1, total + words.Length, counts);
    }

    public double Probability(string[] words, string label) => Score(words, label) / classes.Keys.Sum(name => Score(words, name));

    private double Score(string[] words, string label)
    {
        var (texts, total, counts) = classes[label];
        return words.Where(vocabulary.Contains).Aggregate(texts / (double)classes.Values.Sum(c => c.Texts),
            (p, word) => p * (counts.GetValueOrDefault(word) + 1.0) / (total + vocabulary.Count));
    }
}
//# wrong online-bayes : counts only the class's own words as vocabulary
class OnlineNaiveBayes
{
    private readonly Dictionary<string, (int Texts, int Words, Dictionary<string, int> Counts)> classes = [];

    public void Learn(string[] words, string label)
    {
        var (texts, total, counts) = classes.GetValueOrDefault(label, (0, 0, []));
        foreach (var word in words) counts[word] = counts.GetValueOrDefault(word) + 1;
        classes[label] = (texts + 1, total + words.Length, counts);
    }

    public double Probability(string[] words, string label) =>
        1 / classes.Keys.Sum(name => Math.Exp(Score(words, name) - Score(words, label)));

    private double Score(string[] words, string label)
    {
        var (texts, total, counts) = classes[label];
        return Math.Log(texts / (double)classes.Values.Sum(c => c.Texts))
            + words.Sum(word => Math.Log((counts.GetValueOrDefault(word) + 1.0) / (total + counts.Count)));
    }
}
