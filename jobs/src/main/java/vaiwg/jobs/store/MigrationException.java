package vaiwg.jobs.store;

/** The database could not be brought to the schema the job needs; the message says in one sentence what to do. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
