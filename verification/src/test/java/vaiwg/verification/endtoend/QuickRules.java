package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The demonstration's configuration of Prometheus, with the project's rules, which are evaluated every few seconds. A test that needs two
 * midnights begins with yesterday's, because nobody waits for tomorrow's: signals stand, and a snapshot counts as fresh, a day longer.
 */
final class QuickRules {
    private static final Path FILES = Path.of("..", "prometheus");

    private QuickRules() {}

    /**
     * Writes the configuration into a folder and returns its file.
     *
     * @param more appended to it, or empty
     */
    static Path writeTo(Path folder, String more) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        try (DirectoryStream<Path> originals = Files.newDirectoryStream(FILES.resolve("rules"), "*.yml")) {
            for (Path original : originals) {
                Files.writeString(
                        rules.resolve(original.getFileName()),
                        Files.readString(original)
                                .replaceAll("interval: [15]m", "interval: 5s")
                                .replace("[26h", "[50h")
                                .replace("> 30 * 3600", "> 54 * 3600"));
            }
        }
        return Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(FILES.resolve("embedded.yml"))
                                // Histories of fixed dates are taken whenever the tests run.
                                .replace("out_of_order_time_window: 1200d", "out_of_order_time_window: 10y")
                        + more);
    }
}
