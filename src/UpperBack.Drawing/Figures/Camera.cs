using System.Numerics;
using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>An orthographic camera: a centimetre has the same length at every depth.</summary>
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

    /// <summary>The direction towards the camera.</summary>
    public Vector3 Towards { get; }

    /// <summary>The projection of a point, with Y down as in SVG.</summary>
    public Vector2 See(Vector3 point) => new(Vector3.Dot(point, right), -Vector3.Dot(point, up));

    /// <summary>The depth of a point; greater is nearer.</summary>
    public float Nearness(Vector3 point) => Vector3.Dot(point, Towards);
}
