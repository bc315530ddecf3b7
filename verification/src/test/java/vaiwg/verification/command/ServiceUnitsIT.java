package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units for systemd that docs/go-live.md has sites copy. */
class ServiceUnitsIT {
    private static final Path UNITS = Path.of("../deploy/systemd");
    private static final String INSTALLED = "/opt/vaiwg/vaiwg";

    @TempDir
    private Path folder;

    @Test
    void the_page_names_each_of_them() throws Exception {
        String page = Files.readString(Path.of("../docs/go-live.md"));
        try (Stream<Path> units = Files.list(UNITS)) {
            assertThat(units)
                    .hasSize(5)
                    .allSatisfy(unit ->
                            assertThat(page).contains("`" + unit.getFileName().toString() + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "heartbeat", "serve"})
    void systemd_takes_it_and_it_is_ended_restarted_and_bounded(String verb) throws Exception {
        String unit = Files.readString(UNITS.resolve("vaiwg-" + verb + ".service"));
        assertThat(unit.lines())
                .contains(
                        "ExecStart=" + INSTALLED + " " + verb,
                        "User=vaiwg",
                        "UMask=0077",
                        "Restart=on-failure",
                        "RestartPreventExitStatus=2",
                        "SuccessExitStatus=143",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=")
                .anyMatch(line -> line.startsWith("TimeoutStopSec="));
        Path here =
                Files.writeString(folder.resolve("vaiwg-" + verb + ".service"), unit.replace(INSTALLED, "/bin/true"));
        assertThat(answer("systemd-analyze", "verify", here.toString())).isEmpty();
    }

    @Test
    void systemd_takes_the_weekly_comparison_which_is_not_tried_again_where_figures_differ() throws Exception {
        String service = Files.readString(UNITS.resolve("vaiwg-reconcile.service"));
        assertThat(service.lines())
                .contains(
                        "Type=oneshot",
                        "ExecStart=" + INSTALLED + " reconcile",
                        "User=vaiwg",
                        "UMask=0077",
                        "RestartPreventExitStatus=1 2",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=");
        Path here =
                Files.writeString(folder.resolve("vaiwg-reconcile.service"), service.replace(INSTALLED, "/bin/true"));
        Path timer = Files.copy(UNITS.resolve("vaiwg-reconcile.timer"), folder.resolve("vaiwg-reconcile.timer"));
        assertThat(answer("systemd-analyze", "verify", here.toString(), timer.toString()))
                .isEmpty();
        assertThat(answer("systemd-analyze", "calendar", "Sun *-*-* 03:30:00")).contains("Next elapse");
        assertThat(Files.readString(timer)).contains("OnCalendar=Sun *-*-* 03:30:00\n", "Persistent=true\n");
    }

    private static String answer(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
