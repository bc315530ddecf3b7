package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;

/** A shell that has read the script completes verbs, options and values. */
class CompletionTest {
    @TempDir
    private Path folder;

    @Test
    void bash_completes_a_verb_and_an_option() throws Exception {
        assertThat(completed("vaiwg", "rep")).contains("report");
        assertThat(completed("vaiwg", "run", "--para")).containsExactly("--parallelism");
        assertThat(completed("vaiwg", "import", "pol")).containsExactly("police-uk");
    }

    private String[] completed(String... words) throws Exception {
        Answer script = Answer.to("completion");
        assertThat(script.exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("completion.sh"), script.output());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "compopt() { :; }; source " + file + "; COMP_WORDS=(" + String.join(" ", words)
                                + "); COMP_CWORD=" + (words.length - 1) + "; _complete_vaiwg; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.strip().split(" ");
    }
}
