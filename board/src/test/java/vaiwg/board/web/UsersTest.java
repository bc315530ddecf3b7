package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    /** Each hash of as many iterations as a real line has takes most of a second in a test. */
    private static final int FEW = 1_000;

    @TempDir
    private Path folder;

    @Test
    void who_has_the_password_is_known_and_nobody_else() throws Exception {
        Path file = Files.writeString(folder.resolve("users"), "# readers\n" + line("lead", "correct horse") + "\n\n");
        Users users = Users.read(file);
        assertThat(users.know("lead", "correct horse")).isTrue();
        assertThat(users.know("lead", "correct horse")).as("once more").isTrue();
        assertThat(users.know("lead", "wrong")).isFalse();
        assertThat(users.know("nobody", "correct horse")).isFalse();
        assertThat(users.know("nobody", "")).isFalse();
    }

    @Test
    void who_is_taken_out_of_the_file_or_given_another_password_is_out_at_once() throws Exception {
        Path file = folder.resolve("users");
        String other = line("other", "battery staple") + "\n";
        Files.writeString(file, line("lead", "correct horse") + "\n" + other);
        Users users = Users.read(file);
        assertThat(users.know("lead", "correct horse")).isTrue();
        Files.writeString(file, line("lead", "another horse") + "\n" + other);
        assertThat(users.know("lead", "correct horse"))
                .as("a password of before")
                .isFalse();
        assertThat(users.know("lead", "another horse")).isTrue();
        Files.writeString(file, other);
        assertThat(users.know("lead", "another horse")).as("who left").isFalse();
        assertThat(users.know("other", "battery staple")).isTrue();
        Files.writeString(file, "lead:secret\n");
        assertThatThrownBy(() -> users.know("other", "battery staple")).hasMessageStartingWith("Line 1 of ");
    }

    @Test
    void the_password_is_not_in_the_line_and_two_lines_of_it_differ() {
        String line = Users.line("lead", "correct horse".toCharArray());
        assertThat(line).startsWith("lead:600000:").doesNotContain("correct");
        assertThat(line).isNotEqualTo(Users.line("lead", "correct horse".toCharArray()));
    }

    @Test
    void a_line_that_is_no_user_is_named_without_being_repeated() throws Exception {
        Path file = Files.writeString(folder.resolve("users"), "lead:secret\n");
        assertThatThrownBy(() -> Users.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 1 of ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Users.read(Files.writeString(folder.resolve("empty"), "# none\n")))
                .hasMessageContaining("has none");
    }

    private static String line(String name, String password) {
        return Users.line(name, password.toCharArray(), FEW);
    }
}
