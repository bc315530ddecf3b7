package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;

/** Reads from {@code kpi_commitment} the recommendations, steps and posts as they were known when a snapshot was published. */
public final class CommitmentReader {
    private CommitmentReader() {}

    /** By register, and in its order. */
    public static List<Commitment> read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        String query = """
                SELECT * FROM vaiwg.kpi_commitment
                WHERE publication = ? AND force IN ('', ?) AND since <= ? AND ? < until
                ORDER BY array_position(ARRAY['recommendation', 'step', 'post'], register), place
                """;
        return Query.list(
                connection,
                query,
                CommitmentReader::entry,
                snapshot.publication(),
                snapshot.force(),
                snapshot.asAt(),
                snapshot.asAt());
    }

    private static Commitment entry(ResultSet row) throws SQLException {
        return new Commitment(
                Commitment.Register.valueOf(row.getString("register").toUpperCase(Locale.ROOT)),
                row.getString("id"),
                row.getInt("number"),
                row.getString("set_title"),
                row.getString("body"),
                row.getString("addressed"),
                row.getString("owner"),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getString("when_said"),
                Commitments.seen(row.getString("measures")),
                row.getString("reason"),
                row.getString("section"),
                row.getString("force"));
    }
}
