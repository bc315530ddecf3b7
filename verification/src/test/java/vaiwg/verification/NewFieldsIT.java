package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;

/**
 * A flag, a code and an instant that are new in a schema are counted when two files are changed, none of them of code: the schema, which is
 * copied to those that were released, declares them with their words, measures ask for them. The changed files are put before those of the build,
 * in a JVM of their own.
 */
class NewFieldsIT {
    private static final Path ROOT = Path.of("..");
    private static final String SCHEMA = "schemas/src/main/avro/outcome.avsc";
    private static final String RESOURCES = "kpis/src/main/resources";
    private static final String AREA = "measures/criminal-justice.yaml";

    private static final String FIELDS = """
            ,
                { "name": "hearingHeld", "type": ["null", "boolean"], "default": null, "counted": true, "doc": "Whether it was heard.",
                  "says": { "there": "it is known if it was heard", "set": "it was heard" } },
                { "name": "court", "type": ["null", "string"], "default": null, "counted": true, "doc": "MAGISTRATES or CROWN.",
                  "says": { "there": "the court is known", "CROWN": "it is the Crown Court" } },
                { "name": "listedAt", "type": ["null", { "type": "long", "logicalType": "timestamp-millis" }], "default": null,
                  "counted": true, "doc": "When it was listed.", "says": { "there": "it was listed" } }
              ]
            }
            """;
    private static final String MEASURES = """

              hearings:
                kind: share
                title: Heard
                definition: What it is.
                denominator: active and outcome.hearingHeld is there
                numerator: outcome.hearingHeld is set
                bases: [assigned]
                by: [total]
                paper: "2.2.2"

              crown_court:
                kind: share
                title: Heard at the Crown Court
                definition: What it is.
                denominator: active and outcome.court is there
                numerator: outcome.court is CROWN
                bases: [assigned]
                by: [total]
                paper: "2.2.2"

              listed:
                kind: count
                title: Listed
                definition: What it is.
                of: active and outcome.listedAt is there
                bases: [assigned]
                by: [total]
                paper: "2.2.2"
            """;

    @TempDir
    private Path changed;

    @Test
    void two_files_make_a_flag_a_code_and_an_instant_countable() throws Exception {
        change(SCHEMA, "\n  ]\n}\n", FIELDS);
        Path released = changed.resolve("released/outcome/"
                + (ReleasedSchemas.of(EventStream.OUTCOME.slug()).size() + 1) + ".avsc");
        Files.createDirectories(released.getParent());
        Files.copy(changed.resolve(SCHEMA), released);
        append(AREA, MEASURES);

        assertThat(run())
                .as("of four outcomes of a new producer and one of an old one")
                .containsExactly(
                        "hearings 1/3",
                        "crown_court 2/3",
                        "listed 2",
                        "kept as it was: true",
                        "court VARCHAR",
                        "hearing_held BOOLEAN",
                        "listed_at BIGINT");
    }

    /** A source, as whoever adds the fields changes it. */
    private void change(String file, String before, String after) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        assertThat(text).containsOnlyOnce(before);
        Path to = changed.resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(to, text.replace(before, after));
    }

    private void append(String file, String more) throws IOException {
        Path to = changed.resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(to, Files.readString(ROOT.resolve(RESOURCES).resolve(file)) + more);
    }

    private List<String> run() throws IOException, InterruptedException {
        Path errors = changed.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        changed + File.pathSeparator + System.getProperty("java.class.path"),
                        NewFieldsRun.class.getName())
                .redirectError(errors.toFile())
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return lines;
    }
}
