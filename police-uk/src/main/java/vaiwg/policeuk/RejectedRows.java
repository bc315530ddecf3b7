package vaiwg.policeuk;

/**
 * Rows of one force that were not imported for one reason.
 *
 * @param reason what is wrong with them
 * @param rows how many there are
 * @param firstFile the file with the first of them
 * @param firstLine the line of the first of them
 */
public record RejectedRows(String force, String reason, long rows, String firstFile, int firstLine) {
    RejectedRows oneMore() {
        return new RejectedRows(force, reason, rows + 1, firstFile, firstLine);
    }
}
