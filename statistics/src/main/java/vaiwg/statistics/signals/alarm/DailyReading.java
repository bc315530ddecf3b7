package vaiwg.statistics.signals.alarm;

/**
 * What a daily series shows at the end of a day: outcomes of the four weeks that end with it, since those of one day are often too few to be
 * shown.
 *
 * @param theme the stratum's slug
 * @param outcomes the slug of the outcomes counted
 * @param observed outcomes that became known in the 28 days, or since the reference year where that is less
 * @param expected those that were expected to
 */
public record DailyReading(String theme, String outcomes, int observed, double expected) {
    private static final int DAYS = 28;

    static DailyReading of(OutcomeSeries series) {
        SeriesDays days = series.days();
        int day = days.through();
        int observed = 0;
        double expected = 0;
        for (int past = Math.max(days.firstDay(), day - DAYS + 1); past <= day; past++) {
            observed += days.observed(past);
            expected += days.expected(past);
        }
        return new DailyReading(series.stratum().slug(), series.outcomes().slug(), observed, expected);
    }
}
