package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Calculates the numbers of a report's files again, in DuckDB, from the published tables, with nothing of what made them. Queries give what
 * differs, and how much was compared.
 */
public final class ReportNumbers implements AutoCloseable {
    /** Of a share without rounding; a tenth of a millionth of a billionth of a percent. */
    private static final String ALIKE = "abs(%1$s - %2$s) <= 1e-12 * greatest(1, abs(%2$s))";

    private static final int FETCHED = 10_000;

    /** Windows that begin before the days that are read of all, by their length or by how long their cases are followed. */
    private static final String OF_LONGER_WINDOWS =
            "SELECT DISTINCT kpi FROM figures WHERE coalesce(try_cast(regexp_extract(\"window\", '(\\d+)d', 1) AS int), 0)"
                    + " + coalesce(try_cast(regexp_extract(basis, 'settled_(\\d+)d', 1) AS int), 0) > 700";

    private final Connection duck;

    /**
     * Reads a report's files and what was published of its force.
     *
     * @param published a login that may read what is published, with the schema on its search path
     * @param report the folder of an internal report
     */
    ReportNumbers(Connection published, Path report, String force) throws SQLException, IOException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        run("CREATE TABLE figures AS SELECT * FROM read_csv('" + report.resolve("figures.csv")
                + "', header = true, strict_mode = true, null_padding = false, all_varchar = false)");
        run("UPDATE figures SET slice = '' WHERE slice IS NULL");
        run("ALTER TABLE figures ADD COLUMN times DOUBLE");
        run(
                "UPDATE figures SET times = CASE unit WHEN 'PER_100' THEN 100 WHEN 'PER_1_000' THEN 1000 WHEN 'PER_10_000' THEN 10000 ELSE 1 END");
        String theForce = " WHERE force = '" + force + "'";
        String days = "('" + String.join("', '", query("SELECT DISTINCT as_at FROM figures")) + "')";
        String shown = "(as_at IN " + daysOfTables(published, theForce, days) + " OR basis = 'stock')";
        String value =
                "SELECT kpi, basis, \"window\", slice, as_at, numerator, denominator, value, small, compared, lower, upper FROM kpi_value"
                        + theForce + " AND ";
        copy(published, "value", value + shown);
        // Of estimates all days are drawn.
        copy(published, "value", value + "data_through IS NOT NULL AND NOT " + shown);
        copy(
                published,
                "period",
                "SELECT first_day, last_day, numerator, denominator, value, lower, centre, upper, trial FROM kpi_limit"
                        + theForce);
        copy(
                published,
                "funnel",
                "SELECT numerator, denominator, centre, lower_95, upper_95, lower_998, upper_998 FROM kpi_funnel"
                        + theForce + " AND as_at IN " + days);
        copy(published, "target", "SELECT stated, unit FROM kpi_benchmark WHERE kind = 'target' AND reason = ''");
        run(
                "CREATE TABLE block AS SELECT unnest(blocks, recursive := true) FROM (SELECT unnest(pages, recursive := true) FROM read_json('"
                        + report.resolve("report.json")
                        + "', maximum_object_size = 1000000000, columns = {pages: 'STRUCT(title VARCHAR, blocks STRUCT(kind VARCHAR, rows"
                        + " STRUCT(\"asCount\" BOOLEAN, figure STRUCT(kpi VARCHAR, basis VARCHAR, \"window\" VARCHAR, slice VARCHAR))[])[])[]'}))");
        copy(published, "signal", "SELECT DISTINCT since, as_at + 14 AS due FROM kpi_signal" + theForce);
        copy(
                published,
                "day",
                "SELECT kpi, basis, slice, day, numerator, denominator FROM kpi_day" + theForce
                        + " AND kpi || ' ' || basis IN ('"
                        + String.join("', '", query("SELECT DISTINCT kpi || ' ' || basis FROM figures")) + "')"
                        + " AND slice NOT LIKE '%lpa=%' AND (day >= (SELECT max(as_at) FROM kpi_snapshot" + theForce
                        + ") - interval '26 months' OR kpi IN ('" + String.join("', '", query(OF_LONGER_WINDOWS))
                        + "'))");
        cells(report.resolve("report.xlsx"));
    }

    /**
     * The report's own, and those of a year before that it may compare them with; of what is finer than themes, firsts of months were kept.
     * As constants: only these are compared before the rule on groups is asked, once a row.
     */
    private static String daysOfTables(Connection published, String theForce, String days) throws SQLException {
        String newest = "(SELECT max(as_at) FROM kpi_snapshot" + theForce + ")";
        try (Statement statement = published.createStatement();
                ResultSet list = statement.executeQuery(
                        "SELECT '(' || string_agg(quote_literal(as_at), ', ') || ')' FROM kpi_snapshot"
                                + theForce + " AND (as_at IN " + days + " OR as_at - " + newest
                                + " BETWEEN CASE extract(day FROM as_at) WHEN 1 THEN -396 ELSE -370 END"
                                + " AND CASE extract(day FROM as_at) WHEN 1 THEN -334 ELSE -360 END)")) {
            list.next();
            return list.getString(1);
        }
    }

    /**
     * Asserts that every number of a report's tables and workbook is calculated again from what was published, and that its pages say
     * the same.
     *
     * @return how many numbers of the two tables were compared
     */
    public static int requireAgreement(Connection published, Path report, String force)
            throws SQLException, IOException {
        try (ReportNumbers numbers = new ReportNumbers(published, report, force)) {
            assertThat(numbers.figuresThatDiffer()).as("figures").isEmpty();
            assertThat(numbers.intervalsThatDiffer()).as("intervals").isEmpty();
            assertThat(numbers.sumsThatDiffer()).as("sums of days").isEmpty();
            assertThat(numbers.sums()).as("figures that are sums of days").isGreaterThan(20);
            assertThat(numbers.linesThatTheWorkbookLacks())
                    .as("lines of the workbook")
                    .isEmpty();
            assertThat(numbers.numbersOfThePagesThatAreNowhere())
                    .as("numbers of the workbook's pages")
                    .isEmpty();
            TreeMap<String, Integer> pages = ReportTexts.html(report, false);
            assertThat(numbers.figuresThatPagesLack(pages.keySet()))
                    .as("numbers that the pages lack")
                    .isEmpty();
            assertThat(ReportTexts.lacking(ReportTexts.html(report, true), ReportTexts.pdf(report)))
                    .as("numbers of printed tables that the PDF lacks")
                    .isEmpty();
            int compared =
                    numbers.number("SELECT (SELECT sum((numerator IS NOT NULL)::int + (denominator IS NOT NULL)::int"
                            + " + (value IS NOT NULL)::int + 2 * (lower IS NOT NULL)::int) FROM figures)");
            numbers.requireThatAWrongNumberIsFound();
            return compared;
        }
    }

    /** One wrong number of each kind is one line. */
    private void requireThatAWrongNumberIsFound() throws SQLException {
        String one =
                " WHERE rowid = (SELECT min(rowid) FROM figures WHERE state = 'SHOWN' AND denominator IS NOT NULL AND basis LIKE"
                        + " 'settled%' AND unit = 'SHARE')";
        run("UPDATE figures SET value = value + 1e-6" + one);
        assertThat(figuresThatDiffer()).hasSize(1);
        // Another figure may have the same numbers: then the line is there once less.
        assertThat(linesThatTheWorkbookLacks()).hasSizeBetween(2, 3);
        run("UPDATE figures SET value = value - 1e-6, numerator = numerator + 1" + one);
        assertThat(figuresThatDiffer()).hasSize(1);
        run("UPDATE figures SET numerator = numerator - 1" + one);
        run(
                "UPDATE cells SET number = number + 0.123456 WHERE rowid = (SELECT min(rowid) FROM cells WHERE sheet = '1 At a glance' AND number IS NOT NULL)");
        assertThat(numbersOfThePagesThatAreNowhere()).hasSize(1);
    }

    /** Figures that are not the published value of their day, or not its count by its whole. */
    List<String> figuresThatDiffer() throws SQLException {
        return query("""
                SELECT concat_ws(' ', f.kpi, f.basis, f."window", f.slice, f.as_at, f.state, f.numerator, f.denominator, f.value, f.lower, f.upper,
                    'published', v.numerator, v.denominator, v.value, v.lower, v.upper)
                FROM figures f
                LEFT JOIN value v USING (kpi, basis, "window", slice, as_at)
                WHERE NOT coalesce(CASE f.state
                    WHEN 'SHOWN' THEN
                        f.numerator IS NOT DISTINCT FROM coalesce(v.numerator, CASE WHEN v.value IS NULL THEN 0 END)
                        AND f.denominator IS NOT DISTINCT FROM v.denominator
                        AND NOT coalesce(v.small, false)
                        AND (%s)
                        AND (f.lower IS NULL OR (%s) AND (%s))
                    WHEN 'COUNT_ONLY' THEN
                        v.small AND f.numerator = v.numerator AND f.denominator IS NOT DISTINCT FROM v.denominator AND f.value IS NULL
                        AND f.lower IS NULL
                    WHEN 'NOT_COMPARED' THEN
                        NOT v.compared AND f.numerator IS NOT DISTINCT FROM v.numerator AND f.value IS NULL AND f.lower IS NULL
                        AND f.denominator IS NOT DISTINCT FROM CASE WHEN v.numerator IS NOT NULL THEN v.denominator END
                    WHEN 'TOO_FEW' THEN v.small AND f.numerator IS NULL AND f.value IS NULL
                    ELSE v.kpi IS NULL AND f.numerator IS NULL AND f.value IS NULL
                    END, false)
                """.formatted(
                        alike(
                                "f.value",
                                "CASE WHEN f.unit IN ('DAYS', 'HOURS') OR v.numerator IS NULL THEN coalesce(v.value * f.times, 0)"
                                        + " WHEN v.denominator IS NULL THEN v.numerator ELSE f.times * v.numerator / v.denominator END"),
                        alike("f.lower", "v.lower * f.times"),
                        alike("f.upper", "v.upper * f.times")));
    }

    /** Intervals of shares that are not Wilson's. */
    List<String> intervalsThatDiffer() throws SQLException {
        return query("""
                SELECT concat_ws(' ', kpi, slice, numerator, denominator, lower, upper)
                FROM (
                    SELECT *, numerator::double / denominator AS p, denominator::double AS n, 1.959963984540054 AS z
                    FROM figures WHERE unit = 'SHARE' AND numerator IS NOT NULL AND lower IS NOT NULL)
                WHERE abs(lower - (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)) > 1e-9
                   OR abs(upper - (p + z * z / (2 * n) + z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)) > 1e-9
                """);
    }

    /** Figures of the newest day that are not the sum of the days of their window; days are kept as they are known at the newest day. */
    List<String> sumsThatDiffer() throws SQLException {
        return query(SUMS + """
                SELECT concat_ws(' ', kpi, basis, "window", slice, numerator, denominator, 'days', days_numerator, days_denominator)
                FROM summed
                WHERE numerator <> days_numerator OR denominator IS DISTINCT FROM days_denominator
                """);
    }

    /** How many figures are sums of days. */
    int sums() throws SQLException {
        return number(SUMS + "SELECT count(*) FROM summed");
    }

    /** Of windows of whole days, each figure once on however many pages it is; the window ends as long before the day as each case is followed. */
    private static final String SUMS = """
            WITH summed AS (
                SELECT f.kpi, f.basis, f."window", f.slice, f.numerator, f.denominator, sum(d.numerator) AS days_numerator,
                    sum(d.denominator) AS days_denominator
                FROM (SELECT DISTINCT kpi, basis, "window", slice, as_at, unit, numerator, denominator FROM figures) f
                JOIN day d ON d.kpi = f.kpi AND d.basis = f.basis AND d.slice = f.slice
                    AND d.day < f.as_at - coalesce(try_cast(regexp_extract(f.basis, 'settled_(\\d+)d', 1) AS int), 0)::int
                    AND d.day >= f.as_at - coalesce(try_cast(regexp_extract(f.basis, 'settled_(\\d+)d', 1) AS int), 0)::int
                        - regexp_extract(f."window", '(\\d+)d', 1)::int
                WHERE f.as_at = (SELECT max(as_at) FROM figures) AND f."window" SIMILAR TO '\\d+d' AND f.unit NOT IN ('DAYS', 'HOURS', 'PER_1_000', 'PER_10_000')
                    AND f.basis SIMILAR TO 'recorded|assigned|settled_\\d+d' AND f.numerator IS NOT NULL
                GROUP BY ALL)
            """;

    /** Lines of the table that the workbook's last sheet does not have, number for number. */
    List<String> linesThatTheWorkbookLacks() throws SQLException {
        return query(lines(
                "All figures", "figures", "GHIJK", List.of("numerator", "denominator", "value", "lower", "upper")));
    }

    /** Lines of one table but for those of its sheet, and the other way round; each as its numbers and how often it is there. */
    private static String lines(String sheet, String table, String letters, List<String> columns) {
        String wanted = columns.stream()
                .map(column -> "coalesce(round(" + column + "::double, 12)::varchar, '-')")
                .collect(Collectors.joining(" || ' ' || "));
        String had = letters.chars()
                .mapToObj(letter ->
                        "coalesce(round(max(number) FILTER (WHERE col = '" + (char) letter + "'), 12)::varchar, '-')")
                .collect(Collectors.joining(" || ' ' || "));
        String expected = "SELECT " + wanted + " AS line, count(*) AS times FROM " + table + " GROUP BY 1";
        String actual = "SELECT numbers AS line, count(*) AS times FROM (SELECT " + had
                + " AS numbers FROM cells WHERE sheet = '" + sheet + "' AND line > 1 GROUP BY cells.line) GROUP BY 1";
        return "(SELECT line || ' x' || times FROM ((" + expected + ") EXCEPT ALL (" + actual + ")))"
                + " UNION ALL (SELECT line || ' x' || times FROM ((" + actual + ") EXCEPT ALL (" + expected + ")))";
    }

    /**
     * Numbers on the workbook's pages that are neither a figure's nor drawn, nor how much a figure moved, nor the days of a signal, nor a
     * target, nor the rest of a whole.
     */
    List<String> numbersOfThePagesThatAreNowhere() throws SQLException {
        return query("""
                WITH heading AS (
                    SELECT sheet, col, line, text AS heading FROM cells WHERE text IS NOT NULL),
                known AS (
                    SELECT unnest([numerator, denominator, value, lower, upper]) AS number FROM figures
                    UNION SELECT unnest([numerator, denominator, numerator::double / denominator, value, lower, centre, upper]) * times
                        FROM period, (VALUES (1), (100), (1000), (10000)) unit(times)
                    UNION SELECT unnest([first_day, last_day]) - DATE '1899-12-30' FROM period
                    UNION SELECT 1 - numerator::double / denominator FROM value
                    UNION SELECT unnest([numerator, denominator, numerator::double / denominator, value, lower, upper]) * times
                        FROM value, (VALUES (1), (100), (1000), (10000)) unit(times)
                    UNION SELECT unnest([centre, lower_95, upper_95, lower_998, upper_998]) * times
                        FROM funnel, (VALUES (1), (100), (1000), (10000)) unit(times)
                    UNION SELECT as_at - DATE '1899-12-30' FROM figures
                    UNION SELECT as_at - DATE '1899-12-30' FROM value WHERE basis = 'stock'
                    UNION SELECT since - DATE '1899-12-30' FROM signal
                    UNION SELECT unnest([due - 14, due]) - DATE '1899-12-30' FROM signal
                    UNION SELECT CASE unit WHEN 'percent' THEN stated / 100 ELSE stated END FROM target
                    UNION SELECT denominator - numerator FROM figures
                    UNION SELECT (CASE f.unit WHEN 'SHARE' THEN 100 ELSE f.times END) * (coalesce(v.value, v.numerator::double / v.denominator)
                        - coalesce(w.value, w.numerator::double / w.denominator)) FROM figures f
                        JOIN value v USING (kpi, basis, "window", slice, as_at) JOIN value w USING (kpi, basis, "window", slice)
                    UNION SELECT v.numerator - w.numerator FROM figures f
                        JOIN value v USING (kpi, basis, "window", slice, as_at) JOIN value w USING (kpi, basis, "window", slice))
                SELECT concat_ws(' ', c.sheet, ref, c.number) FROM cells c
                ASOF LEFT JOIN known k ON k.number <= c.number + 1e-9 * greatest(1, abs(c.number))
                ASOF LEFT JOIN heading h ON h.sheet = c.sheet AND h.col = c.col AND h.line <= c.line
                WHERE c.number IS NOT NULL AND c.sheet NOT IN ('About', 'All figures')
                    AND coalesce(h.heading, '') NOT IN ('Period from', 'to')
                    AND coalesce(k.number < c.number - 1e-9 * greatest(1, abs(c.number)), true)
                """);
    }

    /** Figures in lines of the pages whose number, as it is written, is on none of them. */
    List<String> figuresThatPagesLack(Set<String> written) throws SQLException {
        List<String> lacking = new ArrayList<>();
        String of = " AS number, concat_ws(' ', kpi, basis, slice, as_at) AS figure FROM line WHERE state ";
        run(
                "CREATE OR REPLACE TABLE line AS SELECT f.*, l.\"asCount\" AS counted FROM figures f JOIN (SELECT unnest(rows, recursive := true)"
                        + " FROM block WHERE kind = 'figuresTable') l USING (kpi, basis, \"window\", slice)");
        assertThat(number("SELECT count(*) FROM line")).isGreaterThanOrEqualTo(20);
        for (String[] count : pairs("SELECT unnest([numerator, denominator])" + of
                + "IN ('SHOWN', 'COUNT_ONLY', 'NOT_COMPARED') AND unit NOT IN ('DAYS', 'HOURS')")) {
            if (count[0] != null && !written.contains(ReportTexts.written(Double.parseDouble(count[0]), 0))) {
                lacking.add(count[1] + ": " + count[0]);
            }
        }
        for (String[] value : pairs("SELECT CASE unit WHEN 'SHARE' THEN 100 ELSE 1 END * value" + of
                + "= 'SHOWN' AND unit IN ('SHARE', 'PER_100', 'PER_1_000', 'PER_10_000') AND NOT counted")) {
            if (!written.contains(ReportTexts.written(Double.parseDouble(value[0]), 1))) {
                lacking.add(value[1] + ": " + value[0]);
            }
        }
        return lacking;
    }

    private List<String[]> pairs(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String[]> pairs = new ArrayList<>();
            while (rows.next()) {
                pairs.add(new String[] {rows.getString(1), rows.getString(2)});
            }
            return pairs;
        }
    }

    /** The numbers of the first column. */
    int number(String sql) throws SQLException {
        return Integer.parseInt(query(sql).get(0));
    }

    List<String> query(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }

    private static String alike(String one, String other) {
        return ALIKE.formatted(one, "(" + other + ")");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private void copy(Connection published, String table, String sql) throws SQLException {
        published.setAutoCommit(false);
        try (Statement statement = published.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(sql)) {
                ResultSetMetaData columns = rows.getMetaData();
                List<String> declared = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String type =
                            switch (columns.getColumnTypeName(i)) {
                                case "int2", "int4", "int8", "float4", "float8", "numeric" -> "DOUBLE";
                                case "bool" -> "BOOLEAN";
                                case "date" -> "DATE";
                                default -> "VARCHAR";
                            };
                    declared.add('"' + columns.getColumnName(i) + "\" " + type);
                }
                run("CREATE TABLE IF NOT EXISTS " + table + " (" + String.join(", ", declared) + ")");
                insert(table, rows, declared.size());
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return duck.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private void insert(String table, ResultSet rows, int columns) throws SQLException {
        try (DuckDBAppender appender = appender(table)) {
            while (rows.next()) {
                appender.beginRow();
                for (int i = 1; i <= columns; i++) {
                    Object value = rows.getObject(i);
                    if (value == null) {
                        appender.appendNull();
                    } else if (value instanceof Number number) {
                        appender.append(number.doubleValue());
                    } else if (value instanceof Boolean bool) {
                        appender.append(bool);
                    } else if (value instanceof java.sql.Date date) {
                        appender.append(date.toLocalDate());
                    } else {
                        appender.append(value.toString());
                    }
                }
                appender.endRow();
            }
        }
    }

    /** The cells of all sheets, read as the standard has them. */
    private void cells(Path workbook) throws IOException, SQLException {
        run("CREATE TABLE cells (sheet VARCHAR, ref VARCHAR, col VARCHAR, line INT, text VARCHAR, number DOUBLE)");
        try (ZipFile zip = new ZipFile(workbook.toFile());
                DuckDBAppender rows = appender("cells")) {
            List<String> texts = elements(xml(zip, "xl/sharedStrings.xml"), "si").stream()
                    .map(Element::getTextContent)
                    .toList();
            List<Element> sheets = elements(xml(zip, "xl/workbook.xml"), "sheet");
            for (int i = 0; i < sheets.size(); i++) {
                for (Element cell : elements(xml(zip, "xl/worksheets/sheet" + (i + 1) + ".xml"), "c")) {
                    String reference = cell.getAttribute("r");
                    String content = cell.getTextContent();
                    boolean isText = cell.getAttribute("t").equals("s");
                    rows.beginRow();
                    rows.append(sheets.get(i).getAttribute("name"));
                    rows.append(reference);
                    rows.append(reference.replaceAll("\\d", ""));
                    rows.append(Integer.parseInt(reference.replaceAll("\\D", "")));
                    rows.append(isText ? texts.get(Integer.parseInt(content)) : null);
                    if (isText || content.isEmpty()) {
                        rows.appendNull();
                    } else {
                        rows.append(Double.parseDouble(content));
                    }
                    rows.endRow();
                }
            }
        }
    }

    private static Document xml(ZipFile zip, String part) throws IOException {
        byte[] bytes = zip.getInputStream(zip.getEntry(part)).readAllBytes();
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(part, e);
        }
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
