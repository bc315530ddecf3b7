package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.FactSet;

/**
 * What a person contributes to measures of people. A person is present on the days after what happened, once however often it happened:
 * a union of intervals, in the total and in each theme apart. What is asked of a person on a day is asked of all that happened in the
 * days before.
 *
 * <p>Most people appear once, so each crime counts one person by itself, in its own posting. What is posted of a person is only by how
 * much that is wrong: those who are there already are taken out, and what crimes cannot know is added.
 */
final class Presences {
    private final Catalogue catalogue;
    private final List<Signature> signatures;

    /** What is known of a person on a day beside the facts of what happened. */
    interface Judge {
        /** @param recent what happened in the days before, never empty */
        FactSet facts(List<CrimeOfPerson> recent, int day);
    }

    Presences(Catalogue catalogue, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /**
     * Adds what a person contributes.
     *
     * @param happened in the order of its days
     * @param days for how many days it counts, its own included
     * @param breaks further days from which on the judgement can be another one, in any order
     */
    void add(List<CrimeOfPerson> happened, int days, int[] breaks, Judge judge) {
        if (happened.isEmpty()) {
            return;
        }
        Map<List<CrimeOfPerson>, Long> bySlices = new LinkedHashMap<>();
        for (long slice : SliceTuple.singles()) {
            List<CrimeOfPerson> here = in(slice, happened);
            if (!here.isEmpty()) {
                bySlices.merge(here, slice, (some, more) -> some | more);
            }
        }
        bySlices.forEach((here, tuple) -> add(here, tuple, days, breaks, judge));
    }

    /** Takes out whom a crime counts by itself, for as many days as it does. */
    void takeOut(CrimeOfPerson crime, int days) {
        LaneTable table = catalogue.lane(Lane.PEOPLE);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(within(table, crime), part, whole);
        signatures.add(new Signature(
                Lane.PEOPLE_ALREADY,
                crime.day(),
                crime.day(),
                Signature.AT_ONCE,
                crime.fact().tuple,
                days,
                (byte) 0,
                part,
                whole));
    }

    private void add(List<CrimeOfPerson> happened, long tuple, int days, int[] breaks, Judge judge) {
        if (isSaid(happened, breaks, judge)) {
            return;
        }
        LaneTable table = catalogue.lane(Lane.PEOPLE);
        Corrections corrections = new Corrections(table.words());
        long[][] counted = happened.stream().map(crime -> counted(table, crime)).toArray(long[][]::new);
        FactSet[][] within =
                happened.stream().map(crime -> within(table, crime)).toArray(FactSet[][]::new);
        int[] already = new int[2 * table.words() * Long.SIZE];
        FactSet judged = FactSet.NONE;
        long[] bits = new long[2 * table.words()];
        int first = 0;
        int next = 0;
        for (int day : turns(happened, days, breaks)) {
            int turned = first + next;
            while (next < happened.size() && happened.get(next).day() <= day) {
                count(counted[next++], 1, already);
            }
            while (first < next && happened.get(first).day() + days <= day) {
                count(counted[first++], -1, already);
            }
            FactSet person = first == next ? FactSet.NONE : judge.facts(happened.subList(first, next), day);
            if (first + next != turned || !person.equals(judged)) {
                bits = first == next ? new long[2 * table.words()] : bits(table, anyOf(within, first, next, person));
                judged = person;
            }
            for (int bit = 0; bit < already.length; bit++) {
                corrections.turn(day, bit, (int) (bits[bit >>> 6] >>> bit & 1) - already[bit]);
            }
        }
        corrections.forEach((from, to, less, part, whole) -> signatures.add(new Signature(
                less ? Lane.PEOPLE_ALREADY : Lane.PEOPLE,
                from,
                from,
                Signature.AT_ONCE,
                tuple,
                to - from,
                (byte) 0,
                part,
                whole)));
    }

    /** Whether the posting of the one crime says all, as of most people: nothing is known of the person but that crime. */
    private static boolean isSaid(List<CrimeOfPerson> happened, int[] breaks, Judge judge) {
        CrimeOfPerson one = happened.get(0);
        return happened.size() == 1
                && one.fact().counted
                && breaks.length == 0
                && judge.facts(happened, one.day()).equals(FactSet.NONE);
    }

    private static List<CrimeOfPerson> in(long slice, List<CrimeOfPerson> happened) {
        List<CrimeOfPerson> here = new ArrayList<>(happened.size());
        for (CrimeOfPerson crime : happened) {
            if ((crime.fact().tuple & slice) != 0) {
                here.add(crime);
            }
        }
        return here;
    }

    /** The days on which the judgement can turn, from the first to that on which nothing counts any more. */
    private static int[] turns(List<CrimeOfPerson> happened, int days, int[] breaks) {
        int first = happened.get(0).day();
        int last = happened.get(happened.size() - 1).day() + days;
        BitSet turns = new BitSet();
        for (CrimeOfPerson crime : happened) {
            turns.set(crime.day() - first);
            turns.set(crime.day() + days - first);
        }
        for (int day : breaks) {
            if (day > first && day < last) {
                turns.set(day - first);
            }
        }
        return turns.stream().map(day -> first + day).toArray();
    }

    /** The bits under which a crime counts its person by itself. */
    private static long[] counted(LaneTable table, CrimeOfPerson crime) {
        return crime.fact().counted ? bits(table, within(table, crime)) : new long[2 * table.words()];
    }

    /** A crime's facts as known now, then as they stood at each settled horizon. */
    private static FactSet[] within(LaneTable table, CrimeOfPerson crime) {
        List<Integer> horizons = table.horizons();
        FactSet[] sets = new FactSet[horizons.size() + 1];
        sets[0] = crime.facts();
        for (int i = 0; i < horizons.size(); i++) {
            sets[i + 1] = crime.factsWithin(horizons.get(i));
        }
        return sets;
    }

    /** What holds of any of some crimes, and what holds of the person. */
    private static FactSet[] anyOf(FactSet[][] crimes, int first, int next, FactSet person) {
        FactSet[] any = new FactSet[crimes[first].length];
        for (int set = 0; set < any.length; set++) {
            any[set] = person;
            for (int crime = first; crime < next; crime++) {
                if (!any[set].containsAll(crimes[crime][set])) {
                    any[set] = any[set].plus(crimes[crime][set]);
                }
            }
        }
        return any;
    }

    private static long[] bits(LaneTable table, FactSet[] facts) {
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(facts, part, whole);
        long[] bits = new long[2 * table.words()];
        System.arraycopy(part, 0, bits, 0, part.length);
        System.arraycopy(whole, 0, bits, part.length, whole.length);
        return bits;
    }

    private static void count(long[] bits, int times, int[] already) {
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                already[word * Long.SIZE + Long.numberOfTrailingZeros(rest)] += times;
            }
        }
    }
}
