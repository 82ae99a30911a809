using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Metadata;
using Marten;
using Marten.Schema;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Audit;
using UpperBack.Store.Documents;
using UpperBack.Store.Keys;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace UpperBack.Store;

/// <summary>How Marten keeps the documents: their types, identities, columns and indexes.</summary>
internal static class StoreConfiguration
{
    /// <summary>The PostgreSQL schema of the service.</summary>
    public const string Schema = "upperback";

    /// <summary>The sequence that numbers audit entries.</summary>
    public const string AuditSequence = $"{Schema}.audit_number";

    /// <summary>Configures the store on a source of connections.</summary>
    public static void Configure(StoreOptions options, NpgsqlDataSource dataSource)
    {
        options.Connection(dataSource);
        options.DatabaseSchemaName = Schema;
        // DatabaseSchema applies changes, once and before anything else.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.DisableNpgsqlLogging = true;
        options.UseSystemTextJsonForSerialization(Json(), EnumStorage.AsString, Casing.CamelCase);
        options.Advanced.DuplicatedFieldEnumStorage = EnumStorage.AsString;
        options.Policies.ForAllDocuments(Configure);
        options.RegisterDocumentTypes(
        [
            .. CollectionRegistry.All.Select(collection => collection.Shape.Type),
            typeof(DocumentHead), typeof(Revision), typeof(StoredTranslation), typeof(Rendering), typeof(Change), typeof(CatalogueState), typeof(ServiceState),
            typeof(AuditEntry), typeof(ApiKey), typeof(IdempotentResponse), typeof(WebhookSubscription), typeof(OutboxMessage),
        ]);
        options.Storage.ExtendedSchemaObjects.Add(new Sequence(PostgresqlProvider.Instance.Parse(AuditSequence)));
    }

    private static void Configure(DocumentMapping mapping)
    {
        mapping.Alias = JsonNamingPolicy.SnakeCaseLower.ConvertName(mapping.DocumentType.Name);
        // Only what concurrency needs: the names of .NET types and times of writing would be three columns more in every table.
        mapping.Metadata.DotNetType.Enabled = false;
        mapping.Metadata.LastModified.Enabled = false;
        mapping.Metadata.Version.Enabled = mapping.DocumentType.IsAssignableTo(typeof(IVersioned));
        if (mapping.DocumentType.IsAssignableTo(typeof(Document)))
            mapping.IdMember = mapping.DocumentType.GetProperty(nameof(Document.Slug))!;
        else if (mapping.DocumentType == typeof(DocumentHead))
            Index(mapping, Column(mapping, nameof(DocumentHead.DraftSavedAt), "timestamp with time zone"));
        else if (mapping.DocumentType == typeof(Revision))
            Index(mapping, Column(mapping, nameof(Revision.Document), "text"), Column(mapping, nameof(Revision.Number), "integer"));
        else if (mapping.DocumentType == typeof(StoredTranslation))
            Index(mapping, Column(mapping, nameof(StoredTranslation.Document), "text"));
        else if (mapping.DocumentType == typeof(Rendering))
            ConfigureRendering(mapping);
        else if (mapping.DocumentType == typeof(ApiKey))
            ConfigureKey(mapping);
        else if (mapping.DocumentType == typeof(OutboxMessage))
            ConfigureMessage(mapping);
        else if (mapping.DocumentType == typeof(IdempotentResponse))
            Index(mapping, Column(mapping, nameof(IdempotentResponse.CreatedAt), "timestamp with time zone"));
    }

    // Each instance filters and sorts by its read index, so few columns are asked for here.
    private static void ConfigureRendering(DocumentMapping rendering)
    {
        Index(rendering, Column(rendering, nameof(Rendering.Collection), "text"), Column(rendering, nameof(Rendering.CollectionVersion), "bigint"));
        Index(rendering, Column(rendering, nameof(Rendering.Document), "text"));
        Index(rendering, Column(rendering, nameof(Rendering.Names), "text[]")).Method = IndexMethod.gin;
        Index(rendering, Column(rendering, nameof(Rendering.RefersTo), "text[]")).Method = IndexMethod.gin;
        Column(rendering, nameof(Rendering.Slug), "text");
        Column(rendering, nameof(Rendering.Language), "text");
        Column(rendering, nameof(Rendering.Revision), "integer");
        Column(rendering, nameof(Rendering.TranslationRevision), "integer");
        Column(rendering, nameof(Rendering.Digest), "text");
        Column(rendering, nameof(Rendering.Body), "bytea");
        Column(rendering, nameof(Rendering.IndexEntry), "bytea");
    }

    // Names stand in histories, so no two keys that work have the same.
    private static void ConfigureKey(DocumentMapping key)
    {
        key.IdMember = typeof(ApiKey).GetProperty(nameof(ApiKey.Prefix))!;
        var name = Index(key, Column(key, nameof(ApiKey.Name), "text"));
        name.IsUnique = true;
        name.Predicate = "data ->> 'revokedAt' is null";
    }

    // Each webhook is asked for its own messages, so that a long queue of one does not delay the others.
    private static void ConfigureMessage(DocumentMapping message) => Index(message,
        Column(message, nameof(OutboxMessage.Webhook), "uuid"), Column(message, nameof(OutboxMessage.State), "text"), Column(message, nameof(OutboxMessage.NextAttemptAt), "timestamp with time zone"));

    private static string Column(DocumentMapping mapping, string member, string type) => mapping.DuplicateField(member, type).ColumnName;

    private static Marten.Schema.DocumentIndex Index(DocumentMapping mapping, params string[] columns) => mapping.AddIndex(columns);

    // Values of closed vocabularies as LINQ writes them.
    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(DocumentJson.Compact);
        json.Converters.Clear();
        json.Converters.Add(new JsonStringEnumConverter());
        return json;
    }
}
