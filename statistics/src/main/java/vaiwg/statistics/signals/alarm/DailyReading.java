package vaiwg.statistics.signals.alarm;

/**
 * What a daily series shows for its last day. Score and threshold are those of a rise.
 *
 * @param theme the stratum's slug
 * @param outcomes the slug of the outcomes counted
 * @param observed outcomes that became known on the day
 * @param expected those that were expected to
 * @param score at the end of the day, 0 to the threshold
 */
public record DailyReading(
        String theme, String outcomes, int observed, double expected, double score, double threshold) {
    static DailyReading of(Series series) {
        int day = series.days().through();
        AlarmPath path = series.path(Shift.RISE);
        return new DailyReading(
                series.stratum().slug(),
                series.outcomes().slug(),
                series.days().observed(day),
                series.days().expected(day),
                path.score(day),
                path.threshold());
    }
}
