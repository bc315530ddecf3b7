package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads how each stream of a force came, as of a snapshot. */
public final class StreamReader {
    private StreamReader() {}

    /**
     * A stream of a force.
     *
     * @param state {@code never received}, {@code as usual}, {@code silent}, {@code halved} or {@code not expected}
     * @param sentence what is said wherever a figure rests on it; empty where nothing is wrong with it
     * @param kpis the measures that rest on it, where something is
     */
    public record FedStream(String stream, String state, String sentence, Set<String> kpis) {
        public boolean isWrong() {
            return !sentence.isEmpty();
        }
    }

    /** @param restricted whether it is the conduct stream that is asked for, or the others */
    public static List<FedStream> read(Connection connection, PublishedSnapshot snapshot, boolean restricted)
            throws SQLException {
        return Query.list(
                connection,
                "SELECT stream, state, sentence, kpis FROM vaiwg.kpi_stream" + (restricted ? "_conduct" : "")
                        + " WHERE force = ? AND as_at = ? AND publication = ? ORDER BY stream",
                row -> new FedStream(
                        row.getString("stream"),
                        row.getString("state"),
                        row.getString("sentence"),
                        Set.of(row.getString("kpis").split(" "))),
                snapshot.force(),
                snapshot.asAt(),
                snapshot.publication());
    }
}
