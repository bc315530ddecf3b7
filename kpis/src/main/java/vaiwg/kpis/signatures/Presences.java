package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.FactSet;

/**
 * What a person contributes to measures of people. A person is present on the days after what happened, once however often it happened:
 * a union of intervals, in the total and in each theme apart. What is asked of a person on a day is asked of all that happened in the
 * days before.
 */
final class Presences {
    private final Catalogue catalogue;
    private final List<Signature> signatures;

    /** What is known of a person on a day. */
    interface Judge {
        /**
         * @param recent what happened in the days before, never empty
         * @return the facts as known now, then one set for each settled horizon of {@link Lane#PEOPLE}
         */
        FactSet[] facts(List<CrimeOfPerson> recent, int day);
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
    void add(List<CrimeOfPerson> happened, int days, List<Integer> breaks, Judge judge) {
        Map<List<CrimeOfPerson>, Long> bySlices = new LinkedHashMap<>();
        for (long slice : SliceTuple.singles()) {
            List<CrimeOfPerson> here = happened.stream()
                    .filter(crime -> (crime.fact().tuple & slice) != 0)
                    .toList();
            if (!here.isEmpty()) {
                bySlices.merge(here, slice, (some, more) -> some | more);
            }
        }
        bySlices.forEach((here, tuple) -> add(here, tuple, days, breaks, judge));
    }

    private void add(List<CrimeOfPerson> happened, long tuple, int days, List<Integer> breaks, Judge judge) {
        LaneTable table = catalogue.lane(Lane.PEOPLE);
        BitRuns runs = new BitRuns(table.words());
        int first = 0;
        int next = 0;
        for (int day : turns(happened, days, breaks)) {
            while (next < happened.size() && happened.get(next).day() <= day) {
                next++;
            }
            while (first < next && happened.get(first).day() + days <= day) {
                first++;
            }
            long[] part = new long[table.words()];
            long[] whole = new long[table.words()];
            if (first < next) {
                table.evaluate(judge.facts(happened.subList(first, next), day), part, whole);
            }
            runs.turn(day, part, whole);
        }
        runs.forEach((from, to, part, whole) -> signatures.add(new Signature(
                Lane.PEOPLE, from, from, Signature.AT_ONCE, tuple, to - from, (byte) 0, part, whole)));
    }

    /** The days on which the judgement can turn, from the first to that on which nothing counts any more. */
    private static int[] turns(List<CrimeOfPerson> happened, int days, List<Integer> breaks) {
        int first = happened.get(0).day();
        int last = happened.get(happened.size() - 1).day() + days;
        IntStream own = happened.stream().flatMapToInt(crime -> IntStream.of(crime.day(), crime.day() + days));
        IntStream others = breaks.stream().mapToInt(day -> day).filter(day -> day > first && day < last);
        return IntStream.concat(own, others).sorted().distinct().toArray();
    }

    /** Facts that hold of any of some crimes: as known now, then as they stood at each settled horizon. */
    FactSet[] anyOf(List<CrimeOfPerson> crimes, FactSet ofThePerson) {
        List<Integer> horizons = catalogue.lane(Lane.PEOPLE).horizons();
        List<FactSet> sets = new ArrayList<>();
        sets.add(crimes.stream().map(CrimeOfPerson::facts).reduce(ofThePerson, FactSet::plus));
        for (int days : horizons) {
            sets.add(crimes.stream().map(crime -> crime.factsWithin(days)).reduce(ofThePerson, FactSet::plus));
        }
        return sets.toArray(FactSet[]::new);
    }

    /** Facts of the person alone, whatever the horizon. */
    FactSet[] only(FactSet ofThePerson) {
        int sets = 1 + catalogue.lane(Lane.PEOPLE).horizons().size();
        return Stream.generate(() -> ofThePerson).limit(sets).toArray(FactSet[]::new);
    }
}
