package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** Open cases: how many and how old, what arrives and what leaves the list, what waits for the CPS, and what comes if that goes on. */
final class OpenCasesPage {
    static final String ID = "open-cases";
    private static final String OPEN = "open_over_90d";
    private static final List<String> AGES = List.of(OPEN, "open_over:over=180d", "open_over:over=365d");
    private static final List<String> SLICES = Stream.concat(
                    SliceTitles.THEMES.stream().map(Slice::ofTheme), Stream.of(""))
            .toList();
    private static final int SHOWN = 6;
    /** Of the chart, in px: what is owed before the figures takes a line of it. */
    private static final int HEIGHT = 190;

    private static final int A_LINE = 24;

    private OpenCasesPage() {}

    static Page of(Facts facts) {
        Backlog backlog = Backlog.of(facts, "");
        boolean young = facts.material().verdict(OPEN, "").state() == State.TOO_YOUNG;
        Block ages = ages(facts);
        Block cps = StockNote.below(facts.table(
                "With the Crown Prosecution Service, all themes",
                facts.rows(
                        "",
                        "cps_overdue",
                        "cps_resubmission_overdue",
                        "cps_overdue_oldest_days",
                        "cps_resubmission_oldest_days",
                        "cps_days_to_decision_median",
                        "cps_escalated")));
        String lead = new OpenMatters(facts.material()).lead(ages, cps);
        return Page.of(
                ID,
                "Open cases",
                lead,
                new Block.Sentences(
                        "If this goes on",
                        facts.isExact() ? forecast(backlog, young).stream().toList() : List.of()),
                ages,
                facts.chart(OPEN, "", lead.isEmpty() ? HEIGHT : HEIGHT - A_LINE),
                movements(facts, backlog),
                byTheme(facts),
                cps);
    }

    private static String title(String slice) {
        return slice.isEmpty() ? "All, each once" : SliceTitles.title(slice);
    }

    private static Block.Grid ages(Facts facts) {
        List<Line> lines = SLICES.stream()
                .flatMap(slice -> facts.figure(OPEN, slice).stream().map(first -> {
                    List<Cell> cells = new ArrayList<>(List.of(Cell.of(first, Part.WHOLE)));
                    AGES.stream()
                            .map(Commitment.Seen::of)
                            .flatMap(seen -> facts.figure(seen.measure(), Slice.both(seen.slice(), slice)).stream())
                            .forEach(figure -> {
                                cells.add(Cell.of(figure, Part.COUNT));
                                cells.add(Cell.of(figure, Part.VALUE));
                            });
                    return new Line(title(slice), cells, slice.isEmpty());
                }))
                .toList();
        boolean young = AGES.stream()
                .map(Commitment.Seen::of)
                .flatMap(seen -> facts.row(seen.measure(), seen.slice()))
                .anyMatch(row -> row.state() == State.TOO_YOUNG);
        return new Block.Grid(
                "How old they are, " + Facts.ALL,
                facts.material()
                        .edition()
                        .historyFrom()
                        .filter(day -> young)
                        .map(
                                day -> "Cases recorded before " + Days.full(day)
                                        + " are not in it: the true numbers are higher. Ages grow with the record and are not judged yet.")
                        .orElse(""),
                "Theme",
                List.of(
                        "Open on " + Days.brief(facts.asAt()),
                        "Over 90 days",
                        "%",
                        "Over 180 days",
                        "%",
                        "Over a year",
                        "%"),
                lines);
    }

    private static Block.Grid movements(Facts facts, Backlog backlog) {
        List<Line> lines = backlog.newest(SHOWN).stream()
                .filter(flow -> flow.isTold(facts))
                .map(flow -> new Line(
                        Days.brief(flow.end().firstDay()) + " to "
                                + Days.brief(flow.end().lastDay()),
                        flow.cells(),
                        false))
                .toList();
        return new Block.Grid(
                "What arrives and what leaves the open list, " + Facts.ALL,
                "Left the open list: closed, cancelled or reclassified; it is what arrived less the growth of what is open.",
                "28 days",
                Backlog.Flow.HEADS,
                lines);
    }

    /** The newest year of each theme, and what it comes to. */
    private static Block.Grid byTheme(Facts facts) {
        List<String> heads = new ArrayList<>(Backlog.Flow.HEADS);
        heads.add("In 12 weeks (95%)");
        return new Block.Grid(
                "The latest 52 weeks by theme, and what they come to, " + Facts.ALL,
                "52 weeks are the 13 periods of 28 days to the end of the latest above." + YearTotals.where(),
                "Theme",
                heads,
                SLICES.stream().flatMap(slice -> theme(facts, slice).stream()).toList());
    }

    private static Optional<Line> theme(Facts facts, String slice) {
        Backlog backlog = Backlog.of(facts, slice);
        return backlog.year()
                .filter(year -> year.isTold(facts))
                .flatMap(year -> backlog.ahead().map(ahead -> {
                    List<Cell> cells = new ArrayList<>(year.cells());
                    cells.add(Cell.of(ahead.least() + " to " + ahead.most()));
                    return new Line(title(slice), cells, slice.isEmpty());
                }));
    }

    /**
     * What comes if the newest year goes on; before it, where the latest weeks went another way, that they did, and last what comes of those.
     *
     * @param young whether the record is too young to judge how many are open: no case is older than it, so that some of what is added may be age
     */
    static Optional<Sentence> forecast(Backlog backlog, boolean young) {
        return backlog.ahead().map(ahead -> {
            boolean filling =
                    young && backlog.year().filter(year -> year.more() > 0).isPresent();
            Optional<Backlog.Pace> other = backlog.otherPace();
            LocalDate last = backlog.last().end().lastDay();
            String expected = condition(filling, other.isPresent()) + ahead.middle()
                    + " open cases are to be expected on " + Days.full(last.plusDays(28L * Backlog.AHEAD)) + ".";
            String open = "Between " + ahead.least() + " and " + ahead.most() + " (95% interval); "
                    + Digits.count(backlog.last().open()) + " were open on " + Days.full(last)
                    + (filling || other.isPresent()
                            ? ". In the latest 28 days "
                            : ". It is the growth of the last year carried on; in the latest 28 days ")
                    + grown(backlog.last().more()) + ".";
            return other.map(pace -> Sentence.of(
                            pace.inWords() + ".",
                            expected + " " + open + " If the latest 12 weeks go on instead: " + pace.carriedOn() + "."))
                    .orElseGet(() -> Sentence.of(expected, open));
        });
    }

    private static String condition(boolean filling, boolean other) {
        if (filling) {
            return "If the last year’s growth goes on, part of which may be the record filling, ";
        }
        return other ? "If the last year’s course goes on, " : "";
    }

    private static String grown(int more) {
        if (more == 0) {
            return "as many left the list as came";
        }
        return Digits.count(Math.abs(more)) + (more > 0 ? " fewer" : " more") + " left the list than came";
    }
}
