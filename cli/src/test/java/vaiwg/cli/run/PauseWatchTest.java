package vaiwg.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseWatchTest {
    private final List<String> said = new ArrayList<>();
    private long seconds;

    @Test
    void a_pause_of_the_whole_process_is_told_once_it_is_over() {
        try (PauseWatch watch = new PauseWatch(() -> seconds * 1_000_000_000L, said::add)) {
            for (seconds = 1; seconds <= 60; seconds += 10) {
                watch.tick();
            }
            assertThat(said).as("a busy machine").isEmpty();

            seconds += 25;
            watch.tick();
            seconds += 1;
            watch.tick();

            assertThat(said)
                    .containsExactly("This process stood still for 35 seconds: it was stopped, or its machine had no"
                            + " processor or memory for it. It goes on, nothing is lost; what is due meanwhile is"
                            + " published now.");
        }
    }
}
