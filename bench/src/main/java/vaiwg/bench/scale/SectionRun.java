package vaiwg.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.Scratch;
import vaiwg.bench.results.Machine;
import vaiwg.bench.results.ResultsFile;

/** The sections, each measured by a program in a JVM of its own. */
enum SectionRun {
    CASES(CasesSection::new, 14),
    DAYS(DaysSection::new, 4),
    STATE(StateSection::new, 4),
    PARALLELISM(ParallelismSection::new, 2),
    SKEW(SkewSection::new, 4),
    NATION(NationSection::new, 18);

    static final String SECONDS = "seconds";

    private final Supplier<Section> section;
    private final int heapGib;

    SectionRun(Supplier<Section> section, int heapGib) {
        this.section = section;
        this.heapGib = heapGib;
    }

    /** Its name in options. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its file within a folder of results. */
    Path file(Path results) {
        return results.resolve("scale-" + id() + ".csv");
    }

    /** Measures in a new JVM, and writes the file. */
    void start(boolean full, long seed, Path results) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                name(),
                Boolean.toString(full),
                Long.toString(seed),
                file(results).toString());
        int heap = full ? heapGib : 2;
        try (ChildJvm jvm = ChildJvm.start(
                SectionRun.class, arguments, List.of("-Xms1g", "-Xmx" + heap + "g", "-Xmn" + heap * 256 + "m"))) {
            jvm.requireEnd("The section " + id());
        }
    }

    /** @param arguments section, whether at its full size, seed, file */
    public static void main(String[] arguments) {
        ChildJvm.run(() -> {
            long begin = System.nanoTime();
            ResultsFile measured;
            try (Scratch scratch = new Scratch()) {
                measured = valueOf(arguments[0])
                        .section
                        .get()
                        .measure(new Trial(Boolean.parseBoolean(arguments[1]), Long.parseLong(arguments[2]), scratch));
            }
            Map<String, String> facts = new LinkedHashMap<>(measured.facts());
            facts.put(SECONDS, Long.toString(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
            Machine.with(new ResultsFile(facts, measured.header(), measured.rows()))
                    .write(Path.of(arguments[3]));
        });
    }
}
