package vaiwg.verification.mutation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.verification.oracle.Oracle;

/** What the oracle counts of some forces, summed up force by force. */
final class OracleFigures {
    private OracleFigures() {}

    static Map<String, FigureSums> of(List<Played> forces, String areas, String people) throws SQLException {
        Map<String, FigureSums> byForce = new LinkedHashMap<>();
        try (Oracle oracle = new Oracle()) {
            oracle.replaceAreas(areas);
            oracle.loadDenominators(people);
            for (Played force : forces) {
                oracle.load(force.log());
                oracle.want(force.name(), force.wanted());
                byForce.put(force.name(), new FigureSums());
            }
            oracle.compute();
            oracle.forEachRow(
                    """
                    SELECT force, kpi, basis, "window", slice, as_at AS day, numerator, denominator FROM expected_value
                    UNION ALL
                    SELECT force, kpi, basis, '', slice, day, numerator, denominator FROM expected_day
                    """,
                    row -> byForce.get(row.getString("force"))
                            .add(
                                    FigureSums.key(
                                            row.getString("kpi"), row.getString("basis"), row.getString("window")),
                                    row.getString("slice"),
                                    row.getObject("day", LocalDate.class).toEpochDay(),
                                    row.getInt("numerator"),
                                    row.getObject("denominator") == null
                                            ? FigureSums.NONE
                                            : row.getInt("denominator")));
            oracle.forEachRow(
                    "SELECT * FROM expected_estimate",
                    row -> byForce.get(row.getString("force"))
                            .addEstimate(
                                    FigureSums.key(
                                            row.getString("kpi"), row.getString("basis"), row.getString("window")),
                                    row.getString("slice") + ' ' + row.getObject("as_at", LocalDate.class),
                                    row.getDouble("value"),
                                    row.getDouble("lower"),
                                    row.getDouble("upper"),
                                    row.getInt("at_risk"),
                                    row.getObject("data_through", LocalDate.class)
                                            .toEpochDay()));
        }
        return byForce;
    }
}
