package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Versions;

/** What steps in the management of a stalking perpetrator say of the person. All of them stand, so each is one fact. */
final class PerpetratorReferences {
    private PerpetratorReferences() {}

    /**
     * The fact of a step that is new beside others, as most are; null where it is not that, or has no day.
     *
     * @param before the steps until now
     */
    static PersonFact ofNew(StepVersion[] before, StepVersion[] after) {
        StepVersion next = after[after.length - 1];
        if (after.length != before.length + 1 || next.monthOnly) {
            return null;
        }
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i] || before[i].version == next.version) {
                return null;
            }
        }
        return fact(next, next.knownAt, Long.MAX_VALUE);
    }

    /** The facts of all steps; of states of one perpetrator they differ in few places. */
    static List<PersonFact> facts(StepVersion[] steps) {
        List<PersonFact> facts = new ArrayList<>(steps.length);
        Versions.forEachBelieved(steps, (step, since, until) -> {
            if (!step.monthOnly) {
                facts.add(fact(step, since, until));
            }
        });
        return facts;
    }

    private static PersonFact fact(StepVersion step, long from, long until) {
        PersonFact fact = PersonFact.of(PersonFact.STEP, "", step.at, from);
        fact.until = until;
        fact.step = step.step;
        fact.arm = step.arm;
        fact.disposalAt = step.disposalAt;
        return fact;
    }
}
