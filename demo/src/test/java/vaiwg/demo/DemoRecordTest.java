package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.DemoRecord.Stage;

class DemoRecordTest {
    private static final LocalDate END = LocalDate.of(2026, 11, 1);
    private static final DemoRecord WANTED = new DemoRecord("history, seed 7", "a1", END, Stage.BEGUN);

    @Test
    void what_was_broken_off_goes_on_whatever_it_had_done_and_on_whatever_day() {
        DemoRecord earlier = new DemoRecord("history, seed 7", "a1", END.minusDays(3), Stage.BEGUN);

        assertThat(earlier.obstacleTo(WANTED, false, true)).isEmpty();
        assertThat(earlier.at(Stage.SENT).obstacleTo(WANTED, false, true)).isEmpty();
    }

    @Test
    void another_input_or_other_definitions_are_played_from_the_beginning() {
        assertThat(new DemoRecord("history, seed 8", "a1", END, Stage.SENT).obstacleTo(WANTED, false, false))
                .contains("the folder held another input");
        assertThat(new DemoRecord("history, seed 7", "b2", END, Stage.SENT).obstacleTo(WANTED, false, false))
                .contains("the folder held figures of other definitions");
    }

    @Test
    void what_has_ended_is_played_again_but_stays_live_where_that_is_asked_for() {
        DemoRecord ended = WANTED.at(Stage.ENDED);

        assertThat(ended.obstacleTo(WANTED, false, true)).contains("the folder held this history, played to its end");
        assertThat(ended.obstacleTo(WANTED, false, false)).isEmpty();
    }

    @Test
    void fresh_begins_anew_whatever_there_is() {
        assertThat(WANTED.obstacleTo(WANTED, true, false)).contains("--fresh was given");
    }

    @Test
    void it_is_read_back_as_it_was_written_and_is_none_where_no_demo_began(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.properties");
        assertThat(DemoRecord.read(file)).isEmpty();

        WANTED.write(file);
        WANTED.at(Stage.SENT).write(file);

        assertThat(DemoRecord.read(file)).contains(WANTED.at(Stage.SENT));
    }
}
