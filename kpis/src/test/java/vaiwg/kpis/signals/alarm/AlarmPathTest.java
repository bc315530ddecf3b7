package vaiwg.kpis.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class AlarmPathTest {
    private static final Set<Integer> NONE = Set.of();
    private static final int DAY = TwentyADay.WATCHED;

    private final TwentyADay force = new TwentyADay();
    private final AlarmPath path = new AlarmPath(Shift.RISE, 4, DAY);

    @Test
    void adds_the_logarithm_of_the_likelihood_ratio() {
        force.next(15);
        force.next(12);
        force.next(2);
        path.walk(force.series(), DAY, NONE, NONE);
        // 15 ln 1.2 - 0.2 x 10, and so on; never below 0.
        assertThat(path.score(DAY)).isCloseTo(0.734823, within(1e-6));
        assertThat(path.score(DAY + 1)).isCloseTo(0.922682, within(1e-6));
        assertThat(path.score(DAY + 2)).isZero();
    }

    @Test
    void rings_beyond_the_threshold_and_says_since_when() {
        force.next(2);
        days(6, 15);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.episodes()).containsExactly(new Episode(DAY + 1, DAY + 6, Episode.STANDING, false));
        assertThat(path.score(DAY + 6)).isEqualTo(4);
    }

    @Test
    void is_held_at_the_threshold_and_ends_after_fourteen_low_days() {
        days(20, 15);
        days(1, 0);
        days(13, TwentyADay.EXPECTED);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.score(DAY + 19)).isEqualTo(4);
        // One day without any outcome takes 2 away, to half the threshold; below it from the next day on.
        assertThat(path.score(DAY + 20)).isCloseTo(2, within(1e-9));
        assertThat(path.episodes().get(0).stands()).isTrue();
        days(1, TwentyADay.EXPECTED);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.episodes()).containsExactly(new Episode(DAY, DAY + 5, DAY + 34, false));
        assertThat(path.score(DAY + 34)).isZero();
    }

    @Test
    void begins_anew_when_somebody_has_seen_it() {
        days(8, 15);
        path.walk(force.series(), DAY, Set.of(DAY + 7), NONE);
        assertThat(path.episodes()).containsExactly(new Episode(DAY, DAY + 5, DAY + 7, true));
        assertThat(path.score(DAY + 7)).isZero();
    }

    @Test
    void a_fall_is_the_mirror() {
        AlarmPath fall = new AlarmPath(Shift.FALL, 4, DAY);
        days(30, 5);
        fall.walk(force.series(), DAY, NONE, NONE);
        path.walk(force.series(), DAY, NONE, NONE);
        // 10/6 - 5 ln 1.2 a day.
        assertThat(fall.score(DAY)).isCloseTo(0.755059, within(1e-6));
        assertThat(fall.episodes()).hasSize(1);
        assertThat(path.episodes()).isEmpty();
    }

    @Test
    void what_was_raised_is_upheld_beyond_half_the_threshold_only() {
        days(6, 15);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.episodes()).hasSize(1);
        force.correct(DAY + 2, 6);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.episodes()).isEmpty();
        path.walk(force.series(), DAY, NONE, Set.of(DAY + 5));
        assertThat(path.episodes()).hasSize(1);
        force.correct(DAY + 3, 8);
        path.walk(force.series(), DAY, NONE, Set.of(DAY + 5));
        assertThat(path.episodes()).isEmpty();
    }

    @Test
    void a_walk_from_the_corrected_day_on_is_the_whole_walk() {
        Random random = Seed.random("alarm path");
        AlarmPath pieceByPiece = new AlarmPath(Shift.RISE, 2, DAY);
        Set<Integer> seen = Set.of(DAY + 40, DAY + 77);
        Set<Integer> raised = Set.of(DAY + 20, DAY + 60);
        for (int step = 0; step < 150; step++) {
            force.next(4 + random.nextInt(14));
            int corrected = DAY + random.nextInt(step + 1);
            force.correct(corrected, random.nextInt(3));
            pieceByPiece.walk(force.series(), corrected, seen, raised);
            AlarmPath whole = new AlarmPath(Shift.RISE, 2, DAY);
            whole.walk(force.series(), DAY, seen, raised);
            assertThat(pieceByPiece.episodes()).isEqualTo(whole.episodes());
            assertThat(pieceByPiece.score(DAY + step)).isEqualTo(whole.score(DAY + step));
        }
    }

    private void days(int count, int outcomes16) {
        for (int i = 0; i < count; i++) {
            force.next(outcomes16);
        }
    }
}
