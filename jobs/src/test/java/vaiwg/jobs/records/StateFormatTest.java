package vaiwg.jobs.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFormatTest {
    /** The metadata of a savepoint that 0.1.0 wrote, which kept records as POJOs. */
    private static final Path OLD =
            Path.of("src/test/resources/savepoints/0.1.0").toAbsolutePath();

    @Test
    void a_savepoint_of_a_build_that_keeps_its_state_otherwise_is_rejected_in_one_sentence_that_says_what_to_do() {
        String location = OLD.toUri().toString();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StateFormat.require(location))
                .withMessage(
                        "The checkpoint " + location + " was written by a build that keeps its state otherwise: start"
                                + " without it (vaiwg run --fresh, or a cluster without"
                                + " VAIWG_RESTORE_FROM), and the job reads the log again.");
    }

    @Test
    void what_is_no_checkpoint_is_rejected_in_one_sentence(@TempDir Path folder) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StateFormat.require(folder.toUri().toString()))
                .withMessageStartingWith("There is no checkpoint that can be read at " + folder.toUri())
                .withMessageContaining("reads the log again.");
    }

    @Test
    void the_name_of_a_state_tells_the_number_of_each_format_that_is_kept() {
        assertThat(StateFormat.nameOf("posted-under"))
                .matches("posted-under/case-8\\.subject-6\\.person-3\\.fields-[0-9a-f]{1,8}\\.pojos-2");
    }
}
