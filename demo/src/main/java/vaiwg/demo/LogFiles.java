package vaiwg.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Where the log of a run goes: into files of its data folder, so that the terminal shows only what a person must know. */
final class LogFiles {
    /** The file being written; older ones have a number. */
    static final String NEWEST = "vaiwg.log";

    private static final String CONFIGURATION = "log4j2-files.properties";

    private LogFiles() {}

    /**
     * Sends the log to a folder from now on.
     *
     * @param folder an existing folder
     */
    static void to(Path folder) throws URISyntaxException {
        System.setProperty("vaiwg.logs", folder.toAbsolutePath().toString());
        // Flink loads parts of itself with a loader of their own, for which logging starts again and reads this.
        System.setProperty("log4j2.configurationFile", CONFIGURATION);
        URI configuration = LogFiles.class.getResource("/" + CONFIGURATION).toURI();
        Configurator.reconfigure(configuration);
    }
}
