namespace UpperBack.Api.Http;

/// <summary>A setting that the service cannot start with; the message says what is wrong with it.</summary>
internal sealed class SettingException(string setting, string value, string expected) : Exception($"The setting {setting} must be {expected}; it is “{value}”.");
