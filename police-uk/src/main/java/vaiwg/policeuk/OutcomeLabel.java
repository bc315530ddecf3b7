package vaiwg.policeuk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a published outcome label says. The table is {@code policeuk/outcomes.csv}, with the reason for each line and the
 * newest monthly file in which the label was seen (empty: known only from the publisher's list of categories).
 *
 * @param outcomeType the Home Office type, or null where the label merges several: nothing is guessed
 * @param outcomeGroup the publisher's own slug of the category
 * @param courtResult whether it is what a court did after a charge: type 1 stays, and so does the charge's date
 */
record OutcomeLabel(String label, String outcomeType, String outcomeGroup, boolean courtResult) {
    private static final String TABLE = "/policeuk/outcomes.csv";
    private static final String CHARGED = "1";

    /** Every label in the table, by its text. */
    static Map<String, OutcomeLabel> table() {
        Map<String, OutcomeLabel> labels = new HashMap<>();
        InputStream bytes = OutcomeLabel.class.getResourceAsStream(TABLE);
        try (RowReader rows = new RowReader(TABLE, bytes)) {
            for (String[] row = rows.next(); row != null; row = rows.next()) {
                String type = row[1].isEmpty() ? null : row[1];
                labels.put(row[0], new OutcomeLabel(row[0], type, row[2], Boolean.parseBoolean(row[3])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(labels);
    }

    /** Whether it says that a suspect was charged, as opposed to what a court did later. */
    boolean charge() {
        return isCharge(outcomeType) && !courtResult;
    }

    static boolean isCharge(String outcomeType) {
        return CHARGED.equals(outcomeType);
    }
}
