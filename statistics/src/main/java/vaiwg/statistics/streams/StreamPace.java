package vaiwg.statistics.streams;

import static vaiwg.statistics.streams.StreamReading.NONE;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import vaiwg.schemas.EventStream;

/**
 * Judges by a stream's own past whether it comes as usual, from whole days.
 *
 * <p>Silent, where so many days without a record have a chance below {@link #RARE}: of a Poisson stream of which n records came in t
 * days, s further days are empty with the chance (t / (t + s))^(n + 1/2), as its rate is known from these n only (Jeffreys' prior). Or where
 * they are more than three times the longest gap of the year before, in working days, and it had gaps enough: so a stream that comes in
 * bursts is missed too.
 *
 * <p>Halved, where a span of days brought at most half of what the year before it lets expect, and the chance of so few is below {@link
 * #RARE}: given their sum, the counts of two Poisson streams are binomial (Przyborowski and Wilenski 1940, Biometrika 31, 313-323). The spans are
 * 1, 7, 28 and 91 days, so that 10,000 records a day are missed by the day and five a week by the quarter.
 *
 * <p>Records that come together count as one ({@link DailyPace#bunching}). Where a site says how many it expects, its number is the rate.
 *
 * @param midnight a day number: days before it have ended
 * @param said what the site says of it
 */
record StreamPace(
        EventStream stream, ArrivalDays arrivals, RestDays rest, int midnight, Optional<ExpectedPaces.Row> said) {
    /** The chance under which no accident is believed. */
    static final double RARE = 1e-4;

    private static final int[] SPANS = {1, 7, 28, 91};
    private static final int YEAR = 52 * 7;
    private static final int QUARTER = 12 * 7;
    private static final int GAPS = 12;
    private static final int TIMES_THE_LONGEST = 3;
    private static final double DAYS_A_WEEK = 7;

    StreamReading judge() {
        OptionalInt first = arrivals.firstBefore(midnight);
        int newest = first.isEmpty() ? NONE : arrivals.newestBefore(midnight);
        if (said.isPresent() && said.get().events() == 0) {
            return new StreamReading(stream, StreamState.NOT_EXPECTED, newest, NONE, 0);
        }
        if (first.isEmpty()) {
            return neverCame();
        }
        int from = Math.max(first.getAsInt(), newest - QUARTER + 1);
        DailyPace usual = DailyPace.of(arrivals, from, newest, rest);
        double week = said.map(ExpectedPaces.Row::events)
                .orElse(newest - from + 1 < DailyPace.ENOUGH_DAYS ? Double.NaN : usual.week());
        if (chanceOfSilence(usual, newest) < RARE || isLongerThanAnyGap(newest)) {
            return new StreamReading(stream, StreamState.SILENT, newest, newest + 1, week);
        }
        for (int span : SPANS) {
            int start = midnight - span;
            int before = Math.max(first.getAsInt(), start - YEAR);
            if (start - before < DailyPace.ENOUGH_DAYS) {
                break;
            }
            DailyPace yearBefore = DailyPace.of(arrivals, before, start - 1, rest);
            if (isHalved(yearBefore, start)) {
                double weekBefore = said.map(ExpectedPaces.Row::events).orElse(yearBefore.week());
                return new StreamReading(stream, StreamState.HALVED, newest, start, weekBefore);
            }
        }
        return new StreamReading(stream, StreamState.AS_USUAL, newest, NONE, week);
    }

    /** A stream that the site says is sent is silent once it should have come. */
    private StreamReading neverCame() {
        if (said.isEmpty()) {
            return new StreamReading(stream, StreamState.NEVER_RECEIVED, NONE, NONE, Double.NaN);
        }
        double week = said.get().events();
        int from = said.get().from();
        boolean silent = Math.exp(-week / DAYS_A_WEEK * (midnight - from)) < RARE;
        return silent
                ? new StreamReading(stream, StreamState.SILENT, NONE, from, week)
                : new StreamReading(stream, StreamState.NEVER_RECEIVED, NONE, NONE, week);
    }

    private double chanceOfSilence(DailyPace usual, int newest) {
        double lacking = usual.expected(newest + 1, midnight - 1, rest);
        return said.map(row -> Math.exp(-lacking * row.events() / usual.week() / usual.bunching()))
                .orElseGet(
                        () -> Math.pow(1 + lacking / usual.records(), -(usual.records() / usual.bunching() + 1.0 / 2)));
    }

    private boolean isLongerThanAnyGap(int newest) {
        int gaps = 0;
        int longest = 1;
        int before = NONE;
        for (Map.Entry<Integer, Integer> day :
                arrivals.in(newest - YEAR, newest).entrySet()) {
            if (before != NONE) {
                gaps++;
                longest = Math.max(longest, workingDays(before + 1, day.getKey()));
            }
            before = day.getKey();
        }
        return gaps >= GAPS && workingDays(newest + 1, midnight - 1) > TIMES_THE_LONGEST * longest;
    }

    private int workingDays(int from, int to) {
        return to - from + 1 - rest.in(from, to);
    }

    private boolean isHalved(DailyPace before, int start) {
        if (before.records() == 0) {
            return false;
        }
        double usual = before.expected(start, midnight - 1, rest);
        double expected = said.map(row -> usual * row.events() / before.week()).orElse(usual);
        int came = arrivals.sum(start, midnight - 1);
        if (2 * came > expected) {
            return false;
        }
        double bunching = before.bunching();
        double atMost = said.isPresent()
                ? GammaDistribution.of(came / bunching + 1, 1).survivalProbability(expected / bunching)
                : BetaDistribution.of(before.records() / bunching, came / bunching + 1)
                        .cumulativeProbability(before.records() / (before.records() + expected));
        return atMost < RARE;
    }
}
