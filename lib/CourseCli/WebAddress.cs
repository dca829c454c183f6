using System.Net;

namespace CourseCli;

/// <summary>Asks a server whether it is there.</summary>
internal static class WebAddress
{
    /// <summary>Why an address does not answer; null when it does, also when it wants a password.</summary>
    public static async Task<string?> ReachAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        try
        {
            using var answer = await client
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            // NuGet has the password, this program has not.
            return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Unauthorized
                ? null
                : FormattableString.Invariant($"answers {(int)answer.StatusCode}");
        }
        catch (HttpRequestException error)
        {
            return error.InnerException?.Message ?? error.Message;
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
    }
}
