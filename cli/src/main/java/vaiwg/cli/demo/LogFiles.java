package vaiwg.cli.demo;

import java.nio.file.Path;

/** Where the log of a run goes: into files of its data folder, so that the terminal shows only what a person must know. */
public final class LogFiles {
    /** The file being written; older ones have a number. */
    public static final String NEWEST = "vaiwg.log";

    private LogFiles() {}

    /**
     * Sends the log to a folder.
     *
     * <p>Logging reads its configuration once, with the first logger: this must be called before any class that has one.
     *
     * @param folder made with the first line of the log
     */
    public static void to(Path folder) {
        System.setProperty("vaiwg.logs", folder.toAbsolutePath().toString());
        System.setProperty("log4j2.configurationFile", "log4j2-files.properties");
    }
}
