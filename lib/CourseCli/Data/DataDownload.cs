using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;

namespace CourseCli.Data;

/// <summary>Brings one file into the folder: from its owner, or from a copy of the folder elsewhere.</summary>
/// <remarks>
/// The contents decide, never the address: what comes is unpacked as needed, hashed, and put in place only when it is
/// the manifest's. A file that was there with other contents is kept beside it, as <c>.damaged</c>.
/// </remarks>
/// <param name="client">Speaks HTTP.</param>
/// <param name="mirror">A folder or web address with the same layout as the data folder; null for the owners.</param>
/// <param name="stall">How long to wait for the next bytes.</param>
internal sealed class DataDownload(HttpClient client, string? mirror, TimeSpan stall)
{
    private const int Attempts = 3;

    /// <summary>Whether there is any place that the file can come from.</summary>
    public bool CanGet(DataFile file) => mirror is not null || file.From is not null;

    /// <summary>Fetches, checks and places a file.</summary>
    /// <returns>Null when it is in place, else why not, in words that fit after the file's name.</returns>
    public async Task<string?> GetAsync(DataFile file, DataFolder folder, CancellationToken cancellationToken)
    {
        var target = folder.PathOf(file);
        var partial = target + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var why = await FetchAsync(file, partial, cancellationToken).ConfigureAwait(false);
            if (why is not null) return why;
            if (folder.Find(file) is { } old) File.Move(old, old + ".damaged", overwrite: true);
            File.Move(partial, target);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written: {error.Message}";
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    private async Task<string?> FetchAsync(DataFile file, string partial, CancellationToken cancellationToken)
    {
        if (mirror is not null && !mirror.Contains("://", StringComparison.Ordinal))
        {
            if (new DataFolder(mirror).Find(file) is not { } path) return $"is not in {mirror}";
            return await UnpackAsync(File.ReadAllBytes(path), file, member: null, partial, cancellationToken)
                .ConfigureAwait(false);
        }
        Uri[] addresses = mirror is null
            ? [file.From!]
            : [new Uri($"{mirror.TrimEnd('/')}/{file.File}"), new Uri($"{mirror.TrimEnd('/')}/{file.File}.gz")];
        string? why = null;
        foreach (var address in addresses)
        {
            var (bytes, failure) = await DownloadAsync(address, file, cancellationToken).ConfigureAwait(false);
            if (bytes is not null)
                return await UnpackAsync(bytes, file, mirror is null ? file.Member : null, partial, cancellationToken)
                    .ConfigureAwait(false);
            why ??= failure;
        }
        return why;
    }

    private async Task<(byte[]? Bytes, string? Why)> DownloadAsync(
        Uri address, DataFile file, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DownloadOnceAsync(address, file, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (
                error is HttpRequestException or IOException or TimeoutException && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
            {
                return (null, $"{address.Host} does not deliver: {error.InnerException?.Message ?? error.Message}");
            }
        }
    }

    private async Task<(byte[]? Bytes, string? Why)> DownloadOnceAsync(
        Uri address, DataFile file, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(stall);
        try
        {
            using var answer = await client
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) answer.EnsureSuccessStatusCode();
            if (!answer.IsSuccessStatusCode)
                return (null, FormattableString.Invariant($"{address} answers {(int)answer.StatusCode}"));
            using var body = await answer.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            // An archive may hold more than the one file that is wanted.
            var most = file.Member is null ? file.Bytes + (1 << 20) : 1L << 28;
            int count;
            while ((count = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > most) return (null, $"{address} sends more than the file has");
                patience.CancelAfter(stall);
            }
            return (bytes.ToArray(), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"no data for {stall.TotalSeconds:0.#} s"));
        }
    }

    // What came may be the file, the file packed, or an archive that has it; writes the one whose hash is right.
    private static async Task<string?> UnpackAsync(
        byte[] bytes, DataFile file, string? member, string partial, CancellationToken cancellationToken)
    {
        try
        {
            using var raw = new MemoryStream(bytes);
            using var zip = member is null ? null : new ZipArchive(raw, ZipArchiveMode.Read);
            if (zip is not null && zip.GetEntry(member!) is null) return $"is not in the archive, as {member}";
            var isPacked = zip is null && bytes is [0x1f, 0x8b, ..]
                && !file.File.EndsWith(".gz", StringComparison.Ordinal);
            using var contents = zip?.GetEntry(member!)!.Open()
                ?? (isPacked ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var output = File.Create(partial);
            await using (output.ConfigureAwait(false))
            {
                var buffer = new byte[1 << 16];
                int count;
                while ((count = await contents.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    hash.AppendData(buffer, 0, count);
                    await output.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                    if (output.Length > file.Bytes) break;
                }
            }
            var got = Convert.ToHexStringLower(hash.GetHashAndReset());
            return got == file.Sha256
                ? null
                : $"came with other contents: expected SHA-256 {file.Sha256[..16]}…, got {got[..16]}…; "
                    + "nothing was changed";
        }
        catch (InvalidDataException error)
        {
            return $"came damaged: {error.Message}";
        }
    }
}
