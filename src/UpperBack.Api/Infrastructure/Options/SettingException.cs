namespace UpperBack.Api.Infrastructure.Options;

/// <summary>A setting that the service cannot start with. The message says what is wrong and what would be right.</summary>
internal sealed class SettingException(string message) : Exception(message)
{
    /// <summary>A value that does not fit.</summary>
    /// <param name="setting">The name of the setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expected">What would be right, to follow "must be".</param>
    public SettingException(string setting, string value, string expected) : this($"The setting {setting} must be {expected}; it is “{value}”.")
    {
    }
}
