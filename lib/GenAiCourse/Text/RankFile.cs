using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace GenAiCourse.Text;

/// <summary>Reads the two forms in which OpenAI publishes byte-pair vocabularies.</summary>
internal static class RankFile
{
    /// <summary>Reads lines of a token's bytes in base64, a space, and its rank, which is its id.</summary>
    /// <exception cref="InvalidDataException">A line is something else.</exception>
    public static List<(byte[] Bytes, int Id)> ReadTiktoken(Stream stream)
    {
        var tokens = new List<(byte[], int)>(200_000);
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var bytes = new byte[Math.Max(0, space) * 3 / 4];
            if (space <= 0
                    || !Convert.TryFromBase64Chars(line.AsSpan(0, space), bytes, out var length)
                    || !Utf8Parser.TryParse(Encoding.ASCII.GetBytes(line[(space + 1)..]), out int id, out var digits)
                    || digits != line.Length - space - 1)
                throw new InvalidDataException(
                    $"line {number}: expected base64, a space and a rank, got \"{Shortened(line)}\"");
            tokens.Add((bytes[..length], id));
        }
        return tokens;
    }

    /// <summary>Reads GPT-2's merges (vocab.bpe) and checks them against its ids (encoder.json).</summary>
    /// <remarks>
    /// Both name bytes by printable characters: those of ! to ~, ¡ to ¬ and ® to ÿ by themselves, the other 68 by
    /// U+0100 and up. The bytes in this order are the first 256 ids, the merges the next: Radford et al., 2019,
    /// https://github.com/openai/gpt-2, src/encoder.py.
    /// </remarks>
    /// <exception cref="InvalidDataException">A line is no merge, or the files disagree.</exception>
    public static List<(byte[] Bytes, int Id)> ReadGpt2(Stream vocabBpe, Stream encoderJson)
    {
        var order = Enumerable.Range('!', '~' - '!' + 1)
            .Concat(Enumerable.Range('¡', '¬' - '¡' + 1))
            .Concat(Enumerable.Range('®', 'ÿ' - '®' + 1))
            .ToList();
        var byteOf = order.ToDictionary(value => (char)value, value => (byte)value);
        foreach (var value in Enumerable.Range(0, 256).Except(order).ToList())
        {
            byteOf[(char)(256 + order.Count - 188)] = (byte)value;
            order.Add(value);
        }

        var tokens = order.Select((value, id) => (Bytes: new[] { (byte)value }, Id: id)).ToList();
        using var reader = new StreamReader(vocabBpe, Encoding.UTF8, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || (number == 1 && line.StartsWith("#version", StringComparison.Ordinal))) continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var name = space > 0 ? line.Remove(space, 1) : "";
            if (space <= 0 || space == line.Length - 1 || !name.All(byteOf.ContainsKey))
                throw new InvalidDataException(
                    $"vocab.bpe, line {number}: expected two tokens and a space between, got \"{Shortened(line)}\"");
            tokens.Add(([.. name.Select(character => byteOf[character])], tokens.Count));
        }

        Check(tokens, encoderJson, byteOf);
        return tokens;
    }

    private static void Check(
        List<(byte[] Bytes, int Id)> tokens, Stream encoderJson, Dictionary<char, byte> byteOf)
    {
        var nameOf = byteOf.ToDictionary(pair => pair.Value, pair => pair.Key);
        Dictionary<string, int> ids;
        try
        {
            ids = JsonSerializer.Deserialize<Dictionary<string, int>>(encoderJson) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("encoder.json: expected an object of tokens and their ids", e);
        }
        foreach (var (bytes, id) in tokens)
        {
            var name = string.Concat(bytes.Select(value => nameOf[value]));
            if (!ids.TryGetValue(name, out var given) || given != id)
                throw new InvalidDataException(
                    $"encoder.json: expected id {id} for \"{name}\" as vocab.bpe has it, "
                    + $"got {(ids.ContainsKey(name) ? given : "none")}; the files are not of one vocabulary");
        }
    }

    private static string Shortened(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
