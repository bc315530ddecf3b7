package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.jobs.options.KafkaConnection;

class DoctorTest {
    @Test
    void what_fails_ends_no_other_and_what_needs_it_is_not_looked_at() {
        List<Line> told = new ArrayList<>();
        List<Line> lines = new Doctor(List.of(
                        new Check("first", found -> {
                            throw new IllegalStateException("Start it.");
                        }),
                        new Check("second", found -> found.ok("Well."), "first"),
                        new Check("third", found -> found.ok("Well.")),
                        new Check("fourth", found -> found.ok("Well."), "second", "third")))
                .look(told::add);

        assertThat(lines)
                .containsExactly(
                        new Line("first", State.DO, "Start it."),
                        new Line("second", State.SKIPPED, "Not looked at: first see to first."),
                        new Line("third", State.OK, "Well."),
                        new Line("fourth", State.SKIPPED, "Not looked at: first see to second."));
        assertThat(told).isEqualTo(lines);
    }

    @Test
    void a_check_that_fails_itself_says_so_and_nothing_of_what_it_read() {
        Check failing = new Check("failing", found -> {
            throw new IOException("of a secret");
        });

        assertThat(new Doctor(List.of(failing)).look(line -> {}))
                .singleElement()
                .satisfies(line -> assertThat(line.says())
                        .contains("fails itself (IOException)")
                        .doesNotContain("secret"));
    }

    @Test
    void a_broker_that_is_not_there_is_one_line_and_what_needs_it_is_skipped() {
        KafkaChecks checks = new KafkaChecks(() -> new KafkaConnection("127.0.0.1:1", "vaiwg."), Optional::empty);
        List<Line> lines = new Doctor(checks.all()).look(line -> {});

        assertThat(lines)
                .extracting(Line::state)
                .containsExactly(State.DO, State.SKIPPED, State.SKIPPED, State.SKIPPED);
        assertThat(lines.get(0).says())
                .isEqualTo("Kafka at 127.0.0.1:1 does not answer: start it, or correct the address.");
    }
}
