package vaiwg.cli.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vaiwg.cli.demo.HeadlineList.Headline;

/** Prints headlines as a table: what, of which slice, value, what of what, on which basis and window. */
final class HeadlinePrinter {
    private static final int FEW = 5;
    private static final String QUERY =
            "SELECT v.numerator, v.denominator, m.title, m.kind, m.minimum_n, m.restricted, m.priority"
                    + " FROM kpi_measure m LEFT JOIN kpi_value_every v ON v.kpi = m.kpi AND v.force = ? AND v.as_at = ?"
                    + " AND v.basis = ? AND v.\"window\" = ? AND v.slice = ?"
                    + " AND v.generation = (SELECT max(generation) FROM kpi_snapshot) WHERE m.kpi = ?";

    private final Connection connection;
    private final PrintStream out;

    HeadlinePrinter(Connection connection, PrintStream out) {
        this.connection = connection;
        this.out = out;
    }

    void print(HeadlineList list, LocalDate asAt) throws SQLException {
        for (String force : forces(asAt)) {
            out.println();
            out.println(list.title());
            out.println(
                    force + ", as at the beginning of " + asAt + ". Management information, not official statistics.");
            out.println();
            List<String[]> rows = new ArrayList<>();
            for (Headline headline : list.headlines()) {
                rows.add(row(force, asAt, headline));
            }
            table(rows);
            out.println();
            out.println("Attrition measures the service that victims were given, never the victim.");
        }
    }

    private List<String> forces(LocalDate asAt) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT DISTINCT force FROM kpi_snapshot WHERE as_at = ? ORDER BY force")) {
            select.setObject(1, asAt);
            List<String> forces = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    forces.add(found.getString(1));
                }
            }
            return forces;
        }
    }

    private String[] row(String force, LocalDate asAt, Headline headline) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setString(1, force);
            select.setObject(2, asAt);
            select.setString(3, headline.basis());
            select.setString(4, headline.window());
            select.setString(5, headline.slice());
            select.setString(6, headline.kpi());
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return new String[] {
                    found.getString("priority").replace('_', ' '),
                    found.getString("title"),
                    headline.slice().isEmpty() ? "all" : headline.slice().replace(";", ", "),
                    value(found),
                    of(found),
                    headline.basis() + ", " + headline.window()
                };
            }
        }
    }

    private static String value(ResultSet row) throws SQLException {
        long part = row.getLong("numerator");
        long whole = row.getLong("denominator");
        if (row.getString("kind").equals("count")) {
            return String.format(Locale.UK, "%,d", part);
        }
        if (whole == 0) {
            return "not published";
        }
        if (row.getBoolean("restricted") && part < FEW) {
            return "fewer than " + FEW;
        }
        if (whole < row.getInt("minimum_n")) {
            return "too few to show";
        }
        return percent(part, whole);
    }

    /** One decimal, half up from the exact fraction. */
    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                + " %";
    }

    private static String of(ResultSet row) throws SQLException {
        if (row.getString("kind").equals("count") || row.getLong("denominator") == 0) {
            return "";
        }
        if (row.getBoolean("restricted") && row.getLong("numerator") < FEW) {
            return "";
        }
        return String.format(Locale.UK, "%,d of %,d", row.getLong("numerator"), row.getLong("denominator"));
    }

    private void table(List<String[]> rows) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                line.append(pad(row[i], i == 3 || i == 4 ? widths[i] : -widths[i]))
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String pad(String text, int width) {
        int missing = Math.abs(width) - text.length();
        String gap = " ".repeat(Math.max(0, missing));
        return width > 0 ? gap + text : text + gap;
    }
}
