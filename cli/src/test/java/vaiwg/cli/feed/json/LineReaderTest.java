package vaiwg.cli.feed.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final String LONG = "x".repeat(LineReader.LONGEST);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 20})
    void lines_come_with_their_numbers_however_the_input_arrives(int atOnce) throws IOException {
        assertThat(lines("\uFEFFone\r\n\n  two \n" + LONG + "\nlast", atOnce))
                .containsExactly("1:one", "3:two", "4:" + LONG, "5:last");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_093, 1 << 20})
    void a_line_that_is_too_long_is_marked_and_the_next_is_read_again(int atOnce) throws IOException {
        assertThat(lines("one\nx" + LONG + "\n" + LONG + LONG + LONG + "\ntwo\n", atOnce))
                .containsExactly("1:one", "2:too long", "3:too long", "4:two");
        assertThat(lines(LONG + LONG, atOnce)).containsExactly("1:too long");
    }

    @Test
    void an_input_without_lines_has_none() throws IOException {
        assertThat(lines("", 10)).isEmpty();
        assertThat(lines("\n \n\t", 10)).isEmpty();
    }

    private static List<String> lines(String text, int atOnce) throws IOException {
        List<String> found = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, atOnce));
            }
        };
        try (LineReader reader = new LineReader(in)) {
            while (reader.advance()) {
                String line = new String(reader.buffer(), reader.from(), reader.length(), StandardCharsets.UTF_8);
                found.add(reader.number() + ":" + (reader.isTooLong() ? "too long" : line));
            }
        }
        return found;
    }
}
