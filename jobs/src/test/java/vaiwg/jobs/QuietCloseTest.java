package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;

/** What a sink cannot write is a failure; that it cannot close is none. */
class QuietCloseTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void a_writer_that_cannot_close_is_closed_and_does_not_fail() throws Exception {
        SinkWriter<String> writer = writer(new RuntimeException("Writing records to JDBC failed."));
        writer.write("a", null);
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertThat(heard).containsExactly("write a", "close");
    }

    @Test
    void a_writer_that_is_interrupted_while_it_closes_stays_interrupted() throws Exception {
        assertThatCode(writer(new InterruptedException())::close).doesNotThrowAnyException();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_cannot_be_written_fails_as_before() throws Exception {
        SinkWriter<String> writer = writer(new RuntimeException("unused"));
        assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);
    }

    private SinkWriter<String> writer(Exception atClose) throws IOException {
        return QuietClose.sink(context -> new SinkWriter<String>() {
                    @Override
                    public void write(String element, Context context) {
                        heard.add("write " + element);
                    }

                    @Override
                    public void flush(boolean endOfInput) throws IOException {
                        throw new IOException("the server is gone");
                    }

                    @Override
                    public void close() throws Exception {
                        heard.add("close");
                        throw atClose;
                    }
                })
                .createWriter(null);
    }
}
