package vaiwg.jobs.store;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables, views and roles that the job writes and the board reads. */
public final class Migrations {
    /** The schema that holds everything of this product. */
    public static final String SCHEMA = "vaiwg";

    /** SQLSTATE class 08: the server was not reached. */
    private static final String CONNECTION_FAILURE_CLASS = "08";

    private Migrations() {}

    /**
     * Applies the migrations that the database lacks, each in its own transaction. Applying them again changes nothing.
     *
     * @param jdbcUrl a {@code jdbc:postgresql:} URL
     * @throws MigrationException with one sentence for an operator, if the server cannot be reached or refuses
     */
    public static void apply(String jdbcUrl, String user, String password) {
        try {
            Flyway.configure()
                    .dataSource(jdbcUrl, user, password)
                    .locations("classpath:db")
                    .schemas(SCHEMA)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new MigrationException(sentence(e, jdbcUrl), e);
        }
    }

    private static String sentence(FlywayException e, String jdbcUrl) {
        SQLException refusal = refusal(e);
        if (refusal == null) {
            return "The database could not be prepared: " + firstLine(e.getMessage());
        }
        String state = refusal.getSQLState();
        if (state != null && state.startsWith(CONNECTION_FAILURE_CLASS)) {
            return "The database at " + withoutParameters(jdbcUrl)
                    + " cannot be reached: start it, or correct its address.";
        }
        return "The database could not be prepared: "
                + firstLine(refusal.getMessage()).replaceFirst("^(ERROR|FATAL): ", "");
    }

    private static SQLException refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return refusal;
            }
        }
        return null;
    }

    /** A URL's parameters may hold a password. */
    private static String withoutParameters(String jdbcUrl) {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse(text);
    }
}
