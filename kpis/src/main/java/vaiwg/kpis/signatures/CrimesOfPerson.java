package vaiwg.kpis.signatures;

import java.util.List;
import java.util.function.Predicate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;

/**
 * What each crime of a person contributes for what went before it. An earlier crime is one that was recorded before, at most 365 days,
 * and counts now; crimes that one report told of are not before one another. What a crime knows by itself is in its own posting, and
 * not here.
 */
final class CrimesOfPerson {
    private static final int DAYS = 365;

    private final Catalogue catalogue;
    private final List<Signature> signatures;

    CrimesOfPerson(Catalogue catalogue, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /** @param inOrder the crimes of a victim, {@link CrimeOfPerson#FIRST_RECORDED} */
    void addVictims(List<CrimeOfPerson> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            CrimeOfPerson crime = inOrder.get(i);
            FactSet facts = crime.facts();
            if (hasBefore(inOrder, i, earlier -> earlier.is(Fact.DOMESTIC_ABUSE))) {
                facts = facts.plus(FactSet.of(Fact.VICTIM_BEFORE));
            }
            if (hasBefore(inOrder, i, earlier -> earlier.is(Fact.DOMESTIC_ABUSE) && earlier.sharesOneWith(crime))) {
                facts = facts.plus(FactSet.of(Fact.BY_THE_SAME_SUSPECT));
            }
            add(crime, facts);
        }
    }

    /** @param inOrder the crimes of a suspect, likewise */
    void addSuspects(List<CrimeOfPerson> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            CrimeOfPerson crime = inOrder.get(i);
            FactSet facts = crime.facts();
            if (hasBefore(inOrder, i, earlier -> earlier.is(Fact.STALKING_OR_8L) && earlier.sharesOneWith(crime))) {
                facts = facts.plus(FactSet.of(Fact.SUSPECT_BEFORE));
            }
            add(crime, facts);
        }
    }

    private static boolean hasBefore(List<CrimeOfPerson> inOrder, int index, Predicate<CrimeOfPerson> wanted) {
        CrimeOfPerson crime = inOrder.get(index);
        for (int i = index - 1; i >= 0 && crime.day() - inOrder.get(i).day() <= DAYS; i--) {
            if (!inOrder.get(i).isOfTheReportOf(crime) && wanted.test(inOrder.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** What the crime's own posting counts. */
    private static void takeOut(LaneTable table, FactSet counted, long[] part, long[] whole) {
        long[] parts = new long[part.length];
        long[] wholes = new long[whole.length];
        table.evaluate(new FactSet[] {counted}, parts, wholes);
        for (int word = 0; word < part.length; word++) {
            part[word] &= ~parts[word];
            whole[word] &= ~wholes[word];
        }
    }

    private void add(CrimeOfPerson crime, FactSet facts) {
        if (crime.fact().counted && facts.equals(crime.facts())) {
            // As of most crimes: nothing went before it, and its own posting says the rest.
            return;
        }
        LaneTable table = catalogue.lane(Lane.CRIME_OF_PERSON);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(new FactSet[] {facts}, part, whole);
        if (crime.fact().counted) {
            takeOut(table, crime.facts(), part, whole);
        }
        Signature signature = new Signature(
                Lane.CRIME_OF_PERSON,
                crime.day(),
                crime.day(),
                Signature.AT_ONCE,
                crime.fact().tuple,
                0,
                (byte) 0,
                part,
                whole);
        if (!signature.isEmpty()) {
            signatures.add(signature);
        }
    }
}
