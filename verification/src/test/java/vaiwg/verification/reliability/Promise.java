package vaiwg.verification.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that the system promises, whatever arrives, is released or fails.
 *
 * @param number by which the rows are sorted and found
 * @param promise one sentence
 * @param threat what could break it, one sentence
 * @param tests classes, {@code Class}, or methods, {@code Class#method}, that fail where it is broken
 * @param before what the first build of 0.1.0, commit 0d9fe4d, did, as {@code docs/reliability.md} explains
 */
record Promise(String number, String promise, String threat, List<String> tests, String before) {
    private static final String HEADER = "number\tpromise\twhat could break it\ttests\ton 0d9fe4d";
    private static final int COLUMNS = HEADER.split("\t").length;

    /**
     * All promises of a folder's files, one a line, sorted by number.
     *
     * @throws IllegalArgumentException in one sentence, where a line has not all columns
     */
    static List<Promise> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .flatMap(Promise::read)
                    .sorted(Comparator.comparingInt(Promise::order).thenComparing(Promise::number))
                    .toList();
        }
    }

    private static Stream<Promise> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                throw new IllegalArgumentException(file + " does not begin with the line '" + HEADER + "'.");
            }
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(columns -> of(file, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Promise of(Path file, String[] columns) {
        if (columns.length != COLUMNS || Arrays.stream(columns).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    file + ": a line has number, promise, what could break it, tests and what 0d9fe4d did: "
                            + String.join(" | ", columns));
        }
        return new Promise(
                columns[0].strip(),
                columns[1].strip(),
                columns[2].strip(),
                List.of(columns[3].strip().split("\\s+")),
                columns[4].strip());
    }

    /** Numbers first, by size; names after them, by alphabet. */
    private int order() {
        return number.matches("\\d+") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }
}
