package vaiwg.jobs.store;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The database cannot be used as it is; the message says in one sentence, without any secret, what to do. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String sentence) {
        super(sentence);
    }

    public DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a rejection of the server, or its absence, means for an operator. */
    public DatabaseException(Database database, SQLException rejection) {
        super(sentence(database, rejection), rejection);
    }

    private static String sentence(Database database, SQLException rejection) {
        String where = "The database at " + database.address();
        String state = String.valueOf(rejection.getSQLState());
        if (causes(rejection)
                .anyMatch(cause -> cause instanceof SSLException || cause instanceof GeneralSecurityException)) {
            return where
                    + " shows a certificate that is not trusted: name its authority's certificate with sslrootcert in the"
                    + " address, and the server as the certificate names it.";
        }
        // The driver's own words, in whatever language; both are rejections of one kind to it.
        if (state.equals("08004") && String.valueOf(rejection.getMessage()).contains("SSL")) {
            return where + " offers no TLS: switch it on there (ssl = on), or correct sslmode in the address.";
        }
        if (state.equals("08004") && database.password().isEmpty()) {
            return "The password is not set: give that of the database's user " + database.user()
                    + " as VAIWG_DATABASE_PASSWORD.";
        }
        if (state.startsWith("28")) {
            return where + " rejects the user " + database.user()
                    + ": correct VAIWG_DATABASE_USER or VAIWG_DATABASE_PASSWORD.";
        }
        if (state.startsWith("08")) {
            return where + " cannot be reached: start it, or correct its address.";
        }
        return switch (state) {
            case "3D000" -> where + " is not there: create it, or correct its address.";
            case "3F000", "42P01", "42703" ->
                where + " does not have the tables of this build: run ./vaiwg migrate as their owner.";
            case "57014" ->
                "The database took longer than the login may ask (statement_timeout of " + database.user()
                        + "): try again when it has less to do.";
            default -> where + " rejects: " + firstLine(String.valueOf(rejection.getMessage()));
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    /** What follows the first line may hold values. */
    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse(text).replaceFirst("^(ERROR|FATAL): ", "");
    }
}
