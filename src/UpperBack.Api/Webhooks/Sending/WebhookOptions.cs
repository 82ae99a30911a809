namespace UpperBack.Api.Webhooks.Sending;

/// <summary>Where webhooks may lead: the configuration under <c>UpperBack:Webhooks</c>. Both are for development.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Whether http will do where https is asked for.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Whether addresses may be called that are not reachable from everywhere, such as this machine.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
