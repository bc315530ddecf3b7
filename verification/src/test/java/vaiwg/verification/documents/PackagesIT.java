package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is packaged for a server holds no broker and no database: docs/decisions/0099-modules.md. */
class PackagesIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    @Test
    void the_verbs_of_operation_run_without_a_broker_and_a_database() throws Exception {
        Path classPath = ROOT.resolve("cli/target/dependencies.txt");
        assertThat(classPath).as("made by mvn package").exists();
        List<String> jars = List.of(Files.readString(classPath).strip().split(":"));
        assertThat(jars)
                .anyMatch(jar -> jar.contains("kafka-clients"))
                .noneMatch(jar -> ModulesTest.SERVER
                        .matcher(Path.of(jar).getFileName().toString())
                        .find());
    }

    @Test
    void the_jar_for_a_cluster_holds_no_broker_and_no_database() throws Exception {
        Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        Path jar = ROOT.resolve("jobs/target/vaiwg-jobs-" + version.group(1) + "-all.jar");
        assertThat(jar).as("made by mvn -Pcluster package").exists();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains("org/apache/kafka/clients/consumer/KafkaConsumer.class")
                    .noneMatch(name -> name.startsWith("kafka/server/"))
                    .noneMatch(name -> name.startsWith("io/zonky/") || name.endsWith(".txz"));
        }
    }
}
