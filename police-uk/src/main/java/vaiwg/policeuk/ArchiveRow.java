package vaiwg.policeuk;

import java.util.List;

/**
 * One row of a monthly file, in which blanks around a value are gone and an empty value is an empty text.
 *
 * @param line the line in the file on which the row begins; the header is line 1
 * @param label the crime type of a street row, the outcome type of an outcome row
 */
record ArchiveRow(int line, String crimeId, String month, String lsoa, String label) {
    /** What the decoder leaves where bytes are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    static boolean hasReplacedBytes(String value) {
        return value.indexOf(REPLACEMENT) >= 0;
    }

    /** Which column holds which value; the publisher has added columns before. */
    record Columns(int count, int crimeId, int month, int lsoa, int label) {
        /** @throws ArchiveException if the header lacks a column that is read */
        static Columns of(ArchiveFile file, List<String> header) {
            return new Columns(
                    header.size(),
                    index(file, header, "Crime ID"),
                    index(file, header, "Month"),
                    index(file, header, "LSOA code"),
                    index(file, header, file.kind().labelColumn()));
        }

        private static int index(ArchiveFile file, List<String> header, String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new ArchiveException(file.name() + ", line 1, has no column named " + column
                        + "; give the file as data.police.uk published it.");
            }
            return index;
        }

        ArchiveRow row(int line, String[] values) {
            return new ArchiveRow(
                    line, values[crimeId].strip(), values[month].strip(), values[lsoa].strip(), values[label].strip());
        }
    }
}
