package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads from {@code kpi_dictionary} what was said of the measures when a snapshot was published. */
public final class DictionaryReader {
    private DictionaryReader() {}

    public static MeasureDictionary read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        String query = "SELECT * FROM vaiwg.kpi_dictionary WHERE publication = ? AND since <= ? AND ? < until";
        return new MeasureDictionary(Query.list(
                connection, query, DictionaryReader::entry, snapshot.publication(), snapshot.asAt(), snapshot.asAt()));
    }

    private static MeasureEntry entry(ResultSet row) throws SQLException {
        // Publications of before there were such words have none.
        Optional<String> shortTitle = Optional.ofNullable(row.getString("short_title"));
        Optional<String> concern = Optional.ofNullable(row.getString("concern"));
        return new MeasureEntry(
                row.getString("kpi"),
                row.getString("priority"),
                row.getString("title"),
                shortTitle.orElse(row.getString("title")),
                row.getString("definition"),
                row.getString("unit"),
                row.getString("direction"),
                row.getString("owner"),
                row.getString("definition_hash"),
                MeasureEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("minimum_n"),
                row.getBoolean("restricted"),
                row.getString("caveats"),
                MeasureEntry.Place.valueOf(row.getString("place").toUpperCase(Locale.ROOT)),
                row.getInt("place_order"),
                row.getString("place_name"),
                row.getString("place_slice"),
                row.getInt("row_order"),
                reading(row.getString("read_basis"), row.getString("read_window")),
                reading(row.getString("read_basis_months"), row.getString("read_window_months")),
                row.getBoolean("shown_as_count"),
                concern.orElse(row.getString("kpi")),
                row.getBoolean("about_nobody"),
                values(row.getString("dimension_values")));
    }

    private static Map<String, String> values(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        if (lines != null) {
            lines.lines().map(line -> line.split("\t", 2)).forEach(value -> values.put(value[0], value[1]));
        }
        return Collections.unmodifiableMap(values);
    }

    private static Optional<Reading> reading(String basis, String window) {
        return basis == null ? Optional.empty() : Optional.of(new Reading(basis, window));
    }
}
