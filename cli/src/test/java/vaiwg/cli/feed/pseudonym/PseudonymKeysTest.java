package vaiwg.cli.feed.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.terminal.CommandFailure;

class PseudonymKeysTest {
    /** By another implementation (Python's hmac), of the bytes "person", 0, "N-1042". */
    private static final String BY_COUNTING_KEY = "4917cc6ad1f898fcdc79fef11d91d71bdfe8ed3b";

    private static final String BY_ZERO_KEY = "3d2beb65ad7c2f31428a4ea2e70c67d662b152f4";
    private static final List<String> KEYS = List.of(
            "# of the force's vault",
            "1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            "",
            "2:" + "0".repeat(64));

    @TempDir
    private Path folder;

    private final PseudonymKeys keys = PseudonymKeys.of(KEYS, "keys");

    @Test
    void a_pseudonym_is_the_keyed_hash_with_the_version_of_the_key_before_it() {
        assertThat(keys.newest("person", "N-1042")).isEqualTo("k2-" + BY_ZERO_KEY);
        assertThat(keys.all("person", "N-1042")).containsExactly("k1-" + BY_COUNTING_KEY, "k2-" + BY_ZERO_KEY);
        assertThat(keys.versions()).containsExactly(1, 2);
    }

    @Test
    void blanks_around_an_identifier_and_ways_to_write_a_letter_make_no_other_person() {
        assertThat(keys.newest("person", " N-1042\t")).isEqualTo(keys.newest("person", "N-1042"));
        assertThat(keys.newest("person", "\u00e9")).isEqualTo(keys.newest("person", "e\u0301"));
    }

    @Test
    void an_officer_and_a_person_of_the_same_number_are_told_apart() {
        assertThat(keys.newest("officer", "N-1042")).isNotEqualTo(keys.newest("person", "N-1042"));
    }

    @Test
    void a_pseudonym_is_known_by_its_form() {
        assertThat(PseudonymKeys.isPseudonym("k1-" + BY_COUNTING_KEY)).isTrue();
        assertThat(PseudonymKeys.isPseudonym(BY_COUNTING_KEY)).isFalse();
        assertThat(PseudonymKeys.isPseudonym("k0-" + BY_COUNTING_KEY)).isFalse();
        assertThat(PseudonymKeys.isPseudonym("k1-" + BY_COUNTING_KEY.substring(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:00", "one:0", "secret"})
    void a_line_that_is_no_key_is_told_by_its_number_and_not_repeated(String line) {
        assertThatThrownBy(() -> PseudonymKeys.of(List.of(KEYS.get(1), line), "the file"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("Line 2 of the file is no further version of a key")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_version_is_there_once_and_one_at_least() {
        assertThatThrownBy(() -> PseudonymKeys.of(List.of(KEYS.get(1), KEYS.get(1)), "the file"))
                .hasMessageStartingWith("Line 2 of the file");
        assertThatThrownBy(() -> PseudonymKeys.of(List.of("# none"), "the file"))
                .hasMessageStartingWith("There is no key in the file");
    }

    @Test
    void a_file_of_keys_gets_one_version_after_the_other_and_keeps_those_before() throws Exception {
        Path file = folder.resolve("keys");
        assertThat(KeyFile.add(file)).isEqualTo(1);
        String first = KeyFile.read(file).newest("person", "N-1042");
        assertThat(KeyFile.add(file)).isEqualTo(2);
        assertThat(KeyFile.read(file).all("person", "N-1042")).hasSize(2).startsWith(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_may_read_is_rejected() throws Exception {
        Path file = Files.write(folder.resolve("keys"), KEYS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> KeyFile.add(file)).hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"))).hasMessageContaining("is not there");
    }

    @Test
    void an_agent_prints_the_keys_or_is_told_to_have_failed() {
        String command = "printf '%s\\n' '" + String.join("' '", KEYS.subList(1, 2)) + "'";
        assertThat(KeyAgent.ask(command).newest("person", "N-1042")).isEqualTo("k1-" + BY_COUNTING_KEY);
        assertThatThrownBy(() -> KeyAgent.ask("exit 7"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The agent for keys failed with exit code 7");
        assertThatThrownBy(() -> KeyAgent.ask("true"))
                .hasMessageStartingWith("There is no key in what the agent prints");
    }

    @Test
    void a_mapping_has_a_line_for_each_identifier_and_a_column_for_each_version() throws Exception {
        Path file = folder.resolve("mapping.csv");
        try (MappingFile mapping = new MappingFile(file, keys)) {
            mapping.add("person", "N-1042");
            mapping.add("person", "N-1042 ");
        }
        assertThat(Files.readAllLines(file)).containsExactly("k1,k2", "k1-" + BY_COUNTING_KEY + ",k2-" + BY_ZERO_KEY);
        assertThatThrownBy(() -> new MappingFile(file, keys)).hasMessageContaining("is there already");
    }
}
