package vaiwg.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadLogTest {
    @Test
    void what_a_topic_no_longer_holds_is_said_with_how_many_records_that_are() {
        assertThat(said(Map.of("vaiwg.crime-recording", 12_345L)))
                .isEqualTo("No longer held: the first 12,345 records of vaiwg.crime-recording; what they said cannot be"
                        + " explained.\n");
    }

    @Test
    void of_a_log_that_has_its_beginning_nothing_is_said() {
        assertThat(said(Map.of())).isEmpty();
    }

    private static String said(Map<String, Long> noLongerHeld) {
        StringWriter printed = new StringWriter();
        new ReadLog(0, noLongerHeld).sayWhatIsNoLongerHeld(new PrintWriter(printed));
        return printed.toString();
    }
}
