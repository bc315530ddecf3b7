package vaiwg.verification.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How much a question costs the database, whatever the machine and its load: pages of 8 kB that it read, from memory or from disk. */
final class PagesRead {
    /** Half as many took a second of processor time (docs/decisions/0197-views-by-series.md), most questions a tenth of that; a whole midnight takes most. */
    static final long AT_MOST = 500_000;

    private PagesRead() {}

    static long by(Connection connection, String question) throws SQLException, JsonProcessingException {
        try (Statement statement = connection.createStatement();
                ResultSet plan =
                        statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + question)) {
            plan.next();
            JsonNode root = new ObjectMapper().readTree(plan.getString(1)).at("/0/Plan");
            return root.get("Shared Hit Blocks").asLong()
                    + root.get("Shared Read Blocks").asLong();
        }
    }
}
