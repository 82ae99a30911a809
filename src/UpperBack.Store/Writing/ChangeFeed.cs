namespace UpperBack.Store.Writing;

/// <summary>
/// Appends to the feed of changes and to the outbox of the webhooks, in the transaction of the change. Sequences are
/// given out under the lock that writers hold until they commit, so their order is the order of commits and none is skipped.
/// </summary>
internal static class ChangeFeed
{
    /// <summary>The PostgreSQL channel on which every commit is announced, with the names of the collections that moved.</summary>
    public const string Channel = "upperback_changes";

    public static async Task AppendAsync(WriteTransaction transaction, IReadOnlyDictionary<DocumentKey, bool> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0)
            return;
        var changes = moved.OrderBy(change => change.Value).ThenBy(change => change.Key.Collection, StringComparer.Ordinal).ThenBy(change => change.Key.Slug, StringComparer.Ordinal).ToList();
        await transaction.ExecuteAsync("""
            with place as (update feed set last = last + $4 returning last - $4 as before, epoch),
            appended as (
                insert into changes (sequence, collection, slug, revision, is_tombstone)
                select p.before + c.place, c.collection, c.slug, d.revision, c.is_tombstone
                from place p, unnest($1::text[], $2::text[], $3::boolean[]) with ordinality c (collection, slug, is_tombstone, place) join documents d using (collection, slug)
                returning *)
            insert into deliveries (webhook, message_id, type, payload)
            select w.id, 'msg_' || p.epoch || '_' || a.sequence, m.type, json_strip_nulls(json_build_object(
                'type', m.type, 'timestamp', to_char(a.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'data', json_build_object('collection', a.collection, 'slug', a.slug, 'revision', a.revision, 'replacedBy', d.replaced_by)))
            from appended a join documents d using (collection, slug), place p, webhooks w, lateral (select case when a.is_tombstone then 'document.retired' else 'document.published' end as type) m
            where w.disabled_at is null and (w.collections is null or a.collection = any (w.collections))
            order by a.sequence
            """, cancellationToken,
            CatalogueWriter.Texts(changes.Select(change => change.Key.Collection)), CatalogueWriter.Texts(changes.Select(change => change.Key.Slug)),
            new() { Value = changes.Select(change => change.Value).ToArray() }, new() { Value = (long)changes.Count });
    }
}
