package vaiwg.policeuk;

/** An archive that cannot be read; the message is one sentence that says which file (and line) and what to do. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    static ArchiveException unreadable(Object file, Throwable cause) {
        return new ArchiveException(file + " cannot be read; check that the download is whole.", cause);
    }
}
