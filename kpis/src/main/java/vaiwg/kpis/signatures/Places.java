package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;

/**
 * The crimes at a place, on the days on which each counts: whether the place was met often enough in the days before. That a crime counts
 * at all is in its own posting.
 */
final class Places {
    /** So many crimes in {@link People#DAYS} days make a place one that comes back. */
    private static final int REPEATED = 3;

    private final Catalogue catalogue;
    private final List<Signature> signatures;

    /** Days from one to before another. */
    private record Run(int from, int to) {}

    Places(Catalogue catalogue, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /** @param crimes in the order of their days */
    void add(List<CrimeOfPerson> crimes) {
        if (crimes.isEmpty()) {
            return;
        }
        for (Run run : repeated(crimes)) {
            for (CrimeOfPerson crime : crimes) {
                int from = Math.max(crime.day(), run.from);
                int to = Math.min(crime.day() + People.DAYS, run.to);
                if (from < to) {
                    addAtRepeated(crime, from, to);
                }
            }
        }
    }

    /** Adds a crime as one at a place that comes back, from one day to before another. */
    void addAtRepeated(CrimeOfPerson crime, int from, int to) {
        LaneTable table = catalogue.lane(Lane.PLACE);
        long[] part = new long[table.words()];
        FactSet there = crime.facts().plus(FactSet.of(Fact.AT_REPEATED_PLACE));
        table.evaluate(new FactSet[] {there}, part, new long[table.words()]);
        signatures.add(new Signature(
                Lane.PLACE,
                from,
                from,
                Signature.AT_ONCE,
                crime.fact().tuple,
                to - from,
                (byte) 0,
                part,
                new long[table.words()]));
    }

    /** On which days enough crimes count at the place. */
    private static List<Run> repeated(List<CrimeOfPerson> crimes) {
        int[] days = crimes.stream().mapToInt(CrimeOfPerson::day).toArray();
        int[] turns = IntStream.of(days)
                .flatMap(day -> IntStream.of(day, day + People.DAYS))
                .sorted()
                .distinct()
                .toArray();
        List<Run> runs = new ArrayList<>();
        boolean enough = false;
        int since = 0;
        int first = 0;
        int next = 0;
        for (int turn : turns) {
            while (next < days.length && days[next] <= turn) {
                next++;
            }
            while (first < next && days[first] + People.DAYS <= turn) {
                first++;
            }
            if (enough != next - first >= REPEATED) {
                if (enough) {
                    runs.add(new Run(since, turn));
                }
                enough = !enough;
                since = turn;
            }
        }
        return runs;
    }
}
