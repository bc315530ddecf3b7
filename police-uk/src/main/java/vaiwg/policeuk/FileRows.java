package vaiwg.policeuk;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the rows of one monthly file: counts them, rejects what cannot be used, and hands on what the others say. */
final class FileRows {
    /** Rejected labels are shown no longer than this: a broken file can have anything in a column. */
    private static final int LONGEST_LABEL = 60;

    private static final Map<String, OutcomeLabel> LABELS = OutcomeLabel.table();

    private final ArchiveFile file;
    private final ForceTally tally;
    private final RowStatements statements;
    private final boolean street;
    /** One object for all rows that say the same, as dossiers keep it: there are far fewer than crimes. */
    private final Map<Dossier.CrimeSaid, Dossier.CrimeSaid> said = new HashMap<>();

    FileRows(ArchiveFile file, ForceTally tally, RowStatements statements) {
        this.file = file;
        this.tally = tally;
        this.statements = statements;
        this.street = file.kind() == FileKind.STREET;
    }

    /** Reads to the end and notes the file in the tally. */
    void read() {
        long rows = 0;
        try (RowReader reader = RowReader.open(file.name(), file.open())) {
            ArchiveRow.Columns columns = ArchiveRow.Columns.of(file, reader.header());
            for (String[] values = reader.next(); values != null; values = reader.next()) {
                rows++;
                readRow(columns, reader.line(), values);
            }
        } catch (IOException e) {
            throw ArchiveException.unreadable(file.name(), e);
        }
        tally.addFile(new FileReport(file.name(), file.month(), file.kind(), rows));
    }

    private void readRow(ArchiveRow.Columns columns, int line, String[] values) {
        tally.add(street ? Count.STREET_ROWS : Count.OUTCOME_ROWS);
        if (Arrays.stream(values).anyMatch(ArchiveRow::hasReplacedBytes)) {
            tally.add(Count.ROWS_NOT_UTF8);
        }
        if (values.length != columns.count()) {
            tally.reject(
                    file,
                    line,
                    "has " + values.length + " values where the header has " + columns.count() + " columns");
            return;
        }
        ArchiveRow row = columns.row(line, values);
        if (!row.month().equals(file.month().toString())) {
            tally.reject(file, line, "month \"" + shorten(row.month()) + "\" is not the month in the file's name");
        } else if (row.crimeId().isEmpty()) {
            tally.add(street ? Count.STREET_ROWS_WITHOUT_ID : Count.OUTCOME_ROWS_WITHOUT_ID);
            if (street) {
                statements.crimeWithoutId(EventMaker.slug(row.label()));
            }
        } else if (ArchiveRow.hasReplacedBytes(row.crimeId())) {
            tally.reject(file, line, "crime id has bytes that are not UTF-8");
        } else if (street) {
            readCrime(row);
        } else {
            readOutcome(row);
        }
    }

    private void readCrime(ArchiveRow row) {
        if (row.label().isEmpty()) {
            tally.reject(file, row.line(), "crime type is empty");
            return;
        }
        CrimeTrail trail = tally.trail(row.crimeId());
        if (trail.inStreetFiles()) {
            tally.add(
                    trail.crimeMonth().equals(file.month()) ? Count.REPEATED_IN_MONTH : Count.REPEATED_IN_OTHER_MONTH);
        }
        trail.addCrime(file.month());
        Dossier.CrimeSaid words =
                new Dossier.CrimeSaid(EventMaker.slug(row.label()), row.lsoa().isEmpty() ? null : row.lsoa());
        statements.crime(row.crimeId(), row.line(), said.computeIfAbsent(words, same -> same));
    }

    private void readOutcome(ArchiveRow row) {
        OutcomeLabel label = LABELS.get(row.label());
        if (label == null) {
            tally.reject(file, row.line(), "outcome \"" + shorten(row.label()) + "\" is not a known label");
            return;
        }
        CrimeTrail trail = tally.trail(row.crimeId());
        trail.addOutcome(file.month(), label);
        if (label.courtResult() && !trail.charged()) {
            tally.add(Count.COURT_RESULTS_WITHOUT_CHARGE);
        }
        statements.outcome(row.crimeId(), row.line(), Dossier.OutcomeSaid.of(label));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "...";
    }
}
