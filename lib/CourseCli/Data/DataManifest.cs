using System.Text.Json;

namespace CourseCli.Data;

/// <summary>The real data sets that the course knows of: <c>data/manifest.json</c>.</summary>
/// <param name="Sets">The sets, in order of name.</param>
internal sealed record DataManifest(IReadOnlyList<DataSet> Sets)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the manifest of a repository.</summary>
    /// <exception cref="UsageException">The file is missing or no manifest.</exception>
    public static DataManifest Load(CourseRepository repository)
    {
        var path = Path.Combine(repository.Root, "data", "manifest.json");
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<DataManifest>(stream, Options)!;
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{repository.Relative(path)} cannot be read: {error.Message} (git checkout brings it back)");
        }
    }

    /// <summary>The sets with these names, in the manifest's order; "all" means every one.</summary>
    /// <exception cref="UsageException">A name is no set's.</exception>
    public IReadOnlyList<DataSet> Named(IReadOnlyCollection<string> names)
    {
        foreach (var name in names.Where(name => name != "all" && Sets.All(set => set.Name != name)))
            throw new UsageException(
                $"no data set '{name}'; there are {string.Join(", ", Sets.Select(set => set.Name))}");
        return names.Contains("all") ? Sets : [.. Sets.Where(set => names.Contains(set.Name))];
    }
}

/// <summary>One data set.</summary>
/// <param name="Name">Its folder in COURSE_DATA.</param>
/// <param name="Title">What it holds, in one line.</param>
/// <param name="By">Whose it is, with the year.</param>
/// <param name="Licence">Under which terms.</param>
/// <param name="Files">Its files.</param>
internal sealed record DataSet(string Name, string Title, string By, string Licence, IReadOnlyList<DataFile> Files)
{
    /// <summary>Bytes of all its files, unpacked.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>A file of a data set.</summary>
/// <param name="File">Where it lies in COURSE_DATA, with forward slashes; it may also lie there packed, as .gz.</param>
/// <param name="Bytes">Its length, unpacked.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its contents, unpacked.</param>
/// <param name="From">
/// Where it can be downloaded, packed or not; null when its owner has it in another form only.
/// </param>
/// <param name="Member">
/// The file's name in the zip archive that <paramref name="From"/> is; null when it is none.
/// </param>
internal sealed record DataFile(string File, long Bytes, string Sha256, Uri? From = null, string? Member = null);
