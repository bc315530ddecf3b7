package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The images of {@code deploy/images}, built and started by {@code deploy/try-images}, which needs root, podman and the packages of Debian. */
@Timeout(3000)
class TryImagesIT {
    private static final Path SCRIPT = Project.ROOT.resolve("deploy/try-images");
    private static final String TRIED = "^(ok|FAILED|not tried) {2,}\\S";

    @Test
    void they_start_as_the_compose_file_says_and_live_through_kills_and_an_upgrade() throws Exception {
        // Asked to end in time, it removes what it started; a test that is over would wait for its output all the same.
        Project.Answer answer =
                Project.run("coreutils", Map.of(), "timeout", "--kill-after=120", "2700", SCRIPT.toString());

        assertThat(answer.exitCode()).as(answer.output()).isZero();
        List<String> results = Project.all(TRIED, answer.output());
        int steps = Project.all("^(step) \"", Project.text(SCRIPT)).size();
        assertThat(results).hasSize(steps).hasSizeGreaterThan(10).allMatch("ok"::equals);
    }
}
