using UpperBack.Content.Documents;

using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>One moment of a moving figure.</summary>
/// <param name="Second">When it is, in seconds from the beginning.</param>
/// <param name="Pose">The number of the pose that the figure is in or on its way to, from 1.</param>
/// <param name="Body">The body at that moment.</param>
/// <param name="IsPose">Whether the pose is reached.</param>
internal sealed record Moment(float Second, int Pose, Body Body, bool IsPose);

/// <summary>When a figure is where: its poses in order, at the tempo of the exercise, and round again.</summary>
internal sealed class Timeline
{
    private const int StepsPerMove = 8;

    // A moment to see where it begins and where it ends.
    private const float Pause = 0.6f;

    // A stretch of half a minute would look like a picture that stands still.
    private const int LongestHold = 5;
    private const int UnknownHold = 2;

    private readonly List<Moment> moments = [];

    public Timeline(Figure figure, IReadOnlyList<Stance> stances, Dosage? dosage)
    {
        Bodies = [.. stances.Select(Anatomy.Pose)];
        var second = 0f;
        moments.Add(new(second, 1, Bodies[0], IsPose: true));
        for (var turn = 0; turn < (stances.Count == 1 ? 0 : stances.Count); turn++)
        {
            second += Hold(figure.Poses[turn], dosage);
            moments.Add(new(second, turn + 1, Bodies[turn], IsPose: true));
            var next = (turn + 1) % stances.Count;
            var seconds = figure.Poses[next].Seconds;
            foreach (var (step, body) in Motion.Between(stances[turn], stances[next], StepsPerMove).Index().Skip(1))
                moments.Add(new(second + (float)seconds * step / StepsPerMove, next + 1, body, step == StepsPerMove));
            second += seconds;
        }

        Seconds = second;
    }

    /// <summary>The bodies of the poses.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>The moments in order; the last is the first again.</summary>
    public IReadOnlyList<Moment> Moments => moments;

    /// <summary>How long one round takes. 0 when nothing moves.</summary>
    public float Seconds { get; }

    /// <summary>Whether the figure is on its way to a pose from this moment to the next.</summary>
    public bool LeadsTo(int pose, int moment) =>
        moment + 1 < moments.Count && moments[moment + 1].Pose == pose && !(moments[moment].Pose == pose && moments[moment].IsPose);

    private static float Hold(FigurePose pose, Dosage? dosage) =>
        pose.Phase is InstructionPhase.Hold ? Math.Min(dosage?.HoldSeconds ?? UnknownHold, LongestHold) : Pause;
}
