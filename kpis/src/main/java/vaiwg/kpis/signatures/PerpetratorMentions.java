package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Versions;

/**
 * The steps in the management of a stalking perpetrator, told to the person.
 *
 * @param person the {@link PersonCode} of the perpetrator
 */
record PerpetratorMentions(PerpetratorState state, long person) implements Mentions {
    @Override
    public long[] stamps(long from) {
        return Versions.stamps(from, state.steps);
    }

    @Override
    public boolean mayDifferFrom(Mentions before) {
        return true;
    }

    @Override
    public List<Mention> knownAt(long instant) {
        List<Mention> mentions = new ArrayList<>();
        for (StepVersion step : Versions.believedAt(state.steps, instant)) {
            if (!step.monthOnly && person != PersonCode.NONE) {
                mentions.add(new Mention(new Key(person, false), fact(step)));
            }
        }
        return mentions;
    }

    private static PersonFact fact(StepVersion step) {
        PersonFact fact = new PersonFact();
        fact.role = PersonFact.STEP;
        fact.at = step.at;
        fact.step = step.step;
        fact.arm = step.arm;
        fact.disposalAt = step.disposalAt;
        return fact;
    }
}
