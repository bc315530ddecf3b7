package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.jobs.options.KafkaConnection;

class DoctorTest {
    @TempDir
    private Path folder;

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
    void a_file_that_others_may_read_is_named_with_what_closes_it() throws Exception {
        Path open = Files.writeString(folder.resolve("open"), "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path closed = Files.writeString(folder.resolve("closed"), "");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-r-----"));

        List<Path> files = List.of(open, closed, folder.resolve("none"));
        assertThat(new Doctor(new MachineChecks(files, folder, Clock.systemUTC()).all()).look(line -> {}))
                .filteredOn(line -> line.check().equals("files"))
                .extracting(Line::state, Line::says)
                .containsExactly(
                        tuple(State.DO, open + " is open to everybody on this machine: chmod o= " + open + "."),
                        tuple(State.OK, closed + " is closed to others."),
                        tuple(
                                State.DO,
                                folder.resolve("none")
                                        + " cannot be read by this user: correct its path, its owner or its permissions."));
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
