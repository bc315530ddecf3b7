package vaiwg.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeStatus;

/**
 * State is a promise: a savepoint that an earlier build wrote is kept here, and every later build goes on from it as if it had always
 * been there. One is added with each release, with {@code -Dvaiwg.golden.write=true}; an older one is never written anew.
 */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class KeptSavepointTest {
    private static final Path KEPT = Path.of("src/test/resources/savepoints/0.1.0");
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2024-03-04T00:00:00Z");
    private static final SmallCase CLOSED = new SmallCase("closed-later");
    private static final SmallCase CANCELLED = new SmallCase("cancelled-later");

    @Test
    void a_job_of_this_build_goes_on_from_a_savepoint_of_an_earlier_one(Installation installation) throws Exception {
        EventLog log = installation.newLog("kept.");
        RunSettings settings = RunSettings.of(FOURTH, 2).withRows(FIRST, true);
        log.send(before());
        log.completeThrough(THIRD);
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            try (JobRun run = installation.start(log, settings)) {
                run.awaitSnapshot(THIRD);
                copy(Path.of(URI.create(run.stop())), KEPT);
            }
        }
        Path savepoint = installation.newFolder("kept");
        copy(KEPT, savepoint);
        Figures gone;
        try (JobRun run =
                installation.start(log, settings.restoredFrom(savepoint.toUri().toString()))) {
            log.send(after());
            log.completeThrough(FOURTH);
            run.awaitSnapshot(FOURTH);
            run.stop();
            gone = run.figures().withoutArrivals();
        }
        // The earlier build did not keep when a record arrived.
        Figures always = installation.replay(log, settings).withoutArrivals();
        assertThat(always.days()).isNotEmpty();
        assertThat(gone.days()).isEqualTo(always.days());
        assertThat(asAtTheFourth(gone)).isNotEmpty().isEqualTo(asAtTheFourth(always));
    }

    private static List<FeedRecord> before() {
        return List.of(
                CLOSED.recorded(Instant.parse("2024-03-01T10:00:00Z")),
                CANCELLED.recorded(Instant.parse("2024-03-01T11:00:00Z")),
                new SmallCase("orphan").closed(Instant.parse("2024-03-02T09:00:00Z")));
    }

    private static List<FeedRecord> after() {
        Instant at = Instant.parse("2024-03-03T10:00:00Z");
        var cancelled = CANCELLED.crime(Instant.parse("2024-03-01T11:00:00Z"));
        cancelled.setVersion(2);
        cancelled.setEventId("00000000-0000-4000-8000-000000000002");
        cancelled.setChangedAt(at);
        cancelled.setStatus(CrimeStatus.CANCELLED);
        return List.of(CLOSED.closed(at), CANCELLED.delivered(cancelled, at));
    }

    private static List<String> asAtTheFourth(Figures figures) {
        return figures.values().stream()
                .filter(line -> line.contains(",2024-03-04,"))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
