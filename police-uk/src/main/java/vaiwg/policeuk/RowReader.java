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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vaiwg.cli.terminal.CommandFailure;

/** Reads a CSV file row by row: quotes, CRLF or LF, a byte order mark; what is not UTF-8 becomes U+FFFD. */
final class RowReader implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private final String name;
    private final CsvParser parser;
    private final List<String> header;
    private int line;

    /**
     * Opens a file and reads its header.
     *
     * @param name how errors call the file
     * @param bytes closed with the reader, and when opening fails
     */
    RowReader(String name, InputStream bytes) throws IOException {
        this.name = name;
        try {
            Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            parser = CSV.createParser(text);
            String[] names = next();
            header = names == null ? List.of() : List.of(names);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** How many columns the header has. */
    int columns() {
        return header.size();
    }

    /** @throws CommandFailure if the header has no such column; the publisher has added columns before, so places are not fixed */
    int column(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw CommandFailure.wrongUsage(name + ", line 1, has no column named " + column
                    + "; give the file as data.police.uk published it.");
        }
        return index;
    }

    /**
     * The next row's values, or null at the end of the file.
     *
     * @throws CommandFailure if the file breaks off or a quote is not closed
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
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException wrong ? wrong.getOriginalMessage() : e.getMessage();
            throw CommandFailure.wrongUsage(
                    name + ", after line " + line + ", is not a CSV file any more (" + reason + "); download it again.",
                    e);
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
