using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>/v1/sources.</summary>
public sealed class SourceCollection : Collection<Source>
{
    /// <summary>Ranks sources behind the documents that cite them.</summary>
    public override double Prominence => 0.3;

    /// <summary>Declares the collection.</summary>
    public SourceCollection() : base("sources", "source", "Publications that the catalogue's claims rest on, what each supports, and how much of it was read.")
    {
        Choice<SourceKind>("kind", s => [s.Kind], "What sort of publication it is.");
        Choice<SourceAccess>("access", s => [s.Access], "How much of it was read.");
        Number("year", s => s.Year, "Year of publication.");
        Keyword("doi", s => [s.Doi], "Digital object identifier.");

        Text("title", SearchWeight.Summary, s => [s.Title]);
        Text("authors", SearchWeight.Summary, s => s.Authors);
        Text("supports", SearchWeight.Body, s => s.Supports);
    }
}
