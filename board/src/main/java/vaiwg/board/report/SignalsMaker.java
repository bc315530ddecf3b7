package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.statistics.signals.charts.SignalText;

/** Makes the page of signals and what was done. */
final class SignalsMaker {
    private static final String NOTES =
            "A signal is a 28-day period outside the limits, or a run that chance rarely makes, singled out among all"
                    + " charts. Watch: wait for the next period. Act: two periods agree; find the cause. Check the data: recording"
                    + " changed in the same days. " + SignalText.falseAlarms()
                    + " Since: the first day of what the signal rests on.";

    private final Material material;
    private final List<OpenMatter> matters;

    SignalsMaker(Material material, List<OpenMatter> matters) {
        this.material = material;
        this.matters = matters;
    }

    SignalsPage make() {
        SignalHistory history = new SignalHistory(material);
        List<LocalDate> ends = history.ends();
        return new SignalsPage(
                lead(),
                matters.stream().map(OpenMatter::matter).toList(),
                ends,
                history.lines(ends),
                new ClosedSignals(material, matters).statements(),
                NOTES);
    }

    private Statement lead() {
        int act = (int) matters.stream()
                .filter(matter -> matter.matter().state() == Matter.State.ACT)
                .count();
        int watch = matters.size() - act;
        int answered = (int) matters.stream()
                .filter(matter -> matter.matter().answer().isPresent())
                .count();
        LocalDate year = material.asAt().minusYears(1);
        int raised = (int) material.signals().stream()
                .filter(signal -> signal.raisedOn().isAfter(year))
                .count();
        String said = "In the year to " + Days.full(material.asAt()) + ", "
                + ReportWords.counted(raised, "signal was", "signals were") + " raised."
                + (raised > 1 ? " Charts that show the same cause are one matter." : "");
        if (matters.isEmpty()) {
            return new Statement(
                    Optional.of(Judgement.of(Verdict.USUAL)), "No signal is open.", said, Optional.empty());
        }
        Judgement judgement = matters.get(0).matter().judgement();
        return new Statement(
                Optional.of(judgement),
                ReportWords.capital(ReportWords.counted(act, "matter needs", "matters need")) + " action, "
                        + ReportWords.small(watch)
                        + (watch == 1 ? " needs" : " need") + " watching; "
                        + (answered == 0
                                ? "none has"
                                : answered == 1 ? "one has" : ReportWords.small(answered) + " have")
                        + " an answer.",
                said,
                Optional.empty());
    }
}
