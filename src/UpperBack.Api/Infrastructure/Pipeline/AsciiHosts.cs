namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>The host of an address in the form in which it is looked up.</summary>
internal static class AsciiHosts
{
    extension(Uri address)
    {
        /// <summary>The host with letters beyond ASCII in punycode. Null when that cannot be written, for which the framework throws.</summary>
        public string? AsciiHost
        {
            get
            {
                try
                {
                    return address.IdnHost;
                }
                catch (UriFormatException)
                {
                    return null;
                }
            }
        }
    }
}
