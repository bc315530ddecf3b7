package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.report.Block.Cell;
import vaiwg.kpis.text.Digits;

/**
 * What is open, what arrived and what left the open list, by periods of 28 days.
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
        static final List<String> HEADS =
                List.of("Recorded", "Left the open list", "Open: more or fewer", "Open at the end");

        /** Closed, cancelled or reclassified. */
        private int left() {
            return arrived - more;
        }

        List<Cell> cells() {
            return List.of(
                    Cell.of(Digits.count(arrived)),
                    Cell.of(Digits.count(left())),
                    Cell.of(plus(more) + Digits.count(more)),
                    Cell.of(Digits.count(open)));
        }

        /** Whether its numbers, which are of no published row, may be told. */
        boolean isTold(Facts facts) {
            return facts.tells(open) && facts.tells(arrived) && facts.tells(left());
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
            return toTen(expected + reach);
        }

        String least() {
            return toTen(Math.max(0, expected - reach));
        }

        String middle() {
            return toTen(expected);
        }
    }

    /**
     * How many more were open after the latest twelve weeks than before, beside twelve weeks of the newest year on average.
     *
     * @param open at the end of these weeks
     */
    record Pace(int latest, double usual, int open) {
        /** "Growth slows: +240 open cases in the latest 12 weeks, +1,260 in an average 12 weeks of the last year". */
        String inWords() {
            return word() + ": " + plus(latest) + Digits.count(latest) + " open cases in the latest 12 weeks, "
                    + plus(usual) + toTen(usual) + " in an average 12 weeks of the last year";
        }

        /** How many will be open after as many weeks more like these. */
        String carriedOn() {
            return toTen(Math.max(0, open + latest));
        }

        private String word() {
            if (usual > 0 && latest > 0) {
                return latest < usual ? "Growth slows" : "Growth quickens";
            }
            if (usual < 0 && latest < 0) {
                return latest > usual ? "The fall slows" : "The fall quickens";
            }
            return latest > 0 ? "Open cases grow" : latest < 0 ? "Open cases fall" : "Open cases neither grow nor fall";
        }
    }

    /** That of the latest weeks, where it is another than the year's: each of their periods brought more than the year's average, or each fewer. */
    Optional<Pace> otherPace() {
        return year().flatMap(year -> {
            List<Flow> latest = newest(AHEAD);
            boolean above = latest.stream().allMatch(flow -> flow.more() * YEAR > year.more());
            boolean below = latest.stream().allMatch(flow -> flow.more() * YEAR < year.more());
            return above || below
                    ? Optional.of(new Pace(
                            latest.stream().mapToInt(Flow::more).sum(),
                            (double) AHEAD * year.more() / YEAR,
                            year.open()))
                    : Optional.empty();
        });
    }

    private static String toTen(double number) {
        return Digits.decimal(10 * Math.rint(number / 10), 0);
    }

    private static String plus(double number) {
        return number > 0 ? "+" : "";
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
