package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;

/** What a chart's newest period says. */
final class Judge {
    private Judge() {}

    /** @param newest empty where the chart has no period of this time; {@code charted} whether there is a chart at all */
    static Judgement of(MeasureEntry measure, Optional<ChartedPeriod> newest, boolean charted) {
        if (newest.isPresent()) {
            return of(newest.get());
        }
        return Judgement.of(charted || measure.shownAsCount() ? Verdict.TOO_FEW : Verdict.NOT_CHARTED);
    }

    static Judgement of(ChartedPeriod period) {
        if (period.trial() || period.variation().isEmpty()) {
            return Judgement.of(Verdict.NO_LIMITS);
        }
        return switch (period.variation().get()) {
            case CONCERN -> new Judgement(Verdict.CONCERN, period.figureSide());
            case IMPROVEMENT -> new Judgement(Verdict.BETTER, period.figureSide());
            case NEUTRAL -> new Judgement(Verdict.CHANGE, levelSide(period));
            case COMMON_CAUSE -> usual(period);
        };
    }

    /** The way in which the level moved: of a stock that grew by less than usual up. */
    private static int levelSide(ChartedPeriod period) {
        boolean ofStock = period.chart() == ChartedPeriod.Chart.CHANGE && period.value() != 0;
        return ofStock ? (int) Math.signum(period.value()) : period.figureSide();
    }

    private static Judgement usual(ChartedPeriod period) {
        if (period.chart() != ChartedPeriod.Chart.CHANGE || period.value() == 0) {
            return Judgement.of(Verdict.USUAL);
        }
        return Judgement.of(period.value() > 0 ? Verdict.USUAL_RISE : Verdict.USUAL_FALL);
    }

    /** How many of the newest periods running lie beyond a limit, on the side of the newest; 0 where that does not. */
    static int periodsOutside(List<ChartedPeriod> periods) {
        return running(periods, true);
    }

    /** How many of the newest periods running lie on the newest's side of the centre. */
    static int periodsOnOneSide(List<ChartedPeriod> periods) {
        return running(periods, false);
    }

    private static int running(List<ChartedPeriod> periods, boolean outside) {
        int count = 0;
        int side = 0;
        for (int i = periods.size() - 1; i >= 0; i--) {
            ChartedPeriod period = periods.get(i);
            int its = outside ? outside(period) : (int) Math.signum(period.value() - period.centre());
            if (its == 0 || period.trial() || side != 0 && its != side) {
                return count;
            }
            side = its;
            count++;
        }
        return count;
    }

    private static int outside(ChartedPeriod period) {
        if (period.value() > period.upper()) {
            return 1;
        }
        return period.value() < period.lower() ? -1 : 0;
    }
}
