package vaiwg.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vaiwg.bench.results.ResultsFile;

/** As many events of four forces alike, and of four of which one is ten times as large as each of the others. */
final class SkewSection implements Section {
    static final String HEADER = "log,records,wall_ms,cpu_ms,panes_busiest_ms,panes_all_ms";
    static final String EVEN = "even";
    static final String SKEWED = "skewed";

    private static final int FORCES = 4;
    /** Parts of a force's cases: 13 of them in each log. */
    private static final int PARTS = 40;

    private static final int LARGE = 10;

    @Override
    public ResultsFile measure(Trial trial) throws Exception {
        int days = trial.of(10, 120);
        CaseTemplates templates = CaseTemplates.of(trial.seed(), days);
        // Once, so that the first is not the one that is compiled.
        run(trial, "warm-up", new ScaledFeed(templates, even(templates), trial.of(3, 60)));
        List<String> rows = new ArrayList<>();
        rows.add(run(trial, EVEN, new ScaledFeed(templates, even(templates), days)));
        rows.add(run(trial, SKEWED, new ScaledFeed(templates, skewed(templates), days)));
        return new ResultsFile(Map.of("days", Integer.toString(days)), HEADER, rows);
    }

    private static List<ScaledForce> even(CaseTemplates templates) {
        return IntStream.range(0, FORCES)
                .mapToObj(i -> new ScaledForce(templates, "force-" + i, LARGE + FORCES - 1, PARTS))
                .toList();
    }

    private static List<ScaledForce> skewed(CaseTemplates templates) {
        return IntStream.range(0, FORCES)
                .mapToObj(i -> new ScaledForce(templates, "force-" + i, FORCES * (i == 0 ? LARGE : 1), PARTS))
                .toList();
    }

    private static String run(Trial trial, String name, ScaledFeed feed) throws Exception {
        JobOfForces run = JobOfForces.run(feed, trial.scratch().folder(name));
        String row = String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%d",
                name,
                run.records(),
                run.millis(),
                run.cpuMillis(),
                run.panes().getMax(),
                run.panes().getSum());
        trial.say(row);
        return row;
    }
}
