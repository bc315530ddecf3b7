package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.demo.DemoProcess;

/**
 * What {@code deploy/release} makes of this build runs without Maven and without rights, in a folder whose name has a space, on each Java
 * that it is for and that is installed here.
 */
@Timeout(900)
class ReleaseIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern JAVA = Pattern.compile("JAVA_VERSION=\"(17|21)\\b");
    private static final long MOST_BYTES = 150_000_000;

    @TempDir
    private static Path folder;

    private static String version;
    private static Path files;
    private static Path installed;

    @BeforeAll
    static void release() throws Exception {
        Matcher found = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(found.find()).isTrue();
        version = found.group(1);
        files = folder.resolve("release");
        // Quicker, and larger than a release will be.
        ProcessBuilder script =
                new ProcessBuilder(ROOT.resolve("deploy/release").toString(), "--built", "--to", files.toString());
        script.environment().put("XZ_OPT", "-1");
        assertThat(run(script)).contains("The release is in " + files);

        Path unpacked = Files.createDirectory(folder.resolve("un packed"));
        run(new ProcessBuilder("tar", "-xJf", files.resolve(name() + ".tar.xz").toString(), "-C", unpacked.toString()));
        installed = unpacked.resolve(name());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String name() {
        return "vaiwg-" + version;
    }

    @Test
    void the_archive_is_small_and_its_checksums_are_right() throws Exception {
        assertThat(Files.size(files.resolve(name() + ".tar.xz"))).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(run(new ProcessBuilder("sha256sum", "--check", name() + ".sha256").directory(files.toFile())))
                .isEqualTo(name() + ".tar.xz: OK\n" + name() + ".cdx.json: OK\n" + name() + ".md: OK\n");
        assertThat(files.resolve(name() + ".md")).isNotEmptyFile();
        assertThat(installed.resolve("sbom.cdx.json")).hasSameBinaryContentAs(ROOT.resolve("target/bom.json"));
    }

    /** What the pages in it lead to. */
    @Test
    void whoever_has_only_the_archive_has_what_its_pages_name() {
        for (String file : List.of(
                ".env.example",
                "docker-compose.yml",
                "docker-compose.board.yml",
                "deploy/kubernetes/base/kustomization.yaml",
                "deploy/systemd/vaiwg-run.service",
                "docs/roles.sql",
                "docs/samples/crime-recording.jsonl",
                "kpis/src/main/resources/reference/offence-themes.csv",
                "schemas/src/main/avro/crime-recording.avsc")) {
            assertThat(installed.resolve(file)).isNotEmptyFile();
        }
    }

    /** A cluster's verbs are found as well: they have another class path. */
    @Test
    void both_class_paths_have_what_they_name() throws Exception {
        ProcessBuilder command = new ProcessBuilder(installed.resolve("vaiwg").toString(), "kpis");
        assertThat(run(command)).contains("victim_attrition");
        for (String module : List.of("cli", "demo")) {
            for (String jar : Files.readString(installed.resolve("lib/" + module + ".classpath"))
                    .strip()
                    .split(":", -1)) {
                assertThat(installed.resolve("lib").resolve(jar)).exists();
            }
        }
    }

    static Stream<Path> javas() throws IOException {
        Map<Path, Path> found = new TreeMap<>();
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path all = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(all)) {
            try (Stream<Path> list = Files.list(all)) {
                list.forEach(homes::add);
            }
        }
        for (Path home : homes) {
            Path says = home.resolve("release");
            if (Files.isExecutable(home.resolve("bin/java"))
                    && Files.isRegularFile(says)
                    && JAVA.matcher(Files.readString(says)).find()) {
                found.put(home.toRealPath(), home);
            }
        }
        return found.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void the_demonstration_starts_without_maven_and_without_rights(Path java) throws Exception {
        Path home = Files.createTempDirectory(folder, "home ");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path noMaven = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("mvn", "git")) {
            Path none = Files.writeString(noMaven.resolve(program), "#!/bin/sh\necho called >&2\nexit 99\n");
            Files.setPosixFilePermissions(none, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(
                "env",
                "--default-signal=INT,TERM",
                "HOME=" + home,
                "JAVA_HOME=" + java,
                "PATH=" + noMaven + ":" + System.getenv("PATH"),
                "VAIWG_JAVA_OPTIONS=-Xmx1500m -XX:TieredStopAtLevel=1",
                installed.resolve("vaiwg").toString(),
                "demo",
                "--once",
                "--scenario",
                "paper-counts",
                "--data",
                home.resolve("data").toString()));
        try (DemoProcess demo = DemoProcess.start(command, folder)) {
            assertThat(demo.awaitEnd()).as(demo.output() + demo.errors()).isZero();
            assertThat(demo.output()).contains("217 of 2,015   10.8 per 100");
            assertThat(demo.errors()).doesNotContain("called");
        }
    }

    @Test
    void what_cannot_be_released_is_said_before_anything_is_built() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/deploy")).getParent();
        Files.copy(ROOT.resolve("deploy/release"), tree.resolve("deploy/release"));
        Files.writeString(tree.resolve("pom.xml"), "<project>\n  <version>1.2.3-SNAPSHOT</version>\n</project>\n");
        Path changes = Files.writeString(tree.resolve("CHANGELOG.md"), "## Unreleased\n\n## 1.2.2\n\nThat.\n");
        assertThat(refused(tree)).contains("CHANGELOG.md says nothing under '## Unreleased'");
        Files.writeString(changes, "## Unreleased\n\nThis.\n");
        assertThat(refused(tree, "--tag")).contains("The version is 1.2.3-SNAPSHOT: deploy/release --set");
        assertThat(refused(tree, "--set", "next")).contains("'next' is no version");
        assertThat(refused(tree, "--set")).contains("deploy/release [--to DIR]");
        assertThat(refused(tree, "--tag", "--built")).contains("What is tagged is built for it");
    }

    @Test
    void a_version_is_written_wherever_it_stands() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("set/deploy/cluster"))
                .getParent()
                .getParent();
        Files.copy(ROOT.resolve("deploy/release"), tree.resolve("deploy/release"));
        Path module = Files.createDirectories(tree.resolve("module"));
        Path docs = Files.createDirectories(tree.resolve("docs"));
        String pom = "<project>\n  <version>%s</version>\n  <other>1.2.3</other>\n</project>\n";
        Files.writeString(tree.resolve("pom.xml"), pom.formatted("1.2.3-SNAPSHOT"));
        Files.writeString(module.resolve("pom.xml"), pom.formatted("1.2.3-SNAPSHOT"));
        Files.writeString(tree.resolve("docker-compose.yml"), "image: localhost/vaiwg:1.2.3-SNAPSHOT\n");
        Files.writeString(tree.resolve("deploy/cluster/tags.yaml"), "newTag: 1.2.3-SNAPSHOT\n");
        Files.writeString(docs.resolve("deploy.md"), "tar -xJf vaiwg-1.2.3.tar.xz\n");

        run(new ProcessBuilder("sh", tree.resolve("deploy/release").toString(), "--set", "1.2.3"));
        assertThat(tree.resolve("pom.xml")).hasContent(pom.formatted("1.2.3"));
        assertThat(module.resolve("pom.xml")).hasContent(pom.formatted("1.2.3"));
        assertThat(tree.resolve("docker-compose.yml")).hasContent("image: localhost/vaiwg:1.2.3");
        assertThat(tree.resolve("deploy/cluster/tags.yaml")).hasContent("newTag: 1.2.3");
        assertThat(docs.resolve("deploy.md")).hasContent("tar -xJf vaiwg-1.2.3.tar.xz");

        run(new ProcessBuilder("sh", tree.resolve("deploy/release").toString(), "--set", "1.3.0-SNAPSHOT"));
        assertThat(module.resolve("pom.xml")).hasContent(pom.formatted("1.3.0-SNAPSHOT"));
        assertThat(docs.resolve("deploy.md")).hasContent("tar -xJf vaiwg-1.3.0.tar.xz");
    }

    private static String refused(Path tree, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", tree.resolve("deploy/release").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isIn(1, 2);
        return said;
    }

    private static String run(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
