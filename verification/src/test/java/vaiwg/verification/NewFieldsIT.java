package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;

/**
 * A flag, a code and an instant that are new in a schema are counted when three files are changed: the schema, which is copied to those
 * that were released, declares them, facts name them, measures ask for the facts. The changed sources are compiled and put before those of the build, in a JVM of their own.
 */
class NewFieldsIT {
    private static final Path ROOT = Path.of("..");
    private static final String SCHEMA = "schemas/src/main/avro/outcome.avsc";
    private static final String FACTS = "kpis/src/main/java/vaiwg/kpis/facts/Fact.java";
    private static final String RESOURCES = "kpis/src/main/resources";
    private static final String AREA = "measures/criminal-justice.yaml";

    private static final String FIELDS = """
            ,
                { "name": "hearingHeld", "type": ["null", "boolean"], "default": null, "counted": true, "doc": "Whether it was heard." },
                { "name": "court", "type": ["null", "string"], "default": null, "counted": true, "doc": "MAGISTRATES or CROWN." },
                { "name": "listedAt", "type": ["null", { "type": "long", "logicalType": "timestamp-millis" }], "default": null,
                  "counted": true, "doc": "When it was listed." }
              ]
            }
            """;
    private static final String STATEMENTS = """
                HEARING_KNOWN(At.OUTCOME, "it is known if it was heard", field(OUTCOME, "hearingHeld").isThere()),
                HEARING_HELD(At.OUTCOME, "it was heard", field(OUTCOME, "hearingHeld").isSet()),
                COURT_KNOWN(At.OUTCOME, "the court is known", field(OUTCOME, "court").isThere()),
                CROWN_COURT(At.OUTCOME, "it is the Crown Court", field(OUTCOME, "court").isOneOf("CROWN")),
                LISTED(At.OUTCOME, "it was listed", field(OUTCOME, "listedAt").isThere()),
            """;
    private static final String MEASURES = """

              hearings:
                kind: share
                title: Heard
                definition: What it is.
                denominator: active and hearing_known
                numerator: hearing_held
                bases: [assigned]
                by: [total]
                paper: "2.2.2"

              crown_court:
                kind: share
                title: Heard at the Crown Court
                definition: What it is.
                denominator: active and court_known
                numerator: crown_court
                bases: [assigned]
                by: [total]
                paper: "2.2.2"

              listed:
                kind: count
                title: Listed
                definition: What it is.
                of: active and listed
                bases: [assigned]
                by: [total]
                paper: "2.2.2"
            """;

    @TempDir
    private Path changed;

    @Test
    void three_files_make_a_flag_a_code_and_an_instant_countable() throws Exception {
        change(SCHEMA, "\n  ]\n}\n", FIELDS);
        Path released = changed.resolve("released/outcome/"
                + (ReleasedSchemas.of(EventStream.OUTCOME.slug()).size() + 1) + ".avsc");
        Files.createDirectories(released.getParent());
        Files.copy(changed.resolve(SCHEMA), released);
        change(FACTS, "    AGE_APPLIES(", STATEMENTS + "    AGE_APPLIES(");
        Path area = changed.resolve(AREA);
        Files.createDirectories(area.getParent());
        Files.writeString(area, Files.readString(ROOT.resolve(RESOURCES).resolve(AREA)) + MEASURES);

        compile(FACTS);

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

    private void compile(String... files) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", changed.toString(), "-cp", System.getProperty("java.class.path")));
        for (String file : files) {
            arguments.add(changed.resolve(file).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
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
