namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>Every kind of problem that the service answers. To add one, declare it in a part of this class and list it in All.</summary>
internal static partial class ProblemKinds
{
    /// <summary>All kinds, in the order of the page that lists them.</summary>
    // Made on first use: the initialisers of the parts run in no defined order.
    public static IReadOnlyList<ProblemKind> All => field ??=
    [
        UnknownParameter, UnknownValue, UnknownField, InvalidValue, MissingParameter, EmptyValue, DuplicateParameter, InvalidCursor,
        BadParameters,
        UnknownPath, UnknownDocument, AmbiguousName, DocumentRetired, NoFigure, UnknownRevision, NotYetPublished,
        UnknownName, InvalidBody,
        KeyMissing, KeyInvalid, ScopeMissing, UnknownKey, KeyNameTaken,
        PreconditionRequired, PreconditionFailed, SlugRetired, StillReferenced, InvalidDocument, IdempotencyKeyReused,
        InvalidToken, TokenExpired, SnapshotReplaced,
        UnknownWebhook, UnknownDelivery, WebhookDisabled,
        NothingToEmbed, FormatNotServed,
        BadRequest, MethodNotAllowed, NotAcceptable, ContentTooLarge, UriTooLong, UnsupportedMediaType, HeadersTooLarge,
        TooManyRequests, InternalError, DatabaseUnavailable, ShuttingDown,
    ];

    /// <summary>The kind with a code, or null.</summary>
    public static ProblemKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The kind that stands for a status when nothing more is known, or null.</summary>
    public static ProblemKind? OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => BadRequest,
        StatusCodes.Status404NotFound => UnknownPath,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => NotAcceptable,
        StatusCodes.Status413PayloadTooLarge => ContentTooLarge,
        StatusCodes.Status414UriTooLong => UriTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HeadersTooLarge,
        StatusCodes.Status500InternalServerError => InternalError,
        _ => null,
    };
}
