package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;

/**
 * The steps in the management of a stalking perpetrator, told to the person. All of them stand, so each is one fact, and the facts of two
 * states that share a step share its fact: a person can have very many.
 */
final class PerpetratorMentions implements Mentions {
    private final VersionLog<StepVersion> state;
    private final long person;
    private final Map<StepVersion, PersonFact> made;

    /** @param person the {@link PersonCode} of the perpetrator */
    PerpetratorMentions(VersionLog<StepVersion> state, long person) {
        this(state, person, new IdentityHashMap<>(state.versions.length));
    }

    private PerpetratorMentions(VersionLog<StepVersion> state, long person, Map<StepVersion, PersonFact> made) {
        this.state = state;
        this.person = person;
        this.made = made;
    }

    @Override
    public PerpetratorMentions of(Subject other) {
        return new PerpetratorMentions(VersionLog.as(other), person, made);
    }

    @Override
    public boolean mayDifferFrom(Mentions before, long from) {
        // An event that says nothing new of a step is so rare that it is not worth finding out first.
        return true;
    }

    @Override
    public Map<Key, List<PersonFact>> facts(long from) {
        List<PersonFact> facts = new ArrayList<>(state.versions.length);
        Versions.forEachBelieved(state.versions, (step, since, until) -> {
            if (!step.monthOnly) {
                facts.add(fact(step, since, until));
            }
        });
        if (facts.isEmpty() || person == PersonCode.NONE) {
            return Map.of();
        }
        facts.sort(Comparator.comparingLong(fact -> fact.from));
        return Map.of(new Key(person, false), facts);
    }

    private PersonFact fact(StepVersion step, long from, long until) {
        PersonFact known = made.get(step);
        if (known != null && known.until == until) {
            return known;
        }
        PersonFact fact = new PersonFact();
        fact.role = PersonFact.STEP;
        fact.from = from;
        fact.until = until;
        fact.at = step.at;
        fact.step = step.step;
        fact.arm = step.arm;
        fact.disposalAt = step.disposalAt;
        made.put(step, fact);
        return fact;
    }
}
