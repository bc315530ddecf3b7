package vaiwg.bench.scale;

import java.util.List;
import vaiwg.bench.results.ResultsFile;

/** What the core and its state were measured to take. */
final class CoreTables {
    private static final double THOUSAND = 1_000;
    private static final double MEBI = 1 << 20;

    private final PageLines lines;

    CoreTables(PageLines lines) {
        this.lines = lines;
    }

    void cases(ResultsFile cases, String plot) {
        lines.add("## More cases");
        lines.add("");
        lines.add("One force, the same %s days each time, ever more cases on each day.", cases.fact("days"));
        lines.add("");
        lines.add("| cases | events | µs an event | live heap of the core, bytes a case |");
        lines.add("|--:|--:|--:|--:|");
        for (String row : cases.rows()) {
            long[] fields = numbers(row);
            lines.add("| %,d | %,d | %.1f | %,d |", fields[0], fields[1], fields[2] / THOUSAND, fields[3]);
        }
        lines.add("");
        lines.add("![Time an event by cases](%s)", plot);
        lines.add("");
    }

    void days(ResultsFile days, String plot) {
        lines.add("## More days");
        lines.add("");
        lines.add(
                "One force of the size of the West Midlands, and an event in the four weeks before each mark. Windows are moved on by adding the day that");
        lines.add(
                "comes and taking off the day that goes, however long they are. In the first four weeks few outcomes have come, and no month has ended.");
        lines.add("");
        lines.add("| days of history | cases | events of the four weeks | µs an event |");
        lines.add("|--:|--:|--:|--:|");
        for (String row : days.rows()) {
            long[] fields = numbers(row);
            lines.add("| %,d | %,d | %,d | %.1f |", fields[0], fields[1], fields[2], fields[3] / THOUSAND);
        }
        lines.add("");
        lines.add("![Time an event by days](%s)", plot);
        lines.add("");
    }

    void state(ResultsFile state) {
        lines.add("## Bytes a case");
        lines.add("");
        lines.add(
                "Cases with their keys, kept as the job keeps them on one task, %s days after their first. The second checkpoint is taken when one case in",
                state.fact("days of a case"));
        lines.add(
                "a hundred has changed; files that RocksDB has rewritten (compaction) are written again with it. What they mean for an installation: [state backends](state.md).");
        lines.add("");
        lines.add(
                "| backend | cases | heap, bytes a case | local disk, bytes a case | checkpoint, bytes a case | s | second checkpoint, MiB | s |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (String row : state.rows()) {
            String[] fields = row.split(",");
            double number = Double.parseDouble(fields[1]);
            lines.add(
                    "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %.1f | %,.1f | %.1f |",
                    fields[0],
                    number,
                    Math.max(0, Double.parseDouble(fields[2])) / number,
                    Double.parseDouble(fields[3]) / number,
                    Double.parseDouble(fields[5]) / number,
                    Double.parseDouble(fields[4]) / THOUSAND,
                    Double.parseDouble(fields[7]) / MEBI,
                    Double.parseDouble(fields[6]) / THOUSAND);
        }
        lines.add("");
    }

    /** A row of whole numbers. */
    static long[] numbers(String row) {
        return List.of(row.split(",")).stream().mapToLong(Long::parseLong).toArray();
    }
}
