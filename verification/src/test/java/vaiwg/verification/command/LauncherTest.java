package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, on a small tree: a Maven that builds nothing but the lists of libraries, and a Java that says its class path. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path tree;
    private Path repository;

    @BeforeEach
    void make() throws IOException {
        tree = Files.createDirectories(folder.resolve("in stalled"));
        repository = Files.createDirectories(folder.resolve("repository/of/builder"));
        Files.copy(Path.of("../vaiwg"), tree.resolve("vaiwg"));
        Files.writeString(tree.resolve("pom.xml"), "");
        for (String module : List.of("cli", "demo")) {
            Files.createDirectories(tree.resolve(module + "/src/main"));
            Files.createDirectories(tree.resolve(module + "/target/run/classes"));
            Files.writeString(tree.resolve(module + "/pom.xml"), "");
        }
        for (String library : List.of("flink.jar", "broker.jar")) {
            Files.writeString(repository.resolve(library), library);
        }
        executable("mvn", """
                echo "Maven $*"
                printf '%s/flink.jar' "$REPOSITORY" > cli/target/run/dependencies.txt
                printf '%s/flink.jar:%s/broker.jar' "$REPOSITORY" "$REPOSITORY" > demo/target/run/dependencies.txt
                """);
        executable("java", "while [ \"$1\" != -cp ]; do shift; done; shift; echo \"$@\"\n");
    }

    /** Who builds it, as root, has a repository that who runs it cannot read. */
    @Test
    void what_was_built_runs_where_the_repository_of_its_builder_cannot_be_read() throws Exception {
        assertThat(run(tree, "run")).contains("Building", classPath(tree, "cli", "flink.jar") + " vaiwg.cli.Vaiwg run");
        Files.move(repository, folder.resolve("hidden"));
        assertThat(run(tree, "run")).isEqualTo(classPath(tree, "cli", "flink.jar") + " vaiwg.cli.Vaiwg run");
        assertThat(run(tree, "demo"))
                .isEqualTo(classPath(tree, "demo", "flink.jar", "broker.jar") + " vaiwg.cli.Vaiwg demo");
        assertThat(tree.resolve("demo/target/lib/flink.jar")).hasContent("flink.jar");
    }

    @Test
    void a_copy_of_the_tree_runs_its_own_libraries() throws Exception {
        run(tree, "run");
        Path copy = folder.resolve("copy");
        assertThat(new ProcessBuilder("cp", "-a", tree.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(run(copy, "run")).isEqualTo(classPath(copy, "cli", "flink.jar") + " vaiwg.cli.Vaiwg run");
    }

    @Test
    void a_library_that_cannot_be_read_is_named() throws Exception {
        run(tree, "run");
        Path library = tree.resolve("demo/target/lib/flink.jar");
        Files.delete(library);
        assertThat(run(tree, "run"))
                .isEqualTo("vaiwg: " + library + " cannot be read by this user: let its owner run chmod -R a+rX " + tree
                        + ", or build it again after rm -r " + library.getParent() + ".");
    }

    @Test
    void what_is_built_to_run_is_not_checked() throws Exception {
        assertThat(run(tree, "demo")).containsPattern("\\nMaven .* package -Dvaiwg\\.run -pl demo -am\\n");
        assertThat(run(tree, "demo")).doesNotContain("Maven");
    }

    /** Sources newer than what was built are there too, and nothing builds them. */
    @Test
    void a_release_runs_the_libraries_beside_it_and_is_never_built() throws Exception {
        Path lib = Files.createDirectories(tree.resolve("lib"));
        for (String library : List.of("vaiwg-cli.jar", "flink.jar", "vaiwg-demo.jar", "broker.jar")) {
            Files.writeString(lib.resolve(library), library);
        }
        Files.writeString(lib.resolve("cli.classpath"), "vaiwg-cli.jar:flink.jar\n");
        Files.writeString(lib.resolve("demo.classpath"), "vaiwg-demo.jar:broker.jar\n");
        assertThat(run(tree, "run")).isEqualTo(lib + "/vaiwg-cli.jar:" + lib + "/flink.jar vaiwg.cli.Vaiwg run");
        assertThat(run(tree, "demo")).isEqualTo(lib + "/vaiwg-demo.jar:" + lib + "/broker.jar vaiwg.cli.Vaiwg demo");
        assertThat(tree.resolve("demo/target/lib")).doesNotExist();
    }

    /** While it runs, the link may be led to the next version. */
    @Test
    void through_a_link_the_libraries_are_those_of_the_folder_itself() throws Exception {
        run(tree, "run");
        Path link = Files.createSymbolicLink(folder.resolve("current"), tree);
        assertThat(run(link, "run")).isEqualTo(classPath(tree, "cli", "flink.jar") + " vaiwg.cli.Vaiwg run");
    }

    private static String classPath(Path tree, String module, String... libraries) {
        StringBuilder path = new StringBuilder(tree + "/" + module + "/target/run/classes");
        for (String library : libraries) {
            path.append(':').append(tree).append("/demo/target/lib/").append(library);
        }
        return path.toString();
    }

    private void executable(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(Path home, String verb) throws IOException {
        ProcessBuilder launcher = new ProcessBuilder("sh", home.resolve("vaiwg").toString(), verb);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        launcher.environment().put("REPOSITORY", repository.toString());
        return new String(
                        launcher.redirectErrorStream(true)
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .strip();
    }
}
