package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;

/**
 * What a crime says of its victim, of its suspects and of its place, while it stands and belongs to a theme. A crime of a source that
 * knows only months says nothing of anybody: before and after cannot be told within a month.
 */
record CaseReferences(String reference, CaseState state, AskedOfPersons asked) implements PersonReferences {
    private static final long[] NOBODY = {};

    @Override
    public long[] knowledgeTimes() {
        return Versions.knowledgeTimes(Long.MIN_VALUE, state.crimes, state.outcomes);
    }

    @Override
    public boolean isKnownBy(long instant) {
        return Versions.areKnownBy(instant, state.crimes) && Versions.areKnownBy(instant, state.outcomes);
    }

    @Override
    public boolean isOfTheSameVersionsAs(PersonReferences other) {
        CaseState another = ((CaseReferences) other).state;
        return state.crimes == another.crimes && state.outcomes == another.outcomes;
    }

    /** Most outcomes say nothing that a measure of persons asks. */
    @Override
    public boolean hasSameContent(PersonReferences other, long instant) {
        CaseState another = ((CaseReferences) other).state;
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        if (crime != Versions.currentAt(another.crimes, instant)) {
            return false;
        }
        if (crime == null || saysNothing(crime)) {
            return true;
        }
        KnownCase known =
                new KnownCase(KnownCrime.of(crime, asked.ofCases()), Versions.currentAt(state.outcomes, instant));
        KnownCase otherwise =
                new KnownCase(KnownCrime.of(crime, asked.ofCases()), Versions.currentAt(another.outcomes, instant));
        long outcome = asked.code().of(known, asked.ofOutcomes());
        return outcome == asked.code().of(otherwise, asked.ofOutcomes())
                && (outcome == 0 || known.assignedDay() == otherwise.assignedDay());
    }

    @Override
    public List<Reference> knownAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        if (crime == null || saysNothing(crime)) {
            return List.of();
        }
        KnownCase known =
                new KnownCase(KnownCrime.of(crime, asked.ofCases()), Versions.currentAt(state.outcomes, instant));
        long dimensionKey = DimensionKey.withoutVictim(DimensionKey.of(known));
        if (!DimensionKey.isInAny(dimensionKey)) {
            return List.of();
        }
        long facts = asked.code().of(known, asked.ofCrimes());
        List<Reference> references = new ArrayList<>(3);
        if (crime.victim != PersonCode.NONE && asked.isAsked(PersonFact.VICTIM)) {
            PersonFact fact = fact(PersonFact.VICTIM, known, facts, dimensionKey, instant);
            fact.reportedAt = crime.reportedAt;
            fact.others = crime.suspectPersons;
            addCharacteristics(known, fact);
            references.add(new Reference(crime.victim, fact));
        }
        for (long suspect : crime.suspectPersons) {
            if (asked.isAsked(PersonFact.SUSPECT)) {
                PersonFact fact = fact(PersonFact.SUSPECT, known, facts, dimensionKey, instant);
                fact.reportedAt = crime.reportedAt;
                fact.committedAt = known.own().committedAt();
                fact.others = crime.victim == PersonCode.NONE ? NOBODY : new long[] {crime.victim};
                references.add(new Reference(suspect, fact));
            }
        }
        // Of two kinds of places, each asked for what is of its own; an address has another code than a cell of the
        // same name.
        long atCell = facts & ~asked.code().of(Fact.ADDRESS_GIVEN);
        if (crime.cell != PersonCode.NONE && asked.countsAtPlace(atCell)) {
            references.add(new Reference(crime.cell, fact(PersonFact.PLACE, known, atCell, dimensionKey, instant)));
        }
        long atAddress = facts & ~asked.code().of(Fact.PLACE_LOCATED);
        if (crime.address != PersonCode.NONE && asked.countsAtPlace(atAddress)) {
            references.add(
                    new Reference(~crime.address, fact(PersonFact.PLACE, known, atAddress, dimensionKey, instant)));
        }
        return references;
    }

    private static boolean saysNothing(CrimeVersion crime) {
        boolean namesNobody = crime.victim == PersonCode.NONE
                && crime.suspectPersons.length == 0
                && crime.cell == PersonCode.NONE
                && crime.address == PersonCode.NONE;
        return namesNobody || crime.monthOnly || crime.status != CrimeVersion.ACTIVE;
    }

    private PersonFact fact(byte role, KnownCase known, long facts, long dimensionKey, long from) {
        PersonFact fact = PersonFact.of(role, reference, known.crime().recordedAt, from);
        fact.dimensionKey = dimensionKey;
        fact.facts = facts & asked.ofCrime(role);
        if ((fact.facts & asked.ofOutcomes()) != 0) {
            fact.outcomeAge = Math.max(0, known.assignedDay() - fact.day);
        }
        return fact;
    }

    /** Values that no list knows are as good as none: they cannot be told from one another. */
    private static void addCharacteristics(KnownCase known, PersonFact fact) {
        CrimeVersion crime = known.crime();
        fact.birthYear = crime.birthYear;
        fact.sex = crime.sex;
        fact.disability = crime.disability;
        fact.values = crime.values;
        if (known.maps().isEthnicity(crime.ethnicity)) {
            fact.ethnicity = crime.ethnicity;
            fact.ethnicityObserved = known.own().is(CrimeVersion.ETHNICITY_OBSERVED);
        }
    }
}
