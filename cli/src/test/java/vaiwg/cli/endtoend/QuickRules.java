package vaiwg.cli.endtoend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import vaiwg.cli.Today;
import vaiwg.kpis.time.LondonDays;

/**
 * The demonstration's configuration of Prometheus, with the project's rules, which are evaluated every few seconds. The rules look back to
 * the end of the history and a day more: a test that needs two midnights begins with the one before, because nobody waits for the next.
 */
final class QuickRules {
    private static final Path FILES = Path.of("..", "prometheus");
    private static final Duration SHIPPED = Duration.ofHours(26);
    private static final Duration TWO_MIDNIGHTS = Duration.ofHours(50);

    private QuickRules() {}

    /**
     * For a history that ends today by the machine's clock; writes the configuration into a folder and returns its file.
     *
     * @param more appended to it, or empty
     */
    static Path writeTo(Path folder, String more) throws IOException {
        return writeTo(folder, more, Today.byTheClock());
    }

    /** Likewise for a history that ends on a fixed day. */
    static Path writeTo(Path folder, String more, LocalDate end) throws IOException {
        long hours = TWO_MIDNIGHTS
                .plus(Duration.between(LondonDays.startOf(end), LondonDays.startOf(Today.byTheClock())))
                .toHours();
        Path rules = Files.createDirectories(folder.resolve("rules"));
        try (DirectoryStream<Path> originals = Files.newDirectoryStream(FILES.resolve("rules"), "*.yml")) {
            for (Path original : originals) {
                Files.writeString(
                        rules.resolve(original.getFileName()),
                        Files.readString(original)
                                .replaceAll("interval: [15]m", "interval: 5s")
                                .replace("[" + SHIPPED.toHours() + "h]", "[" + hours + "h]")
                                .replace("> 30 * 3600", "> " + (hours + 4) + " * 3600"));
            }
        }
        return Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(FILES.resolve("embedded.yml"))
                                .replace("out_of_order_time_window: 1200d", "out_of_order_time_window: 10y")
                        + more);
    }
}
