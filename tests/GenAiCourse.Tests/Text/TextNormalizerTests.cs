using System.Text;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class TextNormalizerTests
{
    [Theory]
    // Unicode Standard Annex 15, figures 3 to 6, and Python's unicodedata.
    [InlineData("\u212b", "\u00c5", "\u00c5")]                  // ångström sign
    [InlineData("e\u0301", "\u00e9", "\u00e9")]
    [InlineData("s\u0323\u0307", "\u1e69", "\u1e69")]
    [InlineData("\ufb01ne", "\ufb01ne", "fine")]                // ligature
    [InlineData("2\u2075", "2\u2075", "25")]                    // superscript
    [InlineData("\u2460", "\u2460", "1")]                       // circled
    [InlineData("\uff21", "\uff21", "A")]                       // full width
    [InlineData("\u1112\u1161\u11ab", "\ud55c", "\ud55c")]      // Hangul
    public void Normalize_TheForms_AreUnicodes(string text, string composed, string compatible)
    {
        Assert.Equal(composed, new TextNormalizer().Normalize(text));
        Assert.Equal(compatible, new TextNormalizer { Form = NormalizationForm.FormKC }.Normalize(text));
    }

    [Theory]
    // What Python's str.casefold gives.
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ẞ", "ss")]
    [InlineData("ΣΑΣ", "σασ")]
    [InlineData("σας", "σασ")]
    [InlineData("Москва", "москва")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("Iı", "iı")]
    [InlineData("𐐀", "𐐨")]
    public void Normalize_FoldCase_MakesCasesMeet(string text, string folded) =>
        Assert.Equal(folded, new TextNormalizer { FoldCase = true }.Normalize(text));

    [Theory]
    [InlineData("naïve café", "naive cafe")]
    [InlineData("Ångström", "Angstrom")]
    [InlineData("Việt", "Viet")]
    [InlineData("e\u0301", "e")]
    [InlineData("ά й", "α и")]
    [InlineData("ø ł æ", "ø ł æ")]
    [InlineData("が", "が")]
    [InlineData("한", "한")]
    [InlineData("हिन्दी", "हिन्दी")]
    public void Normalize_RemoveAccents_TakesMarksOffLettersOnly(string text, string plain) =>
        Assert.Equal(plain, new TextNormalizer { RemoveAccents = true }.Normalize(text));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    [InlineData("  a \u00a0\u2003 b\tc\u2028", "a b c")]
    [InlineData("a\u200bb", "a\u200bb")]
    public void Normalize_CollapseWhiteSpace_LeavesSingleSpacesInside(string text, string collapsed) =>
        Assert.Equal(collapsed, new TextNormalizer { CollapseWhiteSpace = true }.Normalize(text));

    [Fact]
    public void ForSearch_DoesAllOfIt() =>
        Assert.Equal(
            "the efficient istanbul cafe 1",
            TextNormalizer.ForSearch.Normalize(" The e\ufb03cient İstanbul\u00a0CAFÉ ① "));

    [Fact]
    public void Normalize_Twice_IsOnce()
    {
        foreach (var normalizer in (TextNormalizer[])
            [new(), TextNormalizer.ForSearch, new() { FoldCase = true }, new() { Form = NormalizationForm.FormKD }])
            for (var point = 0; point < 0x20000; point++)
            {
                if (!Rune.IsValid(point) || point == 0xfffe) continue;
                var once = normalizer.Normalize($"a{new Rune(point)} b\u0301");
                Assert.Equal(once, normalizer.Normalize(once));
            }
    }

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ufffe')]
    public void Normalize_WhatIsNoCharacter_IsRefused(char broken) =>
        Assert.Throws<ArgumentException>(() => new TextNormalizer().Normalize($"broken {broken}"));

    [Fact]
    public void Normalize_Null_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => TextNormalizer.ForSearch.Normalize(null!));
}
