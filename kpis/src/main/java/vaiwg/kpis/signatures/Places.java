package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;

/** The crimes at a place, on the days on which each counts: with how many others the place was met in the days before. */
final class Places {
    /** So many crimes in {@link People#DAYS} days make a place one that comes back. */
    private static final int REPEATED = 3;

    private final Catalogue catalogue;
    private final List<Signature> signatures;

    Places(Catalogue catalogue, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /** @param crimes in the order of their days */
    void add(List<CrimeOfPerson> crimes) {
        LaneTable table = catalogue.lane(Lane.PLACE);
        List<int[]> repeated = repeated(crimes);
        for (CrimeOfPerson crime : crimes) {
            int from = crime.day();
            int to = from + People.DAYS;
            BitRuns runs = new BitRuns(table.words());
            runs.turn(from, new long[table.words()], bits(table, crime.facts(), false));
            for (int[] run : repeated) {
                if (run[0] < to && run[1] > from) {
                    FactSet there = crime.facts().plus(FactSet.of(Fact.AT_REPEATED_PLACE));
                    runs.turn(Math.max(from, run[0]), bits(table, there, true), bits(table, there, false));
                    runs.turn(
                            Math.min(to, run[1]),
                            bits(table, crime.facts(), true),
                            bits(table, crime.facts(), false));
                }
            }
            runs.turn(to, new long[table.words()], new long[table.words()]);
            runs.forEach((begin, end, part, whole) -> signatures.add(new Signature(
                    Lane.PLACE,
                    begin,
                    begin,
                    Signature.AT_ONCE,
                    crime.fact().tuple,
                    end - begin,
                    (byte) 0,
                    part,
                    whole)));
        }
    }

    private static long[] bits(LaneTable table, FactSet facts, boolean parts) {
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(new FactSet[] {facts}, part, whole);
        return parts ? part : whole;
    }

    /** From which days to before which others enough crimes count at the place. */
    private static List<int[]> repeated(List<CrimeOfPerson> crimes) {
        int[] begins = crimes.stream().mapToInt(CrimeOfPerson::day).toArray();
        int[] turns = IntStream.of(begins)
                .flatMap(day -> IntStream.of(day, day + People.DAYS))
                .sorted()
                .distinct()
                .toArray();
        List<int[]> runs = new ArrayList<>();
        int since = -1;
        int first = 0;
        int next = 0;
        for (int i = 0; i < turns.length; i++) {
            while (next < begins.length && begins[next] <= turns[i]) {
                next++;
            }
            while (first < next && begins[first] + People.DAYS <= turns[i]) {
                first++;
            }
            boolean enough = next - first >= REPEATED;
            if (enough && since < 0) {
                since = i;
            } else if (!enough && since >= 0) {
                runs.add(new int[] {turns[since], turns[i]});
                since = -1;
            }
        }
        return runs;
    }
}
