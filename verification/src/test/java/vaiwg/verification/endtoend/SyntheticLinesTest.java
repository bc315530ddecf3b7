package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;

/** Whatever the synthetic force sends is the same event, byte by byte, when it comes as JSON. */
class SyntheticLinesTest {
    private final LineEvents events = new LineEvents(
            Source.LOAD, EventOptions.of(Forces.any()), CodeMaps.shipped(), EventIds.forgotten(), Clock.systemUTC());
    private final EventEncoder encoder = new EventEncoder();
    private int seen;

    @Test
    void every_event_of_a_made_up_force_comes_back_from_its_json() {
        SyntheticForce.westMidlands(5, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1))
                .play(this::check);
        assertThat(seen).isGreaterThan(5_000);
    }

    private void check(FeedRecord next) {
        if (next.value() instanceof Progress) {
            return;
        }
        seen++;
        byte[] line = next.value().toString().getBytes(StandardCharsets.UTF_8);
        try {
            ReadyEvent ready = events.read(line, 0, line.length, Optional.of(next.stream()));
            assertThat(ready.value()).isEqualTo(encoder.encode(next.value()));
            assertThat(ready.key()).isEqualTo(next.key().getBytes(StandardCharsets.UTF_8));
        } catch (BadLine problem) {
            throw new AssertionError(problem.reason() + ": " + problem.getMessage(), problem);
        }
    }
}
