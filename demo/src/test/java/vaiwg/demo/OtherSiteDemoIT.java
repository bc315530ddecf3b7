package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.kpis.reference.Sites;

/** The demonstration of another force's folder, with a history of some weeks: figures of its areas, and none of ours. */
@Timeout(600)
class OtherSiteDemoIT {
    private static final int DAYS = 40;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    /** Plays it to its end: the folder for its data, and the one for its tables. */
    public static void main(String[] args) throws Exception {
        Sites example = Sites.read(List.of(Path.of("..", "sites", "example")));
        DemoInput input = new DemoInput("example, short", end -> Scenario.ofSite(example, 7, end.minusDays(DAYS), end));
        Demo.Settings settings =
                new Demo.Settings(Path.of(args[0]), false, 2, true, Optional.of(Path.of(args[1])), true);
        System.exit(new Demo(input, settings, Clock.fixed(NOW, ZoneOffset.UTC)).run());
    }

    @Test
    void the_folders_own_areas_are_counted() throws Exception {
        Path out = folder.resolve("out");
        List<String> command =
                DemoProcess.command(System.getProperty("java.class.path"), OtherSiteDemoIT.class.getName());
        command.addAll(List.of(DemoProcess.data(folder).toString(), out.toString()));
        try (DemoProcess demo = DemoProcess.start(command, folder)) {
            assertThat(demo.awaitEnd()).as(demo.output() + demo.errors()).isZero();
            assertThat(demo.output()).contains("Force: example (SYNTHETIC: nobody in it exists)");
        }
        try (InputStream table = new GZIPInputStream(Files.newInputStream(out.resolve("kpi_value.csv.gz")))) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("lpa=north", "lpa=south", "example,reported_by_partners,partnership,recorded,28d,")
                    .doesNotContain("west-midlands", "birmingham", "coventry");
        }
    }
}
