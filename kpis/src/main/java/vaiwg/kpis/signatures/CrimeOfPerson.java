package vaiwg.kpis.signatures;

import java.util.Arrays;
import java.util.Comparator;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;

/**
 * A crime as one of its victim's, of one of its suspects', or of its place; likewise what else records say of a person.
 *
 * @param reference of the crime, the record's own id
 * @param day on which it was recorded
 * @param facts of the crime
 */
record CrimeOfPerson(String reference, int day, PersonFact fact, FactSet facts) {
    /** In the order in which they were recorded; of one instant, by their references. */
    static final Comparator<CrimeOfPerson> FIRST_RECORDED =
            Comparator.comparingLong((CrimeOfPerson crime) -> crime.fact.at).thenComparing(CrimeOfPerson::reference);

    static CrimeOfPerson of(String reference, PersonFact fact, FactSet facts) {
        return new CrimeOfPerson(reference, LondonDays.dayOf(fact.at), fact, facts);
    }

    /** The facts without what says something of an outcome that was assigned so many days after recording, or later. */
    FactSet factsWithin(int days) {
        return fact.outcomeAge < days ? facts : facts.withoutOutcome();
    }

    boolean is(Fact one) {
        return facts.contains(one);
    }

    /** Whether both were told of by one report: their reports have one time. */
    boolean isOfTheReportOf(CrimeOfPerson other) {
        return fact.reportedAt != CrimeVersion.ABSENT && fact.reportedAt == other.fact.reportedAt;
    }

    /** Whether somebody on the other side is on the other side of another crime too. */
    boolean sharesOneWith(CrimeOfPerson other) {
        for (long person : fact.others) {
            if (Arrays.binarySearch(other.fact.others, person) >= 0) {
                return true;
            }
        }
        return false;
    }
}
