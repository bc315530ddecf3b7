package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.Signal;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.report.Matters.OpenMatter;

/** Makes the page of signals and what was done. */
final class SignalsMaker {
    private static final int PERIODS = 26;
    private static final int MOST_CLOSED = 8;
    private static final String NOTES =
            "A signal is a 28-day period outside the limits, or a run that chance rarely makes. Watch: wait for"
                    + " the next period. Act: two periods agree; find the cause. Check the data: recording changed in the same days."
                    + " Chance alone gives one such signal in forty charts about every seven months. Since: the first day of what the"
                    + " signal rests on.";

    private final Material material;
    private final List<OpenMatter> matters;
    private final ChartChoice choice;

    SignalsMaker(Material material, List<OpenMatter> matters) {
        this.material = material;
        this.matters = matters;
        this.choice = new ChartChoice(material.charts(), material.asAt());
    }

    SignalsPage make() {
        List<LocalDate> ends = ends();
        return new SignalsPage(
                lead(), matters.stream().map(OpenMatter::matter).toList(), ends, history(ends), closed(), NOTES);
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
        String said = "In the year to " + Words.day(material.asAt()) + ", "
                + Words.counted(raised, "signal was", "signals were") + " raised."
                + (raised > 1 ? " Charts that show the same cause are one matter." : "");
        if (matters.isEmpty()) {
            return new Statement(
                    Optional.of(Judgement.of(Verdict.USUAL)), "No signal is open.", said, Optional.empty());
        }
        Judgement judgement = matters.get(0).matter().judgement();
        return new Statement(
                Optional.of(judgement),
                Words.capital(Words.counted(act, "matter needs", "matters need")) + " action, " + Words.small(watch)
                        + (watch == 1 ? " needs" : " need") + " watching; "
                        + (answered == 0 ? "none has" : answered == 1 ? "one has" : Words.small(answered) + " have")
                        + " an answer.",
                said,
                Optional.empty());
    }

    /** The midnights at which the newest two years of 28 days became known. */
    private List<LocalDate> ends() {
        TreeSet<LocalDate> ends = material.dictionary().all().stream()
                .flatMap(measure -> material.charts().keys(measure.kpi()))
                .filter(key -> !key.window().equals("1m"))
                .flatMap(key -> material.charts().of(key).stream())
                .map(ChartedPeriod::asAt)
                .collect(Collectors.toCollection(TreeSet::new));
        return ends.stream().skip(Math.max(0, ends.size() - PERIODS)).toList();
    }

    /** The figures of page 1, and of them the themes that had a signal. */
    private List<SignalsPage.Line> history(List<LocalDate> ends) {
        List<SignalsPage.Line> lines = new ArrayList<>();
        for (MeasureEntry measure : material.dictionary().onPage1()) {
            Optional<Reading> reading = ThemeTable.reading(material, measure);
            if (reading.isEmpty() || measure.restricted()) {
                continue;
            }
            line(measure, reading.get(), measure.slice(), ends).ifPresent(lines::add);
            for (String theme : Slices.THEMES) {
                line(measure, reading.get(), Slices.ofTheme(theme), ends)
                        .filter(line -> line.verdicts().stream()
                                .flatMap(Optional::stream)
                                .anyMatch(judged -> judged.verdict().isSignal()))
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<SignalsPage.Line> line(MeasureEntry measure, Reading reading, String slice, List<LocalDate> ends) {
        Optional<SeriesKey> key = choice.beside(measure, reading, slice);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, ChartedPeriod> byEnd = material.charts().of(key.get()).stream()
                .collect(Collectors.toMap(ChartedPeriod::asAt, Function.identity()));
        String theme = Slices.theme(slice);
        String title = ChartNames.of(measure, key.get())
                + (slice.equals(measure.slice()) ? "" : ", " + Words.lower(Slices.themeTitle(theme)));
        return Optional.of(new SignalsPage.Line(
                title,
                ends.stream()
                        .map(end -> Optional.ofNullable(byEnd.get(end)).map(Judge::of))
                        .toList()));
    }

    /** Signals that ended or were withdrawn since the last report, those of one cause in one sentence. */
    private List<Statement> closed() {
        Optional<LocalDate> previous = material.edition().previous();
        List<Signal> closed = material.signals().stream()
                .filter(signal -> !signal.isOpen())
                .filter(signal ->
                        previous.map(day -> signal.newest().asAt().isAfter(day)).orElse(false))
                .toList();
        List<Statement> statements = new ArrayList<>();
        List<Cause> causes = new Causes(material.dictionary()).group(closed);
        causes.stream().limit(MOST_CLOSED).map(this::closed).forEach(statements::add);
        int left = causes.stream().skip(MOST_CLOSED).mapToInt(Cause::charts).sum();
        if (left > 0) {
            statements.add(new Statement(
                    Optional.empty(),
                    Words.capital(Words.counted(left, "more signal", "more signals")) + " ended.",
                    "",
                    Optional.empty()));
        }
        return statements;
    }

    private Statement closed(Cause cause) {
        Signal main = cause.signals().get(0);
        MeasureEntry measure = material.dictionary().find(main.key().kpi()).orElseThrow();
        Collection<SignalChange> ends =
                cause.signals().stream().map(Signal::newest).toList();
        LocalDate last =
                ends.stream().map(SignalChange::asAt).max(LocalDate::compareTo).orElseThrow();
        boolean withdrawn = ends.stream().allMatch(change -> change.change().equals("withdrawn"));
        String where = !cause.lpa().isEmpty()
                ? Slices.areaTitle(cause.lpa()) + ": "
                : cause.theme().isEmpty() ? "" : Slices.themeTitle(cause.theme()) + ": ";
        String what = ConcernWords.of(measure, cause.side());
        String raised = Words.shortDay(cause.raisedOn(), material.asAt());
        String charts =
                cause.charts() == 1 ? "The signal" : Words.capital(Words.small(cause.charts())) + " signals, the first";
        String text = withdrawn
                ? charts + " of " + raised + ", withdrawn on " + Words.shortDay(last, material.asAt())
                        + ": corrections took away what it rested on."
                : "Back to usual since " + Words.shortDay(last, material.asAt()) + ". " + charts + " of " + raised
                        + (cause.charts() == 1 ? ", is closed." : ", are closed.");
        return new Statement(
                Optional.empty(),
                (where.isEmpty() ? Words.capital(what) : where + what) + ".",
                text,
                Optional.of(measure.area()));
    }
}
