namespace GenAiCourse.Data;

/// <summary>A word of a treebank's sentence: the ten columns of CoNLL-U, where "_" stands for nothing.</summary>
/// <param name="Form">The word as it is written.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Upos">The universal part of speech, such as NOUN.</param>
/// <param name="Xpos">The language's own tag, such as NNS.</param>
/// <param name="Features">Morphology, such as Number=Plur.</param>
/// <param name="Head">The word it depends on, counted from 1; 0 for the root.</param>
/// <param name="Relation">How it depends, such as nsubj.</param>
/// <param name="Enhanced">The enhanced graph.</param>
/// <param name="Miscellaneous">Anything else, such as SpaceAfter=No.</param>
public sealed record ConlluWord(
    string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation,
    string Enhanced = "_", string Miscellaneous = "_")
{
    /// <summary>Whether a space follows in the text.</summary>
    public bool SpaceAfter => !Miscellaneous.Split('|').Contains("SpaceAfter=No");
}
