package vaiwg.board.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vaiwg.board.ReportException;
import vaiwg.board.figures.BenchmarkReader;
import vaiwg.board.figures.ChartReader;
import vaiwg.board.figures.Charts;
import vaiwg.board.figures.CommitmentReader;
import vaiwg.board.figures.DictionaryReader;
import vaiwg.board.figures.EstimateReader;
import vaiwg.board.figures.FunnelReader;
import vaiwg.board.figures.LateReader;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.RebaseReader;
import vaiwg.board.figures.RevisionReader;
import vaiwg.board.figures.SignalReader;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.figures.StreamReader;
import vaiwg.board.figures.ValueReader;
import vaiwg.board.figures.VerdictReader;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.reference.ForceTitles;

/** Reads all that a report is made of, in some twenty queries. */
final class MaterialReader {
    private static final int NEAR = 31;
    private static final int PERIOD = 28;
    private static final int CLOSED_DAYS = 56;
    private static final int ESTIMATES = 3;

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
        ValueReader values = new ValueReader(connection, request.restricted());
        SnapshotValues now = values.read(snapshot);
        Optional<SnapshotValues> year =
                yearBefore.isPresent() ? Optional.of(values.read(yearBefore.get())) : Optional.empty();
        Optional<SnapshotValues> yearWhole =
                whole.equals(yearBefore) || whole.isEmpty() ? year : Optional.of(values.read(whole.get()));
        MeasureDictionary dictionary = DictionaryReader.read(connection, snapshot);
        LocalDate nightsFrom = nightsFrom(snapshot);
        LocalDate since =
                previous.map(PublishedSnapshot::asAt).orElse(snapshot.asAt().minusDays(PERIOD));
        boolean open = !request.restricted();
        Benchmarks benchmarks = BenchmarkReader.read(connection, snapshot);
        return new Material(
                edition(snapshot, previous, yearBefore, now),
                dictionary,
                now,
                year,
                yearWhole,
                open ? ChartReader.read(connection, snapshot) : new Charts(Map.of()),
                RebaseReader.read(connection, snapshot),
                benchmarks,
                open ? CommitmentReader.read(connection, snapshot) : List.of(),
                open ? EstimateReader.read(connection, snapshot, ends(snapshot.asAt(), ESTIMATES)) : List.of(),
                open ? FunnelReader.read(connection, snapshot) : List.of(),
                open ? SignalReader.signals(connection, snapshot) : List.of(),
                open ? VerdictReader.verdicts(connection, snapshot) : Map.of(),
                open ? VerdictReader.open(connection, snapshot) : List.of(),
                open
                        ? VerdictReader.closed(
                                connection,
                                snapshot,
                                previous.map(PublishedSnapshot::asAt)
                                        .orElse(snapshot.asAt().minusDays(CLOSED_DAYS)))
                        : List.of(),
                snapshots.ownersClock(snapshot.asAt(), snapshot.publication()),
                open
                        ? SignalReader.notes(connection, request.force(), request.notesUntil())
                        : SignalReader.reportsOnConduct(connection, request.force(), request.notesUntil()),
                open && previous.isPresent()
                        ? RevisionReader.read(
                                connection, snapshot, previous.get().asAt())
                        : List.of(),
                LateReader.read(connection, request.force(), since, snapshot.asAt()),
                StreamReader.read(connection, snapshot, request.restricted()),
                nightsFrom,
                snapshots.nights(nightsFrom, snapshot.asAt(), snapshot.publication()));
    }

    /** Nights are counted from the start of the year, or from the first of which every one is kept. */
    private static LocalDate nightsFrom(PublishedSnapshot snapshot) {
        LocalDate year = snapshot.asAt().withDayOfYear(1);
        LocalDate history = snapshot.historyFrom().map(day -> day.plusDays(1)).orElse(year);
        return history.isAfter(year) ? history : year;
    }

    /** The newest midnights at which periods of 28 days end, oldest first. */
    private static List<LocalDate> ends(LocalDate asAt, int number) {
        long newest = Math.floorDiv(asAt.toEpochDay(), (long) PERIOD);
        return IntStream.range(0, number)
                .mapToObj(i -> LocalDate.ofEpochDay((newest - number + 1 + i) * PERIOD))
                .toList();
    }

    private Edition edition(
            PublishedSnapshot snapshot,
            Optional<PublishedSnapshot> previous,
            Optional<PublishedSnapshot> yearBefore,
            SnapshotValues now) {
        return new Edition(
                request.force(),
                ForceTitles.police(request.force()),
                snapshot.asAt(),
                snapshot.publication(),
                request.tier(),
                Edition.Status.UNREGISTERED,
                Optional.empty(),
                previous.map(PublishedSnapshot::asAt),
                yearBefore.map(PublishedSnapshot::asAt),
                request.notesUntil(),
                Optional.empty(),
                Optional.empty(),
                snapshot.catalogue(),
                snapshot.historyFrom(),
                snapshot.dataThrough(),
                snapshot.complete(),
                snapshot.isSynthetic(),
                snapshot.reconstructed(),
                snapshot.themesOnly(),
                now.isByMonth());
    }
}
