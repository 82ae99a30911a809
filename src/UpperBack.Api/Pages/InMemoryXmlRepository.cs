using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace UpperBack.Api.Pages;

/// <summary>
/// Razor components register data protection, which creates a key when the process starts. These pages protect nothing with it, so
/// the key stays in memory: no file, and no warning about one.
/// </summary>
internal sealed class InMemoryXmlRepository : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _elements = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => _elements;

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => _elements.Enqueue(element);
}
