package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class AlarmPathTest {
    private static final Set<Integer> NONE = Set.of();
    private static final int DAY = TwentyADay.WATCHED;

    private final TwentyADay force = new TwentyADay();
    private final AlarmPath path = new AlarmPath(Shift.RISE, 30, DAY);

    @Test
    void is_raised_by_one_and_multiplied_by_the_likelihood_ratio() {
        day(15);
        day(12);
        day(2);
        // exp(15 ln 1.2 - 0.2 x 10), and so on.
        assertThat(path.score(DAY)).isCloseTo(2.085114, within(1e-6));
        assertThat(path.score(DAY + 1)).isCloseTo(3.722692, within(1e-6));
        assertThat(path.score(DAY + 2)).isCloseTo(0.920372, within(1e-6));
    }

    @Test
    void rings_beyond_the_threshold_and_says_since_when() {
        day(2);
        days(6, 15);
        assertThat(path.episodes()).containsExactly(new Episode(DAY + 1, DAY + 4, Episode.OPEN, false));
        assertThat(path.score(DAY + 6)).isEqualTo(30);
    }

    @Test
    void is_held_at_the_threshold_and_ends_after_fourteen_quiet_days() {
        days(20, 15);
        assertThat(path.score(DAY + 19)).isEqualTo(30);
        // Two days without any outcome, each of them seven times likelier where nothing changed.
        days(2, 0);
        assertThat(path.score(DAY + 20)).isCloseTo(31 * Math.exp(-2), within(1e-9));
        assertThat(path.score(DAY + 21)).isLessThan(AlarmPath.QUIET * 30);
        days(12, 8);
        assertThat(path.episodes().get(0).isOpen()).isTrue();
        day(8);
        assertThat(path.episodes()).containsExactly(new Episode(DAY, DAY + 3, DAY + 34, false));
        assertThat(path.score(DAY + 34)).isZero();
    }

    @Test
    void begins_anew_when_somebody_has_seen_it() {
        days(7, 15);
        force.next(15);
        path.walk(force.series(), DAY + 7, Set.of(DAY + 7), NONE);
        assertThat(path.episodes()).containsExactly(new Episode(DAY, DAY + 3, DAY + 7, true));
        assertThat(path.score(DAY + 7)).isZero();
    }

    @Test
    void a_fall_is_the_mirror() {
        AlarmPath fall = new AlarmPath(Shift.FALL, 30, DAY);
        for (int i = 0; i < 30; i++) {
            day(5);
            fall.walk(force.series(), force.days.through(), NONE, NONE);
        }
        // exp(10/6 - 5 ln 1.2).
        assertThat(fall.score(DAY)).isCloseTo(2.127737, within(1e-6));
        assertThat(fall.episodes()).hasSize(1);
        assertThat(path.episodes()).isEmpty();
    }

    @Test
    void what_was_raised_is_upheld_beyond_an_eighth_of_the_threshold_only() {
        days(4, 15);
        assertThat(path.episodes()).hasSize(1);
        force.correct(DAY + 2, 9);
        path.walk(force.series(), DAY, NONE, Set.of(DAY + 3));
        assertThat(path.episodes()).hasSize(1);
        force.correct(DAY + 3, 9);
        path.walk(force.series(), DAY, NONE, Set.of(DAY + 3));
        assertThat(path.episodes()).isEmpty();
    }

    @Test
    void a_day_that_is_over_rings_no_more() {
        days(3, 10);
        force.find(DAY, 10);
        force.find(DAY + 1, 10);
        force.next(0);
        path.walk(force.series(), DAY, NONE, NONE);
        assertThat(path.score(DAY + 1)).isGreaterThan(30);
        assertThat(path.episodes()).isEmpty();
    }

    @Test
    void a_walk_from_the_corrected_day_on_is_the_whole_walk() {
        Random random = Seed.random("alarm path");
        AlarmPath pieceByPiece = new AlarmPath(Shift.RISE, 12, DAY);
        Set<Integer> seen = Set.of(DAY + 40, DAY + 77);
        Set<Integer> raised = new TreeSet<>();
        for (int step = 0; step < 150; step++) {
            force.next(4 + random.nextInt(14));
            int corrected = DAY + random.nextInt(step + 1);
            force.correct(corrected, random.nextInt(3));
            pieceByPiece.walk(force.series(), corrected, seen, raised);
            AlarmPath whole = new AlarmPath(Shift.RISE, 12, DAY);
            whole.walk(force.series(), DAY, seen, raised);
            assertThat(pieceByPiece.episodes()).isEqualTo(whole.episodes());
            assertThat(pieceByPiece.score(DAY + step)).isEqualTo(whole.score(DAY + step));
            pieceByPiece.episodes().forEach(episode -> raised.add(episode.day()));
        }
        assertThat(raised).isNotEmpty();
    }

    private void days(int count, int outcomes16) {
        for (int i = 0; i < count; i++) {
            day(outcomes16);
        }
    }

    private void day(int outcomes16) {
        force.next(outcomes16);
        path.walk(force.series(), force.days.through(), NONE, NONE);
    }
}
