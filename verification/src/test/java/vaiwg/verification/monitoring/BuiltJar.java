package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A jar that is in an image: a test of an old one would say nothing. */
final class BuiltJar {
    /** The folder of the command {@code vaiwg}: of all modules that it has, and their libraries. */
    static final Path COMMAND = Project.ROOT.resolve("cli/target/lib");

    private static final String ADVICE = "mvn -Pcluster -pl cli -am package -DskipTests";

    private BuiltJar() {}

    static void requireCommand() throws IOException {
        String advice = COMMAND + " is missing: " + ADVICE;
        assertThat(COMMAND).as(advice).isDirectory();
        List<Path> jars;
        try (Stream<Path> files = Files.list(COMMAND)) {
            jars = files.filter(file -> file.getFileName().toString().startsWith("vaiwg-"))
                    .toList();
        }
        List<String> modules = jars.stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("^vaiwg-(\\w+)-.*", "$1"))
                .toList();
        assertThat(modules).as(advice).contains("cli", "board");
        for (int i = 0; i < jars.size(); i++) {
            require(jars.get(i), modules.get(i));
        }
    }

    /**
     * Of what the jar holds, not of when it was written: Maven leaves a jar as it is where nothing in it would change.
     *
     * @param module whose classes it has
     */
    private static void require(Path jar, String module) throws IOException {
        String advice = jar + " is missing or old: " + ADVICE;
        assertThat(jar).as(advice).isRegularFile();
        Path classes = Project.ROOT.resolve(module).resolve("target/classes");
        try (Stream<Path> files = Files.walk(classes);
                JarFile packed = new JarFile(jar.toFile())) {
            List<Path> built = files.filter(Files::isRegularFile)
                    .filter(file -> !classes.relativize(file).startsWith("META-INF"))
                    .toList();
            assertThat(built).isNotEmpty();
            for (Path file : built) {
                String entry = classes.relativize(file).toString();
                assertThat(isIn(packed, entry, file))
                        .as(advice + ", for " + entry)
                        .isTrue();
            }
        }
    }

    private static boolean isIn(JarFile packed, String name, Path file) throws IOException {
        if (packed.getJarEntry(name) == null) {
            return false;
        }
        try (InputStream entry = packed.getInputStream(packed.getJarEntry(name))) {
            return Arrays.equals(entry.readAllBytes(), Files.readAllBytes(file));
        }
    }
}
