package vaiwg.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.store.BoardAddress;

/** The project's configuration of Prometheus, where it is kept beside the command. */
final class PrometheusFiles {
    /** Set by the launcher: the folder of the checkout. */
    private static final String HOME = "vaiwg.home";

    /** Where Grafana listens that is started with its own defaults, or by docker-compose.yml: the demonstration has none. */
    private static final String GRAFANA = "http://" + JobOptions.HOST + ":3000";

    private PrometheusFiles() {}

    static Path configuration() {
        Path file = home().resolve("prometheus").resolve("embedded.yml");
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.wrongUsage(
                    "The configuration " + file + " is missing: start the command from its checkout with ./vaiwg.");
        }
        return file;
    }

    /**
     * The variables from which the configuration takes where links of alerts lead.
     *
     * @param board where signals are answered, if anywhere
     */
    static Map<String, String> links(Optional<BoardAddress> board) {
        return Map.of(
                "VAIWG_GRAFANA_URL",
                GRAFANA,
                "VAIWG_DOCUMENTS_URL",
                home().toAbsolutePath().normalize().toUri().toString().replaceFirst("/$", ""),
                "VAIWG_BOARD_URL",
                board.map(BoardAddress::url).orElse(""));
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME, "."));
    }
}
