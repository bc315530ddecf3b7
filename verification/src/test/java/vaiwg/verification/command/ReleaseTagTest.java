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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/release --tag} in a small repository, with a Maven that builds nothing but what is packed and a Java that packs nothing anew. */
class ReleaseTagTest {
    private static final String TAG = "v1.2.3";

    @TempDir
    private Path folder;

    private Path tree;

    private record Said(int exitCode, String output) {}

    @BeforeEach
    void commit() throws Exception {
        tree = Files.createDirectories(folder.resolve("tree"));
        file("deploy/release", Files.readString(Path.of("../deploy/release")));
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
                """);
        program("java", "");
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
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
