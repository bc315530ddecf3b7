package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.report.Block.Cell;

/**
 * What is open, what arrived and what was closed, by periods of 28 days.
 *
 * @param flows oldest first; of periods of which both are charted
 */
record Backlog(List<Flow> flows) {
    static final int AHEAD = 3;
    private static final int YEAR = 13;
    private static final double Z = 1.96;

    /** Of a theme, or of all. */
    static Backlog of(Facts facts, String slice) {
        List<ChartedPeriod> open = facts.periods("open_over_90d", slice);
        List<ChartedPeriod> recorded = facts.periods("recorded_offences", slice);
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
        return new Backlog(List.copyOf(flows));
    }

    /** A period, or several: how many were open at the end, how many more than before, how many crimes were recorded. */
    record Flow(ChartedPeriod end, int open, int more, int arrived) {
        static final List<String> HEADS = List.of("Recorded", "Closed", "Open: more or fewer", "Open at the end");

        /** With what was cancelled or reclassified. */
        private int closed() {
            return arrived - more;
        }

        List<Cell> cells() {
            return List.of(
                    Cell.of(Digits.count(arrived)),
                    Cell.of(Digits.count(closed())),
                    Cell.of((more > 0 ? "+" : "") + Digits.count(more)),
                    Cell.of(Digits.count(open)));
        }

        /** Whether its numbers, which are of no published row, may be told. */
        boolean isTold(Facts facts) {
            return facts.tells(open) && facts.tells(arrived) && facts.tells(closed());
        }
    }

    List<Flow> newest(int most) {
        return flows.subList(Math.max(0, flows.size() - most), flows.size());
    }

    Flow last() {
        return flows.get(flows.size() - 1);
    }

    /** The newest year in one; empty where there is none yet. */
    Optional<Flow> year() {
        return flows.size() < YEAR
                ? Optional.empty()
                : newest(YEAR).stream()
                        .reduce((before, flow) -> new Flow(
                                flow.end(),
                                flow.open(),
                                before.more() + flow.more(),
                                before.arrived() + flow.arrived()));
    }

    /** How many will be open, to the nearest ten. */
    record Forecast(double expected, double reach) {
        String most() {
            return shown(expected + reach);
        }

        String least() {
            return shown(Math.max(0, expected - reach));
        }

        String middle() {
            return shown(expected);
        }

        private static String shown(double number) {
            return Digits.decimal(10 * Math.rint(number / 10), 0);
        }
    }

    /** What is open in twelve weeks where each 28 days bring as much more as those of the newest year did, give or take their spread. */
    Optional<Forecast> ahead() {
        if (flows.size() < YEAR) {
            return Optional.empty();
        }
        double[] more = newest(YEAR).stream().mapToDouble(Flow::more).toArray();
        double mean = 0;
        for (double each : more) {
            mean += each / YEAR;
        }
        double spread = 0;
        for (double each : more) {
            spread += (each - mean) * (each - mean) / (YEAR - 1);
        }
        // The mean itself is known from the periods of one year only.
        double reach = Z * Math.sqrt(AHEAD * spread + AHEAD * AHEAD * spread / YEAR);
        return Optional.of(new Forecast(last().open() + AHEAD * mean, reach));
    }
}
