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
 */
record CrimeOfPerson(String reference, PersonFact fact) {
    /** In the order in which they were recorded; of one instant, by their references. */
    static final Comparator<CrimeOfPerson> FIRST_RECORDED =
            Comparator.comparingLong((CrimeOfPerson crime) -> crime.fact.at).thenComparing(CrimeOfPerson::reference);

    /** The day of recording. */
    int day() {
        return LondonDays.dayOf(fact.at);
    }

    FactSet facts() {
        return new FactSet(fact.facts1, fact.facts2, fact.facts3);
    }

    /** The facts without what says something of an outcome that was assigned so many days after recording, or later. */
    FactSet factsWithin(int days) {
        return fact.outcomeAge < days ? facts() : facts().withoutOutcome();
    }

    boolean is(Fact one) {
        return facts().contains(one);
    }

    /** Whether both were told of by one report: their reports have one time. */
    boolean isOfTheReportOf(CrimeOfPerson other) {
        return fact.reportedAt != CrimeVersion.ABSENT && fact.reportedAt == other.fact.reportedAt;
    }

    /** Whether somebody on the other side is on the other side of another crime too. */
    boolean sharesOneWith(CrimeOfPerson other) {
        return Arrays.stream(fact.others).anyMatch(person -> Arrays.binarySearch(other.fact.others, person) >= 0);
    }
}
