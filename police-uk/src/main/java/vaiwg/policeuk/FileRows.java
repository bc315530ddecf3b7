package vaiwg.policeuk;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the rows of one monthly file: counts them, rejects what cannot be used, and hands on what the others say. */
final class FileRows {
    /** What the decoder leaves where bytes are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';
    /** Rejected labels are shown no longer than this: a broken file can have anything in a column. */
    private static final int LONGEST_LABEL = 60;

    private static final Map<String, OutcomeLabel> LABELS = OutcomeLabel.table();

    private final ArchiveFile file;
    private final ForceReport report;
    private final RowStatements statements;
    private final boolean street;
    /** One object for all rows that say the same, as dossiers keep it: there are far fewer than crimes. */
    private final Map<Dossier.CrimeSaid, Dossier.CrimeSaid> said = new HashMap<>();

    /** Which column holds which value: the label is the crime type of a street row, the outcome type of an outcome row. */
    private record Columns(int count, int crimeId, int month, int lsoa, int label) {
        static Columns of(FileKind kind, RowReader reader) {
            return new Columns(
                    reader.columns(),
                    reader.column("Crime ID"),
                    reader.column("Month"),
                    reader.column("LSOA code"),
                    reader.column(kind.labelColumn()));
        }
    }

    FileRows(ArchiveFile file, ForceReport report, RowStatements statements) {
        this.file = file;
        this.report = report;
        this.statements = statements;
        this.street = file.kind() == FileKind.STREET;
    }

    /** @throws vaiwg.cli.terminal.CommandFailure if the file's header lacks a column that is read */
    static void requireColumns(ArchiveFile file) {
        try (RowReader reader = new RowReader(file.name(), file.open())) {
            Columns.of(file.kind(), reader);
        } catch (IOException e) {
            throw ArchiveFile.unreadable(file.name(), e);
        }
    }

    /** Reads to the end and notes the file in the report. */
    void read() {
        long rows = 0;
        try (RowReader reader = new RowReader(file.name(), file.open())) {
            Columns columns = Columns.of(file.kind(), reader);
            for (String[] values = reader.next(); values != null; values = reader.next()) {
                rows++;
                readRow(columns, reader.line(), values);
            }
        } catch (IOException e) {
            throw ArchiveFile.unreadable(file.name(), e);
        }
        report.addFile(file, rows);
    }

    private void readRow(Columns columns, int line, String[] values) {
        report.add(street ? Count.STREET_ROWS : Count.OUTCOME_ROWS, 1);
        if (Arrays.stream(values).anyMatch(FileRows::hasReplacedBytes)) {
            report.add(Count.ROWS_NOT_UTF8, 1);
        }
        if (values.length != columns.count) {
            reject(line, "has " + values.length + " values where the header has " + columns.count + " columns");
            return;
        }
        String crimeId = values[columns.crimeId].strip();
        String month = values[columns.month].strip();
        String label = values[columns.label].strip();
        if (!month.equals(file.month().toString())) {
            reject(line, "month \"" + shorten(month) + "\" is not the month in the file's name");
        } else if (crimeId.isEmpty()) {
            report.add(street ? Count.STREET_ROWS_WITHOUT_ID : Count.OUTCOME_ROWS_WITHOUT_ID, 1);
        } else if (hasReplacedBytes(crimeId)) {
            reject(line, "crime id has bytes that are not UTF-8");
        } else if (street) {
            readCrime(line, crimeId, label, values[columns.lsoa].strip());
        } else {
            readOutcome(line, crimeId, label);
        }
    }

    private void readCrime(int line, String crimeId, String type, String lsoa) {
        if (type.isEmpty()) {
            reject(line, "crime type is empty");
            return;
        }
        report.addCrime(file.month(), crimeId);
        Dossier.CrimeSaid words = new Dossier.CrimeSaid(EventMaker.slug(type), lsoa.isEmpty() ? null : lsoa);
        statements.crime(crimeId, line, said.computeIfAbsent(words, same -> same));
    }

    private void readOutcome(int line, String crimeId, String type) {
        OutcomeLabel label = LABELS.get(type);
        if (label == null) {
            reject(line, "outcome \"" + shorten(type) + "\" is not a known label");
            return;
        }
        report.addOutcome(crimeId, label);
        statements.outcome(crimeId, line, Dossier.OutcomeSaid.of(label));
    }

    private void reject(int line, String reason) {
        report.reject(file, line, reason);
    }

    private static boolean hasReplacedBytes(String value) {
        return value.indexOf(REPLACEMENT) >= 0;
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "...";
    }
}
