using System.Globalization;
using CourseCli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.InvokeAsync(args, Surroundings.OfThisProcess()).ConfigureAwait(false);
