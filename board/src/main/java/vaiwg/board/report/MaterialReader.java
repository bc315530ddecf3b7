package vaiwg.board.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.ReportException;
import vaiwg.board.figures.Charts;
import vaiwg.board.figures.NoteReader;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.PublishedReader;
import vaiwg.board.figures.PublishedReader.ControlTotal;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.reference.ForceTitles;

/** Reads all that a report is made of, in some twenty queries. */
final class MaterialReader {
    private static final int NEAR = 31;
    /** In how many days late records are counted where no report was before. */
    static final int LATE_DAYS = 28;

    private static final int CLOSED_DAYS = 56;

    private final Connection connection;
    private final ReportRequest request;
    private final SnapshotReader snapshots;

    MaterialReader(Connection connection, ReportRequest request) {
        this.connection = connection;
        this.request = request;
        this.snapshots = new SnapshotReader(connection, request.force());
    }

    /** @throws ReportException if a snapshot that is asked for was not published, or may not be read */
    Material read() throws SQLException {
        PublishedSnapshot snapshot = snapshots.require(request.asAt(), request.publication());
        Optional<PublishedSnapshot> previous = Optional.empty();
        if (request.previous().isPresent()) {
            LocalDate day = request.previous().get();
            previous = Optional.of(
                    snapshots.published(day, snapshots.findUpTo(day, snapshot.publication()), request.publication()));
        }
        LocalDate aYearAgo = snapshot.asAt().minusYears(1);
        Optional<PublishedSnapshot> yearBefore = snapshots.nearest(aYearAgo, NEAR, snapshot.publication(), false);
        Optional<PublishedSnapshot> whole = snapshots.nearest(aYearAgo, NEAR, snapshot.publication(), true);
        PublishedReader reader = new PublishedReader(connection, snapshot);
        boolean conduct = request.restricted();
        SnapshotValues now = reader.values(conduct);
        Optional<SnapshotValues> year = values(yearBefore);
        LocalDate nightsFrom = nightsFrom(snapshot);
        LocalDate asAt = snapshot.asAt();
        Optional<LocalDate> last = previous.map(PublishedSnapshot::asAt);
        List<ControlTotal> totals = conduct ? List.of() : reader.controlTotals();
        List<PublishedNote> notes = conduct
                ? NoteReader.reportsOnConduct(connection, request.force(), request.notesUntil())
                : NoteReader.notes(connection, request.force(), request.notesUntil());
        List<Commitment> commitments = conduct
                ? List.of()
                : Stream.concat(
                                reader.commitments().stream(),
                                NotedInterventions.of(notes, request.force(), asAt, request.tier()).stream())
                        .toList();
        boolean first = previous.isEmpty()
                && !reader.reported()
                && notes.stream().noneMatch(note -> isOfMeetingBefore(note, asAt));
        return new Material(
                edition(snapshot, previous, first, yearBefore, now, conduct || reader.sourcesAgree()),
                reader.dictionary(),
                now,
                year,
                whole.equals(yearBefore) || whole.isEmpty() ? year : values(whole),
                conduct ? new Charts(Map.of()) : reader.charts(InterventionEffect.measures(commitments)),
                reader.rebases(),
                reader.benchmarks(),
                commitments,
                conduct ? List.of() : reader.estimates(),
                conduct ? Map.of() : reader.apart(),
                conduct ? Map.of() : reader.withdrawnSignals(),
                conduct ? Map.of() : reader.verdicts(),
                conduct ? List.of() : reader.open(),
                conduct ? List.of() : reader.closed(last.orElse(asAt.minusDays(CLOSED_DAYS))),
                notes,
                conduct ? List.of() : reader.changes(),
                conduct || last.isEmpty() ? 0 : reader.revised(last.get()),
                reader.late(last.orElse(asAt.minusDays(LATE_DAYS))),
                reader.streams(conduct),
                totals,
                nightsFrom,
                reader.nights(nightsFrom));
    }

    private Optional<SnapshotValues> values(Optional<PublishedSnapshot> snapshot) throws SQLException {
        return snapshot.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublishedReader(connection, snapshot.get()).values(request.restricted()));
    }

    /** What a meeting asked for was asked before; what is reported to the newest meeting may be all that there is. */
    private static boolean isOfMeetingBefore(PublishedNote note, LocalDate asAt) {
        return BoardSubject.isAction(note.signalId())
                || BoardSubject.meeting(note.signalId())
                        .filter(meeting -> meeting.isBefore(BoardSubject.meetingAt(asAt)))
                        .isPresent();
    }

    /** Nights are counted from the start of the year, or from the first of which every one is kept. */
    private static LocalDate nightsFrom(PublishedSnapshot snapshot) {
        LocalDate year = snapshot.asAt().withDayOfYear(1);
        LocalDate history = snapshot.historyFrom().map(day -> day.plusDays(1)).orElse(year);
        return history.isAfter(year) ? history : year;
    }

    private Edition edition(
            PublishedSnapshot snapshot,
            Optional<PublishedSnapshot> previous,
            boolean first,
            Optional<PublishedSnapshot> yearBefore,
            SnapshotValues now,
            boolean sourcesAgree) {
        return new Edition(
                request.force(),
                ForceTitles.police(request.force()),
                snapshot.asAt(),
                snapshot.publication(),
                request.tier(),
                Edition.Status.UNREGISTERED,
                Optional.empty(),
                previous.map(PublishedSnapshot::asAt),
                first,
                yearBefore.map(PublishedSnapshot::asAt),
                request.notesUntil(),
                Optional.empty(),
                Optional.empty(),
                snapshot.catalogue(),
                snapshot.historyFrom(),
                snapshot.dataThrough(),
                snapshot.complete() && sourcesAgree,
                snapshot.isSynthetic(),
                snapshot.reconstructed(),
                snapshot.themesOnly(),
                now.isByMonth());
    }
}
