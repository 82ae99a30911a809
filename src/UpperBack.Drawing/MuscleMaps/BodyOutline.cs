using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>
/// The outline of the body from the head to the hips: the half on the right of the picture, in the coordinates of
/// <see cref="MuscleRegion.Path"/>. About four of the seven and a half head heights of an adult.
/// </summary>
internal static class BodyOutline
{
    /// <summary>The width of the half.</summary>
    public const int HalfWidth = MuscleRegion.MapHalfWidth;

    /// <summary>The height.</summary>
    public const int Height = MuscleRegion.MapHeight;

    // From the crown over the ear, the neck, the shoulder and the outer side of the arm to the wrist.
    private const string HeadToWrist =
        "M 0 8 C 19 8 33 21 34 45 C 37 44 39 48 38 54 C 37 60 35 64 32 64 C 31 73 29 81 25 87 C 24 91 24 95 24 98 C 24 105 26 109 31 112 " +
        "C 42 120 60 127 78 132 C 87 134 94 137 101 142 C 111 150 115 163 117 180 C 118 200 120 217 124 234 C 127 249 130 260 135 272 " +
        "C 141 287 145 301 147 318 C 150 344 152 368 154 394";

    // From the wrist along the inner side of the arm to the armpit, and down the trunk to the thigh.
    private const string WristToThigh =
        "M 139 394 C 134 372 125 351 120 331 C 116 314 113 301 109 288 C 102 268 97 248 93 228 C 91 216 89 207 87 198 " +
        "C 85 218 81 238 77 254 C 73 270 71 284 71 298 C 71 315 77 332 83 348 C 88 362 91 378 92 394";

    private const string InnerThigh = "M 4 394 C 4 387 3 381 0 376";

    private static readonly string[] BackLines =
    [
        "M 0 124 L 0 352 C 2 362 3 370 4 380", // spine
        "M 8 340 C 18 328 34 318 48 312", // sacrum
        "M 112 230 C 108 246 109 262 114 276", // triceps
        "M 6 384 C 24 394 50 394 70 384", // fold of the buttock
    ];

    private static readonly string[] FrontLines =
    [
        "M 25 87 C 20 95 10 101 0 102", // jaw
        "M 24 92 C 20 110 12 128 4 140", // sternocleidomastoid
        "M 4 141 C 18 138 36 136 50 137 C 64 138 78 135 90 139", // collarbone
        "M 0 146 L 0 216", // breastbone
        "M 114 232 C 110 246 110 262 116 276", // biceps
        "M 2 250 C 14 247 26 247 36 251 M 2 277 C 14 275 26 275 35 278 M 2 305 C 14 304 24 304 33 306", // across the abdomen
        "M 0 310 C 2 310 3 312 3 314 C 3 316 2 318 0 318", // navel
        "M 74 350 C 60 356 44 364 30 374", // groin
    ];

    /// <summary>The whole half as one closed shape.</summary>
    public static string Shape { get; } = $"{HeadToWrist} L{WristToThigh[1..]} L{InnerThigh[1..]} Z";

    /// <summary>The outline as it is drawn, open where the body continues.</summary>
    public static string Contour { get; } = $"{HeadToWrist} {WristToThigh} {InnerThigh}";

    /// <summary>Landmarks: edges of bones and folds.</summary>
    public static IReadOnlyList<string> Lines(BodyView view) => view is BodyView.Back ? BackLines : FrontLines;
}
