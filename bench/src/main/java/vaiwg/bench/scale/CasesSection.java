package vaiwg.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vaiwg.bench.results.ResultsFile;

/** What an event costs in the core of a force that has ever more cases in the same days. */
final class CasesSection implements Section {
    static final String HEADER = "cases,events,ns_an_event,live_bytes_a_case";

    /** In these days the West Midlands have 18,000 cases. */
    private static final List<Integer> COPIES = List.of(6, 17, 55, 276);

    private static final List<Integer> FEW_COPIES = List.of(1, 2);
    private static final int WARM_UP = 2;

    @Override
    public ResultsFile measure(Trial trial) {
        int days = trial.of(7, 60);
        List<Integer> sizes = trial.of(FEW_COPIES, COPIES);
        CaseTemplates templates = CaseTemplates.of(trial.seed(), days);
        for (int i = 0; i < WARM_UP; i++) {
            new CoreTimer(templates, new ScaledForce(templates, "warm-up", sizes.get(0), 1)).playThrough(days);
        }
        List<String> rows = new ArrayList<>();
        for (int copies : sizes) {
            rows.add(row(trial, templates, days, copies));
        }
        return new ResultsFile(Map.of("days", Integer.toString(days)), HEADER, rows);
    }

    private static String row(Trial trial, CaseTemplates templates, int days, int copies) {
        long before = Trial.liveBytes();
        CoreTimer timer = new CoreTimer(templates, new ScaledForce(templates, "west-midlands", copies, 1));
        // The later a day, the more cases it has events of.
        Countdown countdown = new Countdown(trial, copies + " times the force", (double) days * days);
        while (timer.day() < days) {
            timer.playDay();
            countdown.at((double) timer.day() * timer.day());
        }
        long live = Trial.liveBytes() - before;
        int cases = timer.run().cases();
        String row = String.format(
                Locale.ROOT,
                "%d,%d,%.0f,%.0f",
                cases,
                timer.events(),
                (double) timer.nanos() / timer.events(),
                (double) live / cases);
        trial.say(row);
        return row;
    }
}
