package vaiwg.statistics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vaiwg.statistics.streams.PlayedStream.START;
import static vaiwg.statistics.streams.PlayedStream.day;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;

class StreamPaceTest {
    private static final int YEAR = 364;
    private static final int STOP = START + YEAR;
    private static final double FIVE_A_WEEK = 5.0 / 7;

    @Test
    void five_a_week_that_stop_are_missed_within_three_weeks() {
        for (int i = 0; i < 20; i++) {
            PlayedStream stream = PlayedStream.of("stops " + i);
            stream.draw(START, STOP, FIVE_A_WEEK, FIVE_A_WEEK);
            assertThat(stream.daysUntil(StreamState.SILENT, STOP)).isBetween(8, 24);
        }
    }

    /** A stream that brings one each day: n records in n days, and after s empty ones the chance is (n / (n + s))^(n + 1/2). */
    @Test
    void the_chance_of_silence_is_that_of_a_rate_known_from_its_records() {
        PlayedStream stream = PlayedStream.of("");
        IntStream.range(START, START + 84).forEach(day -> stream.bring(day, 1));
        int days = IntStream.range(1, 100)
                .filter(empty -> Math.pow(84.0 / (84 + empty), 84.5) < 1e-4)
                .findFirst()
                .orElseThrow();
        // Three times the longest gap, one working day, is the other rule; this stream has gaps enough for it.
        int other = IntStream.range(1, 100)
                .filter(empty -> empty - PlayedStream.REST.in(START + 84, START + 83 + empty) > 3)
                .findFirst()
                .orElseThrow();
        assertThat(stream.daysUntil(StreamState.SILENT, START + 84)).isEqualTo(Math.min(days, other));
    }

