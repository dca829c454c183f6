using System.IO.Compression;
using System.Security.Cryptography;

namespace CourseCli.Data;

/// <summary>What became of looking at a file of a data set.</summary>
internal enum DataFileState
{
    /// <summary>There, with the manifest's contents.</summary>
    Right,

    /// <summary>Neither the file nor its packed form is there.</summary>
    Absent,

    /// <summary>There, with other contents, or not readable.</summary>
    Damaged,
}

/// <summary>The folder that COURSE_DATA names.</summary>
/// <param name="Root">Its path.</param>
internal sealed record DataFolder(string Root)
{
    /// <summary>The file as it lies on the disk, plain before packed; null when it is not there.</summary>
    public string? Find(DataFile file)
    {
        var plain = PathOf(file);
        return File.Exists(plain) ? plain : File.Exists(plain + ".gz") ? plain + ".gz" : null;
    }

    /// <summary>Where the file goes, unpacked.</summary>
    public string PathOf(DataFile file) => Path.Combine([Root, .. file.File.Split('/')]);

    /// <summary>Reads the file and compares it with the manifest.</summary>
    public async Task<DataFileState> CheckAsync(DataFile file, CancellationToken cancellationToken)
    {
        if (Find(file) is not { } path) return DataFileState.Absent;
        try
        {
            using var stream = File.OpenRead(path);
            using var contents = path.EndsWith(".gz", StringComparison.Ordinal)
                ? (Stream)new GZipStream(stream, CompressionMode.Decompress)
                : stream;
            var hash = await SHA256.HashDataAsync(contents, cancellationToken).ConfigureAwait(false);
            return Convert.ToHexStringLower(hash) == file.Sha256 ? DataFileState.Right : DataFileState.Damaged;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return DataFileState.Damaged;
        }
    }
}
