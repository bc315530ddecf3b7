package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;

/**
 * What a crime says of its victim, of its suspects and of its place, while it stands and belongs to a theme. A crime of a source that
 * knows only months says nothing of anybody: before and after cannot be told within a month.
 */
record CaseMentions(CaseState state, Catalogue catalogue) implements StampedMentions {
    @Override
    public CaseMentions of(Subject other) {
        return new CaseMentions((CaseState) other, catalogue);
    }

    @Override
    public long[] stamps(long from) {
        return Versions.stamps(from, state.crimes, state.outcomes);
    }

    @Override
    public boolean mayDifferFrom(Mentions before, long from) {
        CaseState earlier = ((CaseMentions) before).state;
        return (state.crimes != earlier.crimes || state.outcomes != earlier.outcomes)
                && StampedMentions.super.mayDifferFrom(before, from);
    }

    @Override
    public List<Mention> knownAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        if (crime == null || crime.monthOnly || crime.status != CrimeVersion.ACTIVE || namesNobody(crime)) {
            return List.of();
        }
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        KnownCase known = new KnownCase(KnownCrime.of(crime, catalogue.maps()), outcome);
        long tuple = SliceTuple.of(known);
        List<Mention> mentions = new ArrayList<>(2);
        if (SliceTuple.isInAny(tuple)) {
            addPersons(known, tuple, mentions);
        }
        return mentions;
    }

    private static boolean namesNobody(CrimeVersion crime) {
        return crime.victim == PersonCode.NONE && crime.suspectPersons.length == 0 && crime.cell == PersonCode.NONE;
    }

    private void addPersons(KnownCase known, long tuple, List<Mention> mentions) {
        CrimeVersion crime = known.crime();
        FactSet facts = FactSet.of(known).and(catalogue.factsOfPersons().all());
        if (crime.victim != PersonCode.NONE) {
            PersonFact fact = fact(PersonFact.VICTIM, known, facts.without(Fact.SUSPECT_OF_CRIME), tuple);
            fact.others = crime.suspectPersons.clone();
            addCharacteristics(known, fact);
            mentions.add(new Mention(new Key(crime.victim, false), fact));
        }
        for (long suspect : crime.suspectPersons) {
            PersonFact fact = fact(PersonFact.SUSPECT, known, facts.without(Fact.VICTIM_OF_CRIME), tuple);
            fact.counted = suspect == crime.suspectPersons[0];
            fact.others = crime.victim == PersonCode.NONE ? new long[0] : new long[] {crime.victim};
            mentions.add(new Mention(new Key(suspect, false), fact));
        }
        if (crime.cell != PersonCode.NONE && catalogue.lane(Lane.PLACE).countsIn(facts)) {
            mentions.add(new Mention(new Key(crime.cell, true), fact(PersonFact.PLACE, known, facts, tuple)));
        }
    }

    private PersonFact fact(byte role, KnownCase known, FactSet facts, long tuple) {
        CrimeVersion crime = known.crime();
        PersonFact fact = new PersonFact();
        fact.role = role;
        fact.at = crime.recordedAt;
        fact.reportedAt = crime.reportedAt;
        fact.committedAt = known.own().committedAt();
        fact.counted = true;
        fact.tuple = SliceTuple.withoutVictim(tuple);
        fact.facts = catalogue.factsOfPersons().encode(facts);
        if (!facts.withoutOutcome().equals(facts)) {
            fact.outcomeAge = Math.max(0, known.assignedDay() - known.recordedDay());
        }
        return fact;
    }

    /** Values that no list knows are as good as none: they cannot be told from one another. */
    private static void addCharacteristics(KnownCase known, PersonFact fact) {
        CrimeVersion crime = known.crime();
        fact.birthYear = crime.birthYear;
        fact.sex = crime.sex;
        fact.disability = crime.disability;
        if (known.maps().isEthnicity(crime.ethnicity)) {
            fact.ethnicity = crime.ethnicity;
            fact.ethnicityObserved = known.own().is(CrimeVersion.ETHNICITY_OBSERVED);
        }
    }
}
