namespace NotebookKernel.Scripting.Language;

/// <summary>How well a name fits what was typed; smaller is better.</summary>
internal enum NameMatch
{
    Prefix,
    PrefixInOtherCase,
    Humps,
}

/// <summary>Compares names with what was typed.</summary>
internal static class NameMatcher
{
    /// <summary>
    /// How a name fits; null when it does not. <c>WL</c> fits <c>WriteLine</c>, <c>l_s</c> fits <c>log_softmax</c>.
    /// </summary>
    public static NameMatch? Match(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal)) return NameMatch.Prefix;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return NameMatch.PrefixInOtherCase;
        return MatchesHumps(name, typed) ? NameMatch.Humps : null;
    }

    // The first hump must be the name's first; later ones may skip some.
    private static bool MatchesHumps(string name, string typed)
    {
        var pieces = Humps(typed);
        if (pieces.Count < 2) return false;
        var humps = Humps(name);
        if (humps.Count == 0 || !Fits(humps[0], pieces[0])) return false;
        var next = 1;
        foreach (var piece in pieces.Skip(1))
        {
            while (next < humps.Count && !Fits(humps[next], piece)) next++;
            if (next++ >= humps.Count) return false;
        }
        return true;

        static bool Fits(string hump, string piece) => hump.StartsWith(piece, StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Humps(string name)
    {
        var humps = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != '_' && !char.IsUpper(name[i])) continue;
            if (i > start) humps.Add(name[start..i]);
            start = i < name.Length && name[i] == '_' ? i + 1 : i;
        }
        return humps;
    }
}
