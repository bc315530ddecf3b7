package vaiwg.verification.documents;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the paper that could be measured, as {@code docs/paper.csv} has it.
 *
 * @param section of the paper
 * @param line what it asks, in short
 * @param measures that answer it, by slug
 * @param fields that these read, such as {@code outcome.trialAt}
 * @param state how far they do
 * @param note why not further, or how; empty where nothing is to be said
 */
public record PaperLine(
        String section, String line, List<String> measures, List<String> fields, State state, String note) {
    /** How far the figures answer a line. */
    public enum State {
        /** All that the paper asks, and it is shown. */
        FULL("in full"),
        /** A narrower question than the paper's. */
        PART("in part"),
        MISSING("not yet"),
        CANNOT("cannot be told from events");

        final String words;

        State(String words) {
            this.words = words;
        }
    }

    /** All lines in the order of the paper. */
    public static List<PaperLine> all() {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Path.of("../docs/paper.csv").toFile())) {
            return rows.readAll().stream().map(PaperLine::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PaperLine of(Map<String, String> row) {
        return new PaperLine(
                row.get("section"),
                row.get("line"),
                words(row.get("measures")),
                words(row.get("fields")),
                State.valueOf(row.get("state").toUpperCase(Locale.ROOT)),
                row.get("note"));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
