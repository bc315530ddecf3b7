package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.page.RaceTable;
import vaiwg.bench.results.Machine;
import vaiwg.bench.results.ResultsFile;

/** What races measured, of which each may have been of some contestants. */
final class RaceResults {
    static final String DAYS = "days";
    static final String SEED = "seed";
    static final String TURNS = "seconds of turns";

    /** In these runs must be alike to be compared. */
    private static final List<String> SAME =
            List.of(DAYS, SEED, RaceTable.WARM_UP, RaceTable.WARM, "records", "answer", Machine.NAME, Machine.JAVA);

    private final Path file;

    RaceResults(Path file) {
        this.file = file;
    }

    /** What is known of how long turns take. */
    TurnTimes times() throws IOException {
        return new TurnTimes(known().map(before -> before.facts().get(TURNS)).orElse(""));
    }

    /**
     * Writes what was measured, with the former runs of contestants that did not take part now.
     *
     * @throws IllegalArgumentException where that cannot stand in one table with what is there
     */
    ResultsFile merge(ResultsFile measured) throws IOException {
        Optional<ResultsFile> before = known();
        Set<Entry> again = measured.rows().stream().map(RaceResults::entry).collect(Collectors.toSet());
        List<String> rows = new ArrayList<>();
        if (before.isPresent()) {
            for (String name : SAME) {
                String former = before.get().fact(name);
                if (!former.equals(measured.fact(name))) {
                    throw new IllegalArgumentException(
                            "The results stand for themselves and were not written, as those of "
                                    + file + " have '" + name + "' " + former + " and these " + measured.fact(name)
                                    + ": measure all contestants, or with the same options.");
                }
            }
            before.get().rows().stream()
                    .filter(row -> !again.contains(entry(row)))
                    .forEach(rows::add);
        }
        rows.addAll(measured.rows());
        ResultsFile merged = new ResultsFile(measured.facts(), measured.header(), rows);
        merged.write(file);
        return merged;
    }

    private Optional<ResultsFile> known() throws IOException {
        return Files.exists(file) ? Optional.of(ResultsFile.read(file)) : Optional.empty();
    }

    private static Entry entry(String row) {
        return Measurement.of(row).entry();
    }
}
