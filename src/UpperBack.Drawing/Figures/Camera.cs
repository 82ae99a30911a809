using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>Looks at bodies and things from one side, without perspective: a centimetre is as long near as far.</summary>
internal sealed class Camera
{
    private readonly Vector3 right;
    private readonly Vector3 up;

    public Camera(FigureView view)
    {
        var (around, above) = (view.Around * MathF.PI / 180, view.Above * MathF.PI / 180);
        Towards = new(MathF.Cos(above) * MathF.Cos(around), MathF.Sin(above), MathF.Cos(above) * MathF.Sin(around));
        right = new(MathF.Sin(around), 0, -MathF.Cos(around));
        up = Vector3.Cross(Towards, right);
    }

    /// <summary>The direction from what is seen to the eye.</summary>
    public Vector3 Towards { get; }

    /// <summary>Where a point is in the picture: to the right, and down as in SVG.</summary>
    public Vector2 See(Vector3 point) => new(Vector3.Dot(point, right), -Vector3.Dot(point, up));

    /// <summary>How near a point is; more is nearer.</summary>
    public float Nearness(Vector3 point) => Vector3.Dot(point, Towards);
}
