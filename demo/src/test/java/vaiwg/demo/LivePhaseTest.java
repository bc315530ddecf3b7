package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.LiveForce;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.kpis.time.LondonDays;

/** A live phase that was killed goes on with the force as it was: no case is made twice, none is lost. */
class LivePhaseTest {
    private static final LocalDate END = LocalDate.of(2024, 11, 1);
    private static final Instant BEGIN =
            END.atStartOfDay(LondonDays.ZONE).toInstant().plusSeconds(7_200);
    private static final int TICKS = 300;

    @TempDir
    private Path folder;

    private final SyntheticForce history = SyntheticForce.westMidlands(3, END.minusDays(40), END);

    @Test
    void a_force_that_is_brought_to_its_last_tick_makes_what_it_would_have_made() throws Exception {
        List<FeedRecord> undisturbed = new ArrayList<>();
        LiveForce force = history.live(20);
        for (int i = 0; i < TICKS; i++) {
            force.tick(BEGIN.plusSeconds(i), undisturbed::add);
        }

        List<FeedRecord> sent = new ArrayList<>();
        List<FeedRecord> again = new ArrayList<>();
        int tick = 0;
        for (int killedAfter : new int[] {100, 101, TICKS}) {
            LiveForce next = history.live(20);
            try (LiveTicks ticks = LiveTicks.open(file())) {
                LivePhase.catchUp(next, ticks.earlier(), again::add);
                for (; tick < killedAfter; tick++) {
                    ticks.add(BEGIN.plusSeconds(tick));
                    next.tick(BEGIN.plusSeconds(tick), sent::add);
                }
            }
        }
        assertThat(undisturbed).hasSizeGreaterThan(50);
        assertThat(sent).isEqualTo(undisturbed);
        assertThat(undisturbed).as("what is sent again are copies").containsAll(again);
    }

    @Test
    void a_line_that_a_kill_cut_short_counts_for_nothing() throws IOException {
        Files.writeString(file(), "1730419200000\n17304192", StandardCharsets.US_ASCII);
        try (LiveTicks ticks = LiveTicks.open(file())) {
            assertThat(ticks.earlier()).containsExactly(Instant.ofEpochMilli(1_730_419_200_000L));
            ticks.add(Instant.ofEpochMilli(1_730_419_201_000L));
        }
        assertThat(file()).hasContent("1730419200000\n1730419201000\n");
    }

    private Path file() {
        return folder.resolve("ticks");
    }
}
