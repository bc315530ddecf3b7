package vaiwg.cli.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vaiwg.kpis.reference.ReferenceFile;

/** The lines of a table that was saved as CSV, in UTF-8; a cell in quotes may have several. Blank lines and comments are none. */
final class TableLines implements AutoCloseable {
    private static final Pattern NOTE = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path file;
    private final BufferedReader lines;
    private int read;
    private int first;

    TableLines(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /** The cells of the next one, without notes such as "[note 2]" and what else stands in brackets; empty after the last. */
    Optional<List<String>> next() throws IOException {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            read++;
            first = read;
            String line = read == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!line.isBlank() && !line.startsWith("#")) {
                return Optional.of(ReferenceFile.cells(whole(line)).stream()
                        .map(TableLines::withoutNotes)
                        .toList());
            }
        }
        return Optional.empty();
    }

    /** Where the line that was given begins, for messages. */
    String place() {
        return file + ", line " + first;
    }

    /** With the lines into which a cell in quotes goes on. */
    private String whole(String begun) throws IOException {
        if (begun.indexOf('"') < 0) {
            return begun;
        }
        StringBuilder whole = new StringBuilder(begun);
        while (whole.chars().filter(c -> c == '"').count() % 2 == 1) {
            String more = lines.readLine();
            if (more == null) {
                break;
            }
            read++;
            whole.append(' ').append(more);
        }
        return whole.toString();
    }

    private static String withoutNotes(String cell) {
        String without = cell.indexOf('[') < 0 ? cell : NOTE.matcher(cell).replaceAll("");
        return BLANKS.matcher(without).replaceAll(" ").strip();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
