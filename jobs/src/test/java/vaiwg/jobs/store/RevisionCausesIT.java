package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.RevisionCause;

class RevisionCausesIT {
    private static final Pattern TEXT = Pattern.compile("'([a-z_]+)'::text");

    @Test
    void the_table_takes_the_causes_that_the_job_tells_and_no_others() throws SQLException {
        assertThat(causesOfTheTable())
                .containsExactlyInAnyOrderElementsOf(Stream.of(RevisionCause.values())
                        .filter(cause -> cause != RevisionCause.NOT_RECORDED)
                        .map(RevisionCause::slug)
                        .toList());
    }

    private static List<String> causesOfTheTable() throws SQLException {
        List<String> causes = new ArrayList<>();
        try (Connection connection = TestServer.newDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet check = statement.executeQuery(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                                + " WHERE conrelid = 'kpi_revision_row'::regclass AND conname = 'kpi_revision_row_cause_check'")) {
            assertThat(check.next()).isTrue();
            Matcher text = TEXT.matcher(check.getString(1));
            while (text.find()) {
                causes.add(text.group(1));
            }
        }
        return causes;
    }
}