    @Test
    void five_a_week_that_halve_are_seen_within_two_quarters() {
        int found = 0;
        for (int i = 0; i < 20; i++) {
            PlayedStream stream = PlayedStream.of("halves " + i);
            stream.draw(START, STOP, FIVE_A_WEEK, FIVE_A_WEEK);
            stream.draw(STOP, STOP + 2 * 91, FIVE_A_WEEK / 2.5, FIVE_A_WEEK / 2.5);
            found += stream.between(STOP, STOP + 2 * 91).stream().anyMatch(at -> at.state() == StreamState.HALVED)
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(18);
    }

    /** The tail of the binomial, summed: 30 of 30 + 364 where a fifth of the days are the newest. */
    @Test
    void so_few_have_the_chance_of_the_binomial() {
        PlayedStream stream = PlayedStream.of("");
        IntStream.range(START, STOP).forEach(day -> stream.bring(day, 1));
        int newest = IntStream.rangeClosed(0, 91)
                .filter(few -> tail(few, few + 364, 91.0 / 455) >= StreamPace.RARE)
                .findFirst()
                .orElseThrow();
        assertThat(halvedWith(stream, newest)).isEqualTo(StreamState.AS_USUAL);
        PlayedStream one = PlayedStream.of("");
        IntStream.range(START, STOP).forEach(day -> one.bring(day, 1));
        assertThat(halvedWith(one, newest - 1)).isEqualTo(newest - 1 <= 45 ? StreamState.HALVED : StreamState.AS_USUAL);
    }

    /** Spread over the quarter, so that no shorter span is empty. */
    private static StreamState halvedWith(PlayedStream stream, int records) {
        for (int i = 0; i < records; i++) {
            stream.bring(STOP + 90 - i * 90 / records, 1);
        }
        return stream.at(STOP + 91).state();
    }

    private static double tail(int atMost, int of, double share) {
        double term = Math.pow(1 - share, of);
        double sum = term;
        for (int i = 1; i <= atMost; i++) {
            term *= (of - i + 1.0) / i * share / (1 - share);
            sum += term;
        }
        return sum;
    }

    @Test
    void chance_alone_raises_less_than_one_alarm_in_twenty_years_of_a_stream() {
        int wrong = 0;
        for (int i = 0; i < 20; i++) {
            PlayedStream stream = PlayedStream.of("as usual " + i);
            double each = FIVE_A_WEEK * (1 + i % 4 * i);
            stream.draw(START, START + 2 * YEAR, each, each / (1 + i % 3));
            boolean before = false;
            for (StreamReading at : stream.between(START + 1, START + 2 * YEAR)) {
                wrong += at.state().isWrong() && !before ? 1 : 0;
                before = at.state().isWrong();
            }
        }
        assertThat(wrong).as("in 40 years").isLessThanOrEqualTo(2);
    }

    @Test
    void ten_thousand_a_day_are_missed_after_a_day_and_half_of_them_too() {
        PlayedStream stream = PlayedStream.of("many");
        stream.draw(START, STOP, 10_000, 6_000);
        assertThat(stream.between(START + 1, STOP + 1))
                .noneMatch(at -> at.state().isWrong());
        assertThat(stream.at(STOP).expectedWeek()).isCloseTo(62_000, within(1_000.0));
        assertThat(stream.daysUntil(StreamState.SILENT, STOP)).isEqualTo(1);
        stream.draw(STOP, STOP + 1, 4_900, 2_900);
        assertThat(stream.at(STOP + 1).state()).isEqualTo(StreamState.HALVED);
        assertThat(stream.at(STOP + 1).since()).isEqualTo(STOP);
    }

    @Test
    void a_force_that_pauses_at_christmas_is_not_missed_and_one_that_does_not_come_back_is() {
        PlayedStream stream = PlayedStream.of("christmas");
        int eve = day("2024-12-24");
        int back = day("2025-01-02");
        stream.draw(START, eve, 40, 0);
        assertThat(stream.between(eve, back + 1)).noneMatch(at -> at.state().isWrong());
        assertThat(stream.at(back + 1).state()).isEqualTo(StreamState.SILENT);
        stream.draw(back, back + 60, 40, 0);
        assertThat(stream.between(back + 1, back + 60))
                .noneMatch(at -> at.state().isWrong());
    }

    @Test
    void five_a_week_are_not_missed_over_christmas() {
        for (int i = 0; i < 20; i++) {
            PlayedStream stream = PlayedStream.of("five at christmas " + i);
            int eve = day("2024-12-24");
            int back = day("2025-01-02");
            stream.draw(START, eve, 1, 0);
            stream.draw(back, back + 28, 1, 0);
            assertThat(stream.between(eve, back + 8)).noneMatch(at -> at.state().isWrong());
        }
    }

    @Test
    void an_export_each_monday_is_missed_when_it_fails_and_not_on_other_days() {
        PlayedStream stream = PlayedStream.of("");
        for (int monday = START; monday < STOP; monday += 7) {
            stream.bring(monday, 500);
        }
        assertThat(stream.between(START + 1, STOP + 8))
                .noneMatch(at -> at.state().isWrong());
        assertThat(stream.daysUntil(StreamState.SILENT, STOP)).isLessThanOrEqualTo(28);
    }

    @Test
    void a_release_each_month_is_missed_after_three_months() {
        PlayedStream stream = PlayedStream.of("");
        for (int month = 0; month < 14; month++) {
            stream.bring(START + month * 30, 5_000);
        }
        int last = START + 13 * 30;
        assertThat(stream.between(START + 1, last + 60))
                .noneMatch(at -> at.state().isWrong());
        assertThat(stream.daysUntil(StreamState.SILENT, last)).isBetween(60, 110);
    }

    @Test
    void what_never_came_is_never_received_unless_the_site_says_that_it_is_sent() {
        assertThat(PlayedStream.of("").at(STOP))
                .isEqualTo(new StreamReading(
                        EventStream.STALKING,
                        StreamState.NEVER_RECEIVED,
                        StreamReading.NONE,
                        StreamReading.NONE,
                        Double.NaN));
        PlayedStream said = new PlayedStream(EventStream.STALKING, "", "stalking,5,2024-02-05\n");
        assertThat(said.at(START + 7).state()).isEqualTo(StreamState.NEVER_RECEIVED);
        StreamReading silent = said.at(START + 14);
        assertThat(silent.state()).isEqualTo(StreamState.SILENT);
        assertThat(silent.sentence())
                .isEqualTo(
                        "Stalking records are expected and have never come; there are no figures that rest on them.");
        PlayedStream not = new PlayedStream(EventStream.STALKING, "", "stalking,0,2024-02-05\n");
        not.bring(START, 1);
        assertThat(not.at(STOP).state()).isEqualTo(StreamState.NOT_EXPECTED);
    }

    @Test
    void what_the_site_says_is_the_pace_from_its_day_on() {
        PlayedStream said =
                new PlayedStream(EventStream.STALKING, "said", "stalking,2.5,2025-02-03\nstalking,5,2024-02-05\n");
        said.draw(START, STOP, FIVE_A_WEEK, FIVE_A_WEEK);
        said.draw(STOP, STOP + 182, FIVE_A_WEEK / 2, FIVE_A_WEEK / 2);
        assertThat(said.at(STOP - 1).expectedWeek()).isEqualTo(5);
        assertThat(said.at(STOP).expectedWeek()).isEqualTo(2.5);
        assertThat(said.between(STOP, STOP + 182)).noneMatch(at -> at.state() == StreamState.HALVED);
    }

    @Test
    void it_is_told_again_from_what_is_stored_and_forgets_what_nobody_asks_for() {
        PlayedStream stream = PlayedStream.of("stored");
        stream.draw(START, START + 3 * YEAR, FIVE_A_WEEK, FIVE_A_WEEK);
        int midnight = START + 2 * YEAR;
        var before = stream.between(midnight, START + 3 * YEAR);
        stream.arrivals.forgetBefore(midnight);
        int[] stored = stream.arrivals.toArray();
        assertThat(stored.length).isLessThan(2 * (YEAR + ArrivalDays.KEPT) + 4);
        PlayedStream again = PlayedStream.of("");
        again.arrivals.restore(stored);
        assertThat(again.between(midnight, START + 3 * YEAR)).isEqualTo(before);
    }

    @Test
    void a_stream_is_still_silent_when_all_its_days_are_forgotten() {
        PlayedStream stream = PlayedStream.of("forgotten");
        stream.draw(START, STOP, 3, 3);
        StreamReading silent = stream.at(STOP + 100);
        for (int midnight = STOP; midnight < STOP + 1_000; midnight++) {
            stream.arrivals.forgetBefore(midnight);
        }
        assertThat(stream.at(STOP + 1_000).state()).isEqualTo(StreamState.SILENT);
        assertThat(stream.at(STOP + 1_000).sentence()).isEqualTo(silent.sentence());
    }

    @Test
    void one_sentence_says_it_and_of_conduct_no_day() {
        int third = day("2026-05-03");
        assertThat(new StreamReading(EventStream.STALKING, StreamState.SILENT, third, third + 1, 5).sentence())
                .isEqualTo("Stalking records have not come since 3 May 2026; figures that rest on them stand still.");
        assertThat(new StreamReading(EventStream.CONDUCT, StreamState.SILENT, third, third + 1, 5).sentence())
                .isEqualTo("Conduct records have not come as usual; figures that rest on them stand still.");
        assertThat(new StreamReading(EventStream.CPS_REFERRAL, StreamState.HALVED, third, third - 27, 5).sentence())
                .isEqualTo(
                        "CPS referral records come at most half as often as is usual; figures that rest on them lack the rest.");
        assertThat(new StreamReading(EventStream.CRIME_RECORDING, StreamState.AS_USUAL, third, third, 5).records())
                .isEqualTo("Crime records");
    }
}
