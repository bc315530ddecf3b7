package vaiwg.bench.scale;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vaiwg.bench.results.ResultsFile;

/** What a nation of ten years would take, and ten times that: reckoned from what was measured, each step shown. */
final class Reckoning {
    /** What it is made from. */
    static final Set<SectionRun> FROM = EnumSet.of(SectionRun.STATE, SectionRun.SKEW, SectionRun.NATION);

    private static final double DAYS_A_YEAR = 365.25;
    private static final double SECONDS_A_HOUR = 3_600;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double MILLIS_A_SECOND = 1_000;
    private static final double MICROS_A_SECOND = 1e6;
    private static final double GIBI = 1 << 30;
    private static final double MILLION = 1e6;
    private static final int YEARS = 10;
    private static final int MORE = 10;

    private final PageLines lines;
    private final int forces;
    /** Of all forces. */
    private final double recordsAYear;

    private final double casesAYear;
    private final double coreMicros;
    private final double flinkMicros;
    private final double allInBytes;
    private final double heapBytes;
    private final double diskBytes;
    private final double checkpointBytes;
    private final double paneMicros;

    Reckoning(Map<SectionRun, ResultsFile> measured, PageLines lines) {
        this.lines = lines;
        ResultsFile nation = measured.get(SectionRun.NATION);
        String[] core = row(nation, NationSection.CORE);
        String[] flink = row(nation, NationSection.FLINK);
        double years = nation.number(NationSection.DAYS) / DAYS_A_YEAR;
        forces = (int) nation.number(NationSection.FORCES);
        recordsAYear = number(core, 1) / years;
        casesAYear = number(core, 2) / years;
        coreMicros = number(core, 3) / MILLIS_A_SECOND * MICROS_A_SECOND / number(core, 1);
        flinkMicros = number(flink, 3) / MILLIS_A_SECOND * MICROS_A_SECOND / number(flink, 1);
        allInBytes = number(core, 5) / number(core, 2);
        ResultsFile state = measured.get(SectionRun.STATE);
        String[] heap = row(state, "heap");
        String[] rocksDb = row(state, "rocksdb");
        heapBytes = number(heap, 2) / number(heap, 1);
        diskBytes = number(rocksDb, 3) / number(rocksDb, 1);
        checkpointBytes = number(rocksDb, 5) / number(rocksDb, 1);
        String[] skewed = row(measured.get(SectionRun.SKEW), SkewSection.SKEWED);
        paneMicros = number(skewed, 5) / MILLIS_A_SECOND * MICROS_A_SECOND / number(skewed, 1);
    }

    void write() {
        lines.add("## A nation of ten years, and ten times that");
        lines.add("");
        lines.add("Reckoned, not measured; each step:");
        lines.add("");
        lines.add(
                "1. **Events.** %d forces as above have %.1f million records and %.2f million cases a year: in %d years %.0f and %.0f million.",
                forces,
                recordsAYear / MILLION,
                casesAYear / MILLION,
                YEARS,
                recordsAYear * YEARS / MILLION,
                casesAYear * YEARS / MILLION);
        lines.add(
                "2. **Processor.** Through Flink an event took %.1f µs of processor time with %d forces (through the core alone %.1f), and what it costs does not"
                        + " grow with cases or days: %.0f million records take %.1f hours of one core, %.1f of 16. What the sinks take besides is"
                        + " in [performance](performance.md).",
                flinkMicros, forces, coreMicros, recordsAYear * YEARS / MILLION, hours(YEARS), hours(YEARS) / 16);
        lines.add(
                "3. **The one thread.** The panes of a force took %.1f µs an event: a thread takes %,.0f events of one force a second, so ten years of a force"
                        + " (%.1f million records) take %.1f minutes at least. %d forces keep as many threads busy, so this bounds no machine of fewer cores;"
                        + " a force that is half of the nation would.",
                paneMicros,
                MICROS_A_SECOND / paneMicros,
                recordsAYear * YEARS / forces / MILLION,
                recordsAYear * YEARS / forces * paneMicros / MICROS_A_SECOND / 60,
                forces);
        lines.add(
                "4. **State.** A case takes %.0f bytes of the heap, %.0f of RocksDB's disk and %.0f of a checkpoint; people, places, panes and the follow-up of cases"
                        + " with it %.0f of the heap in the core. %.0f million cases take %.0f GiB of heap, or %.0f GiB of disk with RocksDB.",
                heapBytes,
                diskBytes,
                checkpointBytes,
                allInBytes,
                casesAYear * YEARS / MILLION,
                casesAYear * YEARS * heapBytes / GIBI,
                casesAYear * YEARS * diskBytes / GIBI);
        lines.add(
                "5. **Live.** %.1f million records a year are %.2f a second on average: %.3f %% of one core.",
                recordsAYear / MILLION,
                recordsAYear / DAYS_A_YEAR / SECONDS_A_DAY,
                100 * recordsAYear / DAYS_A_YEAR / SECONDS_A_DAY * flinkMicros / MICROS_A_SECOND);
        lines.add("");
        lines.add(
                "| | records, millions | cases, millions | replay, hours of a core | heap, GiB, on the heap backend | disk, GiB, on RocksDB | whole checkpoint, GiB |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|");
        row("one year", 1);
        row("ten years", YEARS);
        row("ten times that", YEARS * MORE);
        lines.add("");
        lines.add(
                "So a nation of ten years is a matter of one machine with RocksDB and of a night. Ten times that is a cluster: the replay is divided by forces and by");
        lines.add("cases, and the threads of panes are its bound once there are more cores than forces.");
        lines.add("");
    }

    private void row(String name, int years) {
        lines.add(
                "| %s | %,.0f | %,.1f | %.1f | %,.0f | %,.0f | %,.0f |",
                name,
                recordsAYear * years / MILLION,
                casesAYear * years / MILLION,
                hours(years),
                casesAYear * years * heapBytes / GIBI,
                casesAYear * years * diskBytes / GIBI,
                casesAYear * years * checkpointBytes / GIBI);
    }

    /** Of processor time, through Flink. */
    private double hours(int years) {
        return recordsAYear * years * flinkMicros / MICROS_A_SECOND / SECONDS_A_HOUR;
    }

    private static String[] row(ResultsFile file, String name) {
        return file.rows().stream()
                .map(row -> row.split(","))
                .filter(fields -> fields[0].equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double number(String[] fields, int index) {
        return Double.parseDouble(fields[index]);
    }
}
