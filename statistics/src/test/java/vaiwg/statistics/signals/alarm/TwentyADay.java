package vaiwg.statistics.signals.alarm;

import vaiwg.kpis.reference.Cause;

/** A stratum with twenty crimes a day, each ended on its own day; in the reference year ten of them with outcome 16. */
final class TwentyADay {
    /** A Monday. */
    static final int FIRST = 17_532;

    static final int WATCHED = FIRST + Baseline.DAYS;
    static final int EXPECTED = 10;
    private static final int CRIMES = 20;

    final RiskDays days = new RiskDays(FIRST);

    TwentyADay() {
        for (int day = 0; day < Baseline.DAYS; day++) {
            next(EXPECTED);
        }
    }

    /** The next day: so many of its twenty crimes end with outcome 16. */
    void next(int outcomes16) {
        days.advance();
        for (int crime = 0; crime < CRIMES; crime++) {
            days.record(days.through(), 1);
            days.end(days.through(), days.through(), crime < outcomes16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
        }
    }

    /** So many outcomes 16 of a day turn out to be something else. */
    void correct(int day, int outcomes16) {
        move(day, outcomes16, Cause.OUTCOME_16, Cause.OTHER_OUTCOME);
    }

    /** So many other outcomes of a day turn out to be outcome 16. */
    void find(int day, int outcomes16) {
        move(day, outcomes16, Cause.OTHER_OUTCOME, Cause.OUTCOME_16);
    }

    private void move(int day, int count, Cause from, Cause to) {
        for (int i = 0; i < count; i++) {
            days.end(day, day, from, -1);
            days.end(day, day, to, 1);
        }
    }

    Baseline baseline() {
        return Baseline.fit(days, FIRST, OutcomeSet.OUTCOME_16, HolidayPattern.NONE)
                .orElseThrow();
    }

    SeriesDays series() {
        SeriesDays series = new SeriesDays(baseline(), OutcomeSet.OUTCOME_16, WATCHED);
        series.refresh(days, WATCHED);
        return series;
    }
}
