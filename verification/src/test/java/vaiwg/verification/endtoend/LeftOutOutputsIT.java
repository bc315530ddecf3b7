package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prometheus is left out of a run that another one goes on from, and named again by a third. */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class LeftOutOutputsIT {
    private static final Instant MORNING = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2024-03-04T00:00:00Z");
    /** Where nothing listens: what is pushed there is dropped, and the job goes on. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/api/v1/write");

    @Test
    void remote_write_is_left_out_and_named_again_and_the_cases_are_there(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        log.send(List.of(new SmallCase("kept").recorded(MORNING)));
        log.completeThrough(SECOND);
        RunSettings settings = RunSettings.of(FOURTH, 1).into(installation.newDatabase());

        String with = stopAfter(SECOND, installation.start(log, settings.withRemoteWrite(NOBODY)));
        log.completeThrough(THIRD);
        String without = stopAfter(THIRD, installation.start(log, settings.restoredFrom(with)));
        log.completeThrough(FOURTH);
        try (JobRun run =
                installation.start(log, settings.withRemoteWrite(NOBODY).restoredFrom(without))) {
            run.awaitSnapshot(FOURTH);
            run.stop();
            assertThat(run.figures().differencesFrom(installation.replay(log, RunSettings.of(FOURTH, 1))))
                    .as("of what one run without a break publishes")
                    .isEmpty();
        }
    }

    private static String stopAfter(Instant midnight, JobRun run) throws Exception {
        try (run) {
            run.awaitSnapshot(midnight);
            return run.stop();
        }
    }
}
