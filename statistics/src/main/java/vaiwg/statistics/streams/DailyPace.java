package vaiwg.statistics.streams;

import java.util.Map;
import java.util.NavigableMap;

/**
 * How many records a stream usually brings on a working day and on a day of rest, from the days of its own past.
 *
 * @param records in all
 * @param onWorkingDays a day
 * @param onRestDays a day
 * @param bunching how many records come together as one: the variance of a day against that of independent records (Pearson's statistic
 *     over its degrees of freedom), at least 1
 */
record DailyPace(int records, double onWorkingDays, double onRestDays, double bunching) {
    /** From so many days on the spread of daily counts is known; before, each day with records counts as one. */
    static final int ENOUGH_DAYS = 28;

    private static final int DAYS_A_WEEK = 7;
    private static final int WORKING_DAYS_A_WEEK = 5;

    /** The pace of the days from one to another, both included, on which at least one record came. */
    static DailyPace of(ArrivalDays arrivals, int from, int to, RestDays rest) {
        NavigableMap<Integer, Integer> counts = arrivals.in(from, to);
        long working = 0;
        long resting = 0;
        double workingSquares = 0;
        double restingSquares = 0;
        for (Map.Entry<Integer, Integer> day : counts.entrySet()) {
            double count = day.getValue();
            if (rest.isRest(day.getKey())) {
                resting += day.getValue();
                restingSquares += count * count;
            } else {
                working += day.getValue();
                workingSquares += count * count;
            }
        }
        int days = to - from + 1;
        int restDays = rest.in(from, to);
        int records = Math.toIntExact(working + resting);
        double each = (double) records / days;
        double onWorkingDays = restDays == days ? each : (double) working / (days - restDays);
        double onRestDays = restDays == 0 ? each : (double) resting / restDays;
        // The sum of (count - mean)^2 / mean over the days, also over those without a record.
        double spread = (onWorkingDays > 0 ? workingSquares / onWorkingDays : 0)
                + (onRestDays > 0 ? restingSquares / onRestDays : 0)
                - records;
        double bunching = days < ENOUGH_DAYS ? (double) records / Math.max(1, counts.size()) : spread / (days - 2);
        return new DailyPace(records, onWorkingDays, onRestDays, Math.max(1, bunching));
    }

    /** How many records are usual from one day to another, both included. */
    double expected(int from, int to, RestDays rest) {
        int restDays = rest.in(from, to);
        return restDays * onRestDays + Math.max(0, to - from + 1 - restDays) * onWorkingDays;
    }

    /** How many records are usual in a week without a holiday. */
    double week() {
        return WORKING_DAYS_A_WEEK * onWorkingDays + (DAYS_A_WEEK - WORKING_DAYS_A_WEEK) * onRestDays;
    }
}
