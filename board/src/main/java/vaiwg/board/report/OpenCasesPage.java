package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.Commitment;

/** Open cases: how many and how old, what arrives and what is closed, what waits for the CPS, and what comes if that goes on. */
final class OpenCasesPage {
    static final String ID = "open-cases";
    private static final String OPEN = "open_over_90d";
    private static final List<String> AGES = List.of(OPEN, "open_over:over=180d", "open_over:over=365d");
    private static final int SHOWN = 6;
    private static final int YEAR = 13;
    private static final int AHEAD = 3;
    private static final double Z = 1.96;

    private OpenCasesPage() {}

    /** A period of 28 days: how many were open at its end, how many crimes were recorded in it. */
    private record Flow(ChartedPeriod end, int open, int more, int arrived) {}

    static Page of(Facts facts) {
        List<Flow> flows = flows(facts);
        return Page.of(
                ID,
                "Open cases",
                "",
                new Block.Sentences("If this goes on", facts.isExact() ? forecast(flows) : List.of()),
                ages(facts),
                facts.chart(OPEN, "", 190),
                movements(facts, flows),
                facts.table(
                        "With the Crown Prosecution Service",
                        "",
                        "cps_overdue",
                        "cps_resubmission_overdue",
                        "cps_overdue_oldest_days",
                        "cps_resubmission_oldest_days",
                        "cps_days_to_decision_median",
                        "cps_escalated"));
    }

    private static Block.Grid ages(Facts facts) {
        List<String> slices = Stream.concat(Slices.THEMES.stream().map(Slices::ofTheme), Stream.of(""))
                .toList();
        List<Line> lines = slices.stream()
                .flatMap(slice -> facts.figure(OPEN, slice).stream().map(first -> {
                    List<Cell> cells = new ArrayList<>(List.of(Cell.of(first, Part.WHOLE)));
                    AGES.stream()
                            .map(Commitment.Seen::of)
                            .flatMap(seen -> facts.figure(seen.measure(), Slices.both(seen.slice(), slice)).stream())
                            .forEach(figure -> {
                                cells.add(Cell.of(figure, Part.COUNT));
                                cells.add(Cell.of(figure, Part.VALUE));
                            });
                    return new Line(slice.isEmpty() ? "All, each once" : Slices.title(slice), cells, slice.isEmpty());
                }))
                .toList();
        return new Block.Grid(
                "How old they are",
                facts.material()
                        .edition()
                        .historyFrom()
                        .filter(day -> day.isAfter(facts.asAt().minusYears(2)))
                        .map(day -> "The records begin on " + Days.full(day)
                                + ": no case can be older, and the oldest ages grow for that reason alone.")
                        .orElse(""),
                "Theme",
                List.of("Open now", "Over 90 days", "%", "Over 180 days", "%", "Over a year", "%"),
                lines);
    }

    private static List<Flow> flows(Facts facts) {
        List<ChartedPeriod> open = facts.periods(OPEN, "");
        List<ChartedPeriod> recorded = facts.periods("recorded_offences", "");
        List<Flow> flows = new ArrayList<>();
        for (int i = 1; i < open.size(); i++) {
            ChartedPeriod end = open.get(i);
            Integer before = open.get(i - 1).denominator();
            recorded.stream()
                    .filter(period -> period.lastDay().equals(end.lastDay()))
                    .findFirst()
                    .filter(period -> before != null && end.denominator() != null)
                    .ifPresent(period -> flows.add(
                            new Flow(end, end.denominator(), end.denominator() - before, period.numerator())));
        }
        return flows;
    }

    private static Block.Grid movements(Facts facts, List<Flow> flows) {
        List<Line> lines = flows.subList(Math.max(0, flows.size() - SHOWN), flows.size()).stream()
                .filter(flow -> facts.tells(flow.open())
                        && facts.tells(flow.arrived())
                        && facts.tells(flow.arrived() - flow.more()))
                .map(flow -> new Line(
                        Days.brief(flow.end().firstDay()) + " to "
                                + Days.brief(flow.end().lastDay()),
                        List.of(
                                Cell.of(Digits.count(flow.arrived())),
                                Cell.of(Digits.count(flow.arrived() - flow.more())),
                                Cell.of((flow.more() > 0 ? "+" : "") + Digits.count(flow.more())),
                                Cell.of(Digits.count(flow.open()))),
                        false))
                .toList();
        return new Block.Grid(
                "What arrives and what is closed",
                "Closed: arrivals less the growth of what is open, so that crimes that were cancelled or reclassified are in it too.",
                "28 days",
                List.of("Recorded", "Closed", "Open: more or fewer", "Open at the end"),
                lines);
    }

    /** What is open in twelve weeks where each 28 days bring as much more as those of the newest year did, give or take their spread. */
    private static List<Sentence> forecast(List<Flow> flows) {
        if (flows.size() < YEAR) {
            return List.of();
        }
        double[] more = flows.subList(flows.size() - YEAR, flows.size()).stream()
                .mapToDouble(Flow::more)
                .toArray();
        double mean = 0;
        for (double each : more) {
            mean += each / YEAR;
        }
        double spread = 0;
        for (double each : more) {
            spread += (each - mean) * (each - mean) / (YEAR - 1);
        }
        Flow last = flows.get(flows.size() - 1);
        double expected = last.open() + AHEAD * mean;
        // The mean itself is known from the periods of one year only.
        double reach = Z * Math.sqrt(AHEAD * spread + AHEAD * AHEAD * spread / YEAR);
        return List.of(Sentence.of(
                Digits.decimal(rounded(expected), 0) + " cases will be open on "
                        + Days.full(last.end().lastDay().plusDays(28L * AHEAD)) + ".",
                "Between " + Digits.decimal(rounded(expected - reach), 0) + " and "
                        + Digits.decimal(rounded(expected + reach), 0) + " (95% interval); "
                        + Digits.count(last.open()) + " were open on "
                        + Days.full(last.end().lastDay())
                        + ". It is the growth of the last year carried on, and knows of no change of practice."));
    }

    private static double rounded(double number) {
        return 10 * Math.rint(number / 10);
    }
}
