package vaiwg.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.synthetic.SyntheticForce;

/** Invariant 1: the same log gives the same figures, byte for byte. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class RebuildTest {
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(11, LocalDate.of(2024, 9, 10), LocalDate.of(2024, 12, 20)), 10);

    @Test
    void a_rebuild_at_another_parallelism_gives_the_same_figures(Installation installation) throws Exception {
        EventLog log = installation.logOf(HISTORY);

        Figures one = installation.replay(log, RunSettings.of(HISTORY.end(), 1));
        Figures two = installation.replay(log, RunSettings.of(HISTORY.end(), 2));

        assertThat(one.snapshots()).hasSize(101);
        assertThat(one.values()).hasSizeGreaterThan(10_000);
        assertThat(one.charts()).hasSizeGreaterThan(100);
        assertThat(one.days()).hasSizeGreaterThan(10_000);
        assertThat(one.late()).isNotEmpty();
        assertThat(two.differencesFrom(one)).isEmpty();
    }
}
