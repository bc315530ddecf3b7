package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What readers ask of the views: the examples of the documents, and of each view a line and a midnight. */
final class ReaderQuestions {
    private static final String FORCE = "west-midlands";
    private static final Pattern IN_A_LINE = Pattern.compile("`(SELECT [^`]* FROM vaiwg\\.[^`]*)`");
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4,}(SELECT [^;]* FROM vaiwg\\.[^;]*;)");

    private ReaderQuestions() {}

    /** With the document in which each stands. */
    static Map<String, String> ofDocuments(Path docs) throws IOException {
        Map<String, String> questions = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(docs)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
                String text = Files.readString(file);
                for (Pattern form : List.of(IN_A_LINE, INDENTED)) {
                    Matcher found = form.matcher(text);
                    while (found.find()) {
                        questions.put(
                                found.group(1).replace("bedfordshire", FORCE).replace(";", ""),
                                file.getFileName().toString());
                    }
                }
            }
        }
        return questions;
    }

    /** Of each view that readers see, with the view. */
    static Map<String, String> ofViews(Connection connection, LocalDate asAt) throws SQLException {
        Map<String, String> questions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet view = statement.executeQuery("""
                        SELECT relname, array_to_string(array_agg(attname), ',')
                        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                        WHERE relnamespace = 'vaiwg'::regnamespace AND relkind = 'v' AND relname !~ '_(every|row)$'
                        GROUP BY relname ORDER BY relname
                        """)) {
            while (view.next()) {
                List<String> columns = List.of(view.getString(2).split(","));
                for (String condition : conditions(columns, asAt)) {
                    questions.put("SELECT * FROM vaiwg." + view.getString(1) + condition, view.getString(1));
                }
            }
        }
        return questions;
    }

    private static List<String> conditions(List<String> columns, LocalDate asAt) {
        String force = columns.contains("force") ? " WHERE force = '" + FORCE + "'" : "";
        String measure = force + " AND kpi = 'victim_attrition'";
        List<String> conditions = new ArrayList<>();
        if (columns.containsAll(List.of("force", "kpi"))) {
            conditions.add(
                    columns.containsAll(List.of("basis", "slice"))
                            ? measure + " AND basis = 'settled_90d' AND slice = 'theme=rape'"
                            : measure);
        }
        if (columns.containsAll(List.of("force", "as_at"))) {
            conditions.add(force + " AND as_at = '" + asAt + "'");
        }
        return conditions.isEmpty() ? List.of(force) : conditions;
    }
}
