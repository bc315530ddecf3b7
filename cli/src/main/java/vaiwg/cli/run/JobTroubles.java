package vaiwg.cli.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/**
 * Why a job fails or stands still: what it needs is asked, one after the other, and what says no is named with its cure.
 *
 * @param folder of the job's checkpoints
 */
record JobTroubles(KafkaConnection kafka, Database database, Path folder) {
    /** Of a server that is asked while the job is in trouble: shorter than elsewhere, as people wait for the reason. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String GOES_ON = "; the job goes on by itself from its last checkpoint, nothing is lost.";

    /** What the job needs and does not have, in a sentence that says what to do; empty where it has all. */
    Optional<String> found() {
        return ofDatabase().or(this::ofKafka).or(this::ofFolder);
    }

    /** Likewise; where the job has all that it needs, its own words are the reason. */
    String of(String lastFailure) {
        return found().orElseGet(() -> "The job failed (" + lastFailure + ")" + GOES_ON);
    }

    boolean databaseAnswers() {
        return ofDatabase().isEmpty();
    }

    private Optional<String> ofDatabase() {
        try (Connection connection = database.connect()) {
            return connection.isValid(Math.toIntExact(PATIENCE.toSeconds()))
                    ? Optional.empty()
                    : Optional.of("PostgreSQL does not answer" + GOES_ON);
        } catch (SQLException e) {
            return Optional.of(
                    String.valueOf(e.getSQLState()).startsWith("28")
                            ? "PostgreSQL rejects the login of " + database.user()
                                    + ": start again with the new password in VAIWG_DATABASE_PASSWORD or in the file of"
                                    + " --database-password-file, or give the login its old one; nothing is lost."
                            : "PostgreSQL does not answer" + GOES_ON);
        }
    }

    private Optional<String> ofKafka() {
        try {
            return Brokers.answers(kafka, PATIENCE) ? Optional.empty() : Optional.of("Kafka does not answer" + GOES_ON);
        } catch (KafkaException e) {
            return Optional.of(KafkaErrors.sentence(kafka, e));
        }
    }

    private Optional<String> ofFolder() {
        return new FolderRoom(folder)
                .obstacle()
                .map(reason -> "The folder of checkpoints, " + folder + ", takes no more (" + reason
                        + "): make room there or give the job's user its rights back" + GOES_ON);
    }
}
