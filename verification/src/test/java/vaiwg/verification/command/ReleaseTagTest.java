package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy/release} with a tag or with images, in a small repository: with a Maven that builds nothing but what is packed, a Java that
 * packs nothing anew, and an engine that takes down what it is told.
 */
class ReleaseTagTest {
    private static final String TAG = "v1.2.3";
    private static final String BUILD = "deploy/images/build";
    private static final String JDK = "registry.example/jdk@sha256:1";
    private static final String BASE = "registry.example/base@sha256:2";
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    @TempDir
    private Path folder;

    private Path tree;

    private record Said(int exitCode, String output) {}

    @BeforeEach
    void commit() throws Exception {
        tree = Files.createDirectories(folder.resolve("tree"));
        file("deploy/release", Files.readString(Path.of("../deploy/release")));
        file(BUILD, Files.readString(Path.of("..", BUILD)));
        Files.setPosixFilePermissions(tree.resolve(BUILD), PROGRAM);
        file("pom.xml", """
                <project>
                  <version>1.2.3</version>
                  <properties><project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp></properties>
                </project>
                """);
        file("CHANGELOG.md", "# Changelog\n\n## 1.2.3\n\nThis.\n\n## 1.2.2\n\nThat.\n");
        file(".gitignore", "target/\n");
        for (String packed : List.of(
                "vaiwg",
                "README.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "LICENSE",
                "NOTICE",
                ".env.example",
                "docker-compose.yml",
                "docs/deploy.md",
                "prometheus/rules.yml",
                "grafana/board.json",
                "sites/README.md",
                "deploy/systemd/vaiwg.service",
                "deploy/kubernetes/job.yaml")) {
            file(packed, "As in the tree.\n");
        }
        program("mvn", """
                mkdir -p target cli/target demo/target
                echo '{}' >target/bom.json
                echo library >target/library.jar
                for module in cli demo; do
                  echo "$module" >"$module/target/vaiwg-$module-1.2.3.jar"
                  printf target/library.jar >"$module/target/dependencies.txt"
                done
                case "$*" in *-Pcluster,kubernetes*) mkdir -p cli/target/lib jobs/target/flink/lib ;; esac
                """);
        program("java", "");
        program("podman", """
                case "$1" in
                  build)
                    case "$*" in *missing*) exit 125 ;; esac
                    echo "$*" >>target/podman
                    ;;
                  image)
                    grep -q -- "--tag $5 " target/podman
                    echo "$4" | sed 's/{{.Id}}/0123/'
                    ;;
                esac
                """);
        git("init", "--quiet");
        git("add", "--all");
        git("commit", "--quiet", "--message", "All of it");
    }

    @Test
    void a_commit_is_tagged_once_and_what_is_tagged_stays() throws Exception {
        Said first = release();

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("Tagged v1.2.3; git push origin v1.2.3 publishes it.");
        assertThat(git("cat-file", "-t", TAG))
                .as("it says who made it and when")
                .isEqualTo("tag\n");
        assertThat(git("tag", "--list", "--format=%(contents:subject)")).isEqualTo("Release 1.2.3\n");
        String tagged = git("rev-list", "--max-count=1", TAG);
        assertThat(tagged).isEqualTo(git("rev-parse", "HEAD"));
        assertThat(git("status", "--porcelain")).as("left behind").isEmpty();
        assertThat(tree.resolve("target/release/vaiwg-1.2.3.md"))
                .content()
                .contains("This.")
                .doesNotContain("That.");

        file("README.md", "Another.\n");
        git("commit", "--quiet", "--all", "--message", "Another");
        assertThat(release())
                .isEqualTo(
                        new Said(1, "release: There is a tag v1.2.3: a release never changes; set a new version.\n"));
        assertThat(git("rev-list", "--max-count=1", TAG)).isEqualTo(tagged);
    }

    @Test
    void what_is_not_committed_is_not_tagged() throws Exception {
        file("docs/new.md", "New.\n");
        Said refused = new Said(1, "release: There is something that is not committed: commit it, or take it away.\n");

        assertThat(release()).isEqualTo(refused);
        Files.delete(tree.resolve("docs/new.md"));
        file("README.md", "Changed.\n");
        assertThat(release()).isEqualTo(refused);
        assertThat(git("tag", "--list")).isEmpty();
        assertThat(tree.resolve("target")).as("nothing was built").doesNotExist();
    }

    @Test
    void with_a_jdk_and_a_base_the_images_are_built_too_and_their_ids_are_part_of_the_release() throws Exception {
        Said said = run("sh", "deploy/release", "--jdk", JDK, "--base", BASE);

        assertThat(said.exitCode()).as(said.output()).isZero();
        List<String> built = Files.readAllLines(tree.resolve("target/podman"));
        assertThat(built).hasSize(2);
        assertThat(built.get(0)).contains(" --target vaiwg --tag localhost/vaiwg:1.2.3 ");
        assertThat(built.get(1)).contains(" --target vaiwg-job --tag localhost/vaiwg-job:1.2.3 ");
        assertThat(built)
                .allSatisfy(one -> assertThat(one)
                        .contains(" JDK=" + JDK + " ", " BASE=" + BASE + " ", " VERSION=1.2.3 ")
                        .doesNotContain("REVISION=unknown"));
        assertThat(Files.readString(tree.resolve("target/release/vaiwg-1.2.3.images")))
                .isEqualTo("0123 vaiwg:1.2.3\n0123 vaiwg-job:1.2.3\n");
        Said sums = run("sh", "-c", "cd target/release && sha256sum --check --strict vaiwg-1.2.3.sha256");
        assertThat(sums.exitCode()).as(sums.output()).isZero();
        assertThat(sums.output()).contains("vaiwg-1.2.3.tar.xz: OK", "vaiwg-1.2.3.images: OK");
        assertThat(git("tag", "--list")).as("nobody asked for one").isEmpty();
    }

    @Test
    void where_an_image_cannot_be_built_nothing_is_tagged() throws Exception {
        Said said = run("sh", "deploy/release", "--tag", "--jdk", JDK, "--base", "registry.example/missing");

        assertThat(said.exitCode()).as(said.output()).isEqualTo(125);
        assertThat(said.output()).contains("Building localhost/vaiwg:1.2.3 ...").doesNotContain("Tagged");
        assertThat(git("tag", "--list")).isEmpty();
        assertThat(tree.resolve("target/release/vaiwg-1.2.3.sha256")).doesNotExist();
    }

    @Test
    void a_jdk_without_a_base_is_refused_before_anything_is_built() throws Exception {
        for (List<String> half : List.of(List.of("--jdk", JDK), List.of("--base", BASE))) {
            Said said = run("sh", "deploy/release", half.get(0), half.get(1));

            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.output()).contains("[--jdk IMAGE --base IMAGE]");
            assertThat(tree.resolve("target")).as("nothing was built").doesNotExist();
        }
    }

    private Said release() throws Exception {
        return run("sh", "deploy/release", "--tag");
    }

    private String git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Said said = run(command.toArray(String[]::new));
        assertThat(said.exitCode()).as(said.output()).isZero();
        return said.output();
    }

    /** In the tree, with nothing of the settings of who runs the test. */
    private Said run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.equals("JAVA_HOME"));
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Releaser");
            environment.put("GIT_" + who + "_EMAIL", "releaser@force.example");
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output);
    }

    private void file(String path, String content) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void program(String name, String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\nset -eu\n" + script);
        Files.setPosixFilePermissions(program, PROGRAM);
    }
}
