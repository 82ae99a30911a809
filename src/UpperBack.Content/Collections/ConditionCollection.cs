using UpperBack.Content.Documents;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/conditions.</summary>
public sealed class ConditionCollection : Collection<Condition>
{
    /// <summary>Declares the collection.</summary>
    public ConditionCollection() : base("conditions", "condition", "Causes of upper-back trouble and the trouble itself: how sources explain it, its warning signs, what people can do.")
    {
        Choice<ConditionKind>("kind", c => [c.Kind], "Whether it is thought of as a cause or as what is felt.");
        Reference("muscle", "muscles", c => c.Mechanisms.Select(m => m.Muscle), "A muscle that its explanation names.");
        Reference("structure", "structures", c => c.Structures.Concat(c.Mechanisms.Select(m => m.Structure)), "A structure involved.");
        Choice<MechanismProblem>("problem", c => c.Mechanisms.Select(m => m.Problem), "What its explanation says is wrong with a muscle or structure.");
        Reference("redFlag", "red-flags", c => c.RedFlags, "A warning sign to ask about first.");
        Flag("clinicianLed", c => c.ClinicianLed, "Whether a clinician should lead.");
        Keyword("code", c => c.Codes.Select(code => code.Value), "An identifier in a public terminology, such as M54.2.");

        Text("symptoms", SearchWeight.Body, c => c.Symptoms);
        Text("mechanisms", SearchWeight.Body, c => c.Mechanisms.Select(m => m.Explanation));
        Text("riskFactors", SearchWeight.Body, c => c.RiskFactors);
        Text("selfCare", SearchWeight.Body, c => c.SelfCare);
        Text("seekAdvice", SearchWeight.Body, c => [c.SeekAdvice]);
        Text("evidenceSummary", SearchWeight.Body, c => [c.EvidenceSummary]);

        Rule("mechanism-twice", "The id of a mechanism stands once.", (c, _) => Repeated("mechanisms", c.Mechanisms, m => m.Id));
        Rule("mechanism-place", "A mechanism names either a muscle or a structure.",
            (c, _) => Where("mechanisms", c.Mechanisms, m => m.Muscle is null == m.Structure is null));
        Rule("red-flags-missing", "A condition that touches a nerve or a disc names the warning signs to ask about first.",
            (c, catalogue) => c.RedFlags.Count == 0 && Safety.TouchesNerveOrDisc(c, catalogue) ? ["/redFlags"] : []);
    }
}
