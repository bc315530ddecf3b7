package vaiwg.policeuk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a CSV file one by one: quotes, CRLF or LF, a byte order mark; what is not UTF-8 becomes U+FFFD. */
final class RowReader implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private final String name;
    private final CsvParser parser;
    private int line;

    private RowReader(String name, CsvParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * Opens a file at its first line.
     *
     * @param name how errors call the file
     * @param bytes closed with the reader, and when opening fails
     */
    static RowReader open(String name, InputStream bytes) throws IOException {
        try {
            Reader text = new BufferedReader(new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return new RowReader(name, CSV.createParser(text));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The first line's column names. To be called before the first {@link #next}; a file without a line has none. */
    List<String> header() {
        String[] names = next();
        return names == null ? List.of() : List.of(names);
    }

    /**
     * The next row's values, or null at the end of the file.
     *
     * @throws ArchiveException if the file breaks off or a quote is not closed
     */
    String[] next() {
        try {
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token == null) {
                return null;
            }
            List<String> values = new ArrayList<>();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                if (values.isEmpty()) {
                    // The array's own token lies before the line break that ends the row before.
                    line = parser.currentTokenLocation().getLineNr();
                }
                values.add(parser.getText());
            }
            return values.toArray(String[]::new);
        } catch (JsonProcessingException e) {
            throw new ArchiveException(
                    name + ", after line " + line + ", is not a CSV file any more (" + e.getOriginalMessage()
                            + "); download it again.",
                    e);
        } catch (IOException e) {
            throw new ArchiveException(
                    name + ", after line " + line + ", cannot be read any further; download it again.", e);
        }
    }

    /** The line on which the last row began, counted from 1. */
    int line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
