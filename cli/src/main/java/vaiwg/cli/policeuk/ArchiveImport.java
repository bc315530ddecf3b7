package vaiwg.cli.policeuk;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;

/**
 * One pass over the files of an archive, month by month. All rows of a month become known at the midnight that ends it, crimes
 * before outcomes; then every stream is complete up to the millisecond before that midnight.
 */
final class ArchiveImport {
    /** Refused labels are shown no longer than this: a broken file can have anything in a column. */
    private static final int LONGEST_LABEL = 60;

    private final Map<String, OutcomeLabel> labels = OutcomeLabel.table();
    private final Map<String, ForceTally> forces = new TreeMap<>();
    private final Consumer<FeedRecord> sink;

    ArchiveImport(Consumer<FeedRecord> sink) {
        this.sink = sink;
    }

    /** Sends every event and returns what was found. The files are in {@link ArchiveFile#READING_ORDER}, at least one. */
    ImportReport run(List<ArchiveFile> files) {
        YearMonth month = files.get(0).month();
        for (ArchiveFile file : files) {
            // A month without a file passes too: the clock of a topic must not depend on what a force left out.
            for (; month.isBefore(file.month()); month = month.plusMonths(1)) {
                sendProgress(LondonMonth.end(month).minusMillis(1), LondonMonth.end(month));
            }
            read(file);
        }
        sendProgress(LondonMonth.end(month), LondonMonth.end(month));
        return new ImportReport(forces.values().stream().map(ForceTally::report).toList());
    }

    private void sendProgress(Instant completeThrough, Instant timestamp) {
        for (EventStream stream : EventStream.values()) {
            sink.accept(EventMaker.progress(stream, completeThrough, timestamp));
        }
    }

    private void read(ArchiveFile file) {
        ForceTally tally = forces.computeIfAbsent(file.force(), ForceTally::new);
        long rows = 0;
        try (RowReader reader = RowReader.open(file.name(), file.open())) {
            ArchiveRow.Columns columns = ArchiveRow.Columns.of(file, reader.header());
            for (String[] values = reader.next(); values != null; values = reader.next()) {
                rows++;
                readRow(file, tally, columns, reader.line(), values);
            }
        } catch (IOException e) {
            throw new ArchiveException(file.name() + " cannot be read; check that the download is whole.", e);
        }
        tally.addFile(new FileReport(file.name(), file.month(), file.kind(), rows));
    }

    private void readRow(ArchiveFile file, ForceTally tally, ArchiveRow.Columns columns, int line, String[] values) {
        boolean street = file.kind() == FileKind.STREET;
        tally.add(street ? Count.STREET_ROWS : Count.OUTCOME_ROWS);
        if (Arrays.stream(values).anyMatch(ArchiveRow::hasReplacedBytes)) {
            tally.add(Count.ROWS_NOT_UTF8);
        }
        if (values.length != columns.count()) {
            tally.refuse(
                    file,
                    line,
                    "has " + values.length + " values where the header has " + columns.count() + " columns");
            return;
        }
        ArchiveRow row = columns.row(line, values);
        if (!row.month().equals(file.month().toString())) {
            tally.refuse(file, line, "month \"" + shorten(row.month()) + "\" is not the month in the file's name");
        } else if (row.crimeId().isEmpty()) {
            tally.add(street ? Count.STREET_ROWS_WITHOUT_ID : Count.OUTCOME_ROWS_WITHOUT_ID);
        } else if (ArchiveRow.hasReplacedBytes(row.crimeId())) {
            tally.refuse(file, line, "crime id has bytes that are not UTF-8");
        } else if (street) {
            sendCrime(file, tally, row);
        } else {
            sendOutcome(file, tally, row);
        }
    }

    private void sendCrime(ArchiveFile file, ForceTally tally, ArchiveRow row) {
        if (row.label().isEmpty()) {
            tally.refuse(file, row.line(), "crime type is empty");
            return;
        }
        CrimeTrail trail = tally.trail(row.crimeId());
        if (trail.inStreetFiles()) {
            tally.add(
                    trail.crimeMonth().equals(file.month()) ? Count.REPEATED_IN_MONTH : Count.REPEATED_IN_OTHER_MONTH);
        }
        sink.accept(EventMaker.crime(file, row, trail.addCrime(file.month())));
    }

    private void sendOutcome(ArchiveFile file, ForceTally tally, ArchiveRow row) {
        OutcomeLabel label = labels.get(row.label());
        if (label == null) {
            tally.refuse(file, row.line(), "outcome \"" + shorten(row.label()) + "\" is not a known label");
            return;
        }
        CrimeTrail trail = tally.trail(row.crimeId());
        int version = trail.addOutcome(file.month(), label);
        YearMonth assigned = file.month();
        if (label.courtResult()) {
            if (trail.chargedIn() == null) {
                tally.add(Count.COURT_RESULTS_WITHOUT_CHARGE);
            } else {
                assigned = trail.chargedIn();
            }
        }
        sink.accept(EventMaker.outcome(file, row, label, assigned, version));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "...";
    }
}
