using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>One moment of a moving figure.</summary>
/// <param name="Second">Seconds from the beginning.</param>
/// <param name="Pose">The number of the pose that the figure is in or on its way to, from 1.</param>
/// <param name="Body">The body at that moment.</param>
/// <param name="IsPose">Whether the pose is reached.</param>
internal sealed record Moment(float Second, int Pose, Body Body, bool IsPose);

/// <summary>The moments of an animation: the poses in order at the tempo of the exercise, in a loop.</summary>
internal sealed class Timeline
{
    private const int StepsPerMove = 8;

    // A pause at the first and the last pose.
    private const float Pause = 0.6f;

    // A longer hold would look like a still picture.
    private const int LongestHold = 5;
    private const int UnknownHold = 2;

    private readonly List<Moment> moments = [];

    public Timeline(Figure figure, IReadOnlyList<ResolvedPose> resolvedPoses, Dosage? dosage)
    {
        Bodies = [.. resolvedPoses.Select(Anatomy.Pose)];
        var second = 0f;
        moments.Add(new(second, 1, Bodies[0], IsPose: true));
        for (var turn = 0; turn < (resolvedPoses.Count == 1 ? 0 : resolvedPoses.Count); turn++)
        {
            second += Hold(figure.Poses[turn], dosage);
            moments.Add(new(second, turn + 1, Bodies[turn], IsPose: true));
            var next = (turn + 1) % resolvedPoses.Count;
            var seconds = figure.Poses[next].Seconds;
            foreach (var (step, body) in Motion.Between(resolvedPoses[turn], resolvedPoses[next], StepsPerMove).Index().Skip(1))
                moments.Add(new(second + (float)seconds * step / StepsPerMove, next + 1, body, step == StepsPerMove));
            second += seconds;
        }

        Seconds = second;
    }

    /// <summary>The bodies of the poses.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>The moments in order; the last is the first again.</summary>
    public IReadOnlyList<Moment> Moments => moments;

    /// <summary>The duration of one loop. 0 when nothing moves.</summary>
    public float Seconds { get; }

    /// <summary>Whether the figure is on its way to a pose from this moment to the next.</summary>
    public bool LeadsTo(int pose, int moment) =>
        moment + 1 < moments.Count && moments[moment + 1].Pose == pose && !(moments[moment].Pose == pose && moments[moment].IsPose);

    private static float Hold(FigurePose pose, Dosage? dosage) =>
        pose.Phase is InstructionPhase.Hold ? Math.Min(dosage?.HoldSeconds ?? UnknownHold, LongestHold) : Pause;
}
