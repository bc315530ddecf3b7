package vaiwg.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vaiwg.bench.results.ResultsFile;

/** What an event costs in the core of one force whose history gets ever longer: the last four weeks before each mark. */
final class DaysSection implements Section {
    static final String HEADER = "days,cases,events,ns_an_event";

    private static final List<Integer> MARKS = List.of(28, 90, 365, 1_096, 1_827, 3_650);
    private static final List<Integer> EARLY_MARKS = List.of(28, 56);
    private static final int WARM_UP = 4;
    private static final int WARM_UP_DAYS = 120;
    private static final int SMALL_WARM_UP_DAYS = 7;

    @Override
    public ResultsFile measure(Trial trial) {
        List<Integer> marks = trial.of(EARLY_MARKS, MARKS);
        CaseTemplates templates = CaseTemplates.of(trial.seed(), trial.of(28, 180));
        for (int i = 0; i < WARM_UP; i++) {
            new CoreTimer(templates, new ScaledForce(templates, "warm-up", 1, 1))
                    .playThrough(trial.of(SMALL_WARM_UP_DAYS, WARM_UP_DAYS));
        }
        CoreTimer timer = new CoreTimer(templates, new ScaledForce(templates, "west-midlands", 1, 1));
        int last = marks.get(marks.size() - 1);
        Countdown countdown = new Countdown(trial, "days of history", last);
        List<String> rows = new ArrayList<>();
        for (int mark : marks) {
            while (timer.day() < mark - CaseTemplates.CYCLE) {
                timer.playDay();
                countdown.at(timer.day());
            }
            long nanos = timer.nanos();
            long events = timer.events();
            timer.playThrough(mark);
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%.0f",
                    mark,
                    timer.run().cases(),
                    timer.events() - events,
                    (double) (timer.nanos() - nanos) / (timer.events() - events)));
            trial.say(rows.get(rows.size() - 1));
        }
        return new ResultsFile(Map.of("horizon", Integer.toString(templates.horizon())), HEADER, rows);
    }
}
