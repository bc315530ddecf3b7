package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Source;

/** From the first live event on a force's snapshots are published, whichever event was read first. */
class SourcesTest {
    private static final int FEED = Source.FEED.ordinal();
    private static final int LOAD = Source.LOAD.ordinal();
    private static final int DAY = 20_000;

    @Test
    void history_alone_is_reconstructed_and_one_live_event_ends_that_for_ever() {
        long[] since = Sources.known(new long[0], LOAD, 10);
        since = Sources.known(since, FEED, 20);
        since = Sources.known(since, LOAD, 30);
        assertThat(Sources.isReconstructed(Sources.at(since, 19))).isTrue();
        assertThat(Sources.isReconstructed(Sources.at(since, 20)))
                .as("known at an instant are events stamped at it")
                .isFalse();
        assertThat(Sources.isReconstructed(Sources.at(since, 40))).isFalse();
    }

    @Test
    void the_order_in_which_events_are_read_does_not_matter() {
        long[] since = Sources.known(Sources.known(new long[0], FEED, 30), FEED, 20);
        assertThat(Sources.at(since, 19)).isZero();
        assertThat(Sources.has(Sources.at(since, 20), Source.FEED)).isTrue();
        assertThat(Sources.has(Sources.at(since, 20), Source.LOAD)).isFalse();
    }

    @Test
    void owners_are_asked_from_the_first_midnight_on_that_is_published() {
        long[] loaded = Sources.known(new long[0], LOAD, LondonDays.startOf(DAY - 400));
        assertThat(Sources.publishedFrom(loaded, DAY - 1))
                .as("while all of it is reconstructed")
                .isEqualTo(DAY - 1);
        long[] live = Sources.known(loaded, FEED, LondonDays.startOf(DAY) + 1);
        assertThat(Sources.publishedFrom(live, DAY)).as("before it is known").isEqualTo(DAY);
        assertThat(Sources.publishedFrom(live, DAY + 1)).isEqualTo(DAY + 1);
        assertThat(Sources.publishedFrom(live, DAY + 30)).isEqualTo(DAY + 1);
        long[] atMidnight = Sources.known(loaded, FEED, LondonDays.startOf(DAY));
        assertThat(Sources.publishedFrom(atMidnight, DAY + 30)).isEqualTo(DAY);
    }

    @Test
    void a_force_that_was_live_from_its_first_event_on_was_asked_at_once() {
        long[] live = Sources.known(new long[0], FEED, LondonDays.startOf(DAY) + 1);
        assertThat(Sources.publishedFrom(live, DAY + 400)).isEqualTo(DAY + 1);
        assertThat(Sources.publishedFrom(new long[0], DAY)).isLessThan(DAY - 400);
    }

    @Test
    void nothing_is_claimed_of_a_force_of_which_no_source_is_known() {
        assertThat(Sources.isReconstructed(0)).isFalse();
    }
}
