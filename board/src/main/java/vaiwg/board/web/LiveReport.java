package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.board.Tier;
import vaiwg.board.edition.NotesUntil;
import vaiwg.board.edition.Registration;
import vaiwg.board.edition.Registrations;
import vaiwg.board.report.Report;
import vaiwg.board.report.ReportMaker;
import vaiwg.board.report.ReportRequest;
import vaiwg.board.web.PublishedDays.Published;

/** The report that a page shows: of no number, of the internal tier, with all that owners have said by now. */
final class LiveReport {
    private LiveReport() {}

    static Report make(Connection connection, Published snapshot) throws SQLException {
        Optional<LocalDate> previous = new Registrations(connection)
                .lastIssued(snapshot.force(), Tier.BOARD, snapshot.asAt())
                .map(Registration::asAt);
        return ReportMaker.make(
                connection,
                new ReportRequest(
                        snapshot.force(),
                        snapshot.asAt(),
                        Optional.of(snapshot.generation()),
                        Tier.INTERNAL,
                        previous,
                        NotesUntil.newest(connection, snapshot.force(), snapshot.asAt()),
                        false));
    }
}
