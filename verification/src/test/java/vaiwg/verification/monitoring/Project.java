package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the project that no Java code reads, and the programs that judge them. */
final class Project {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Thrice what the longest takes, which builds and tries images. */
    private static final Duration LONGEST = Duration.ofMinutes(45);

    private Project() {}

    /** Of this build, as pom.xml says it. */
    static String version() {
        return all("<version>([^<]+)</version>", text(ROOT.resolve("pom.xml"))).get(0);
    }

    /** What a program said, and its exit code. */
    record Answer(int exitCode, String output) {}

    /**
     * Runs a program at the project's root; a missing program is a failure that names its Debian package. One that does not end is ended with
     * all that it began, and is a failure that says what it had said.
     */
    static Answer run(String debianPackage, Map<String, String> environment, String... command) throws Exception {
        return run(LONGEST, debianPackage, environment, command);
    }

    static Answer run(Duration longest, String debianPackage, Map<String, String> environment, String... command)
            throws Exception {
        Path said = Files.createTempFile("said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = start(builder, debianPackage);
            try {
                boolean hasEnded = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
                String output = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
                if (!hasEnded) {
                    throw new AssertionError(
                            String.join(" ", command) + " did not end in " + longest + "; it said: " + output);
                }
                return new Answer(process.exitValue(), output);
            } finally {
                end(process);
            }
        } finally {
            Files.delete(said);
        }
    }

    private static Process start(ProcessBuilder builder, String debianPackage) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("install " + builder.command().get(0) + ": apt-get install " + debianPackage, e);
        }
    }

    /** With whatever it began, which would outlive it; nothing where it has ended. */
    private static void end(Process process) {
        if (process.isAlive()) {
            List<ProcessHandle> tree = process.descendants().toList();
            process.destroyForcibly();
            tree.forEach(ProcessHandle::destroyForcibly);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return json(text(file));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each alias as what it stands for, which Jackson's own reader leaves as a name. */
    static JsonNode yaml(Path file) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return new ObjectMapper().valueToTree(content);
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of each place where the expression is found, in order. */
    static List<String> all(String expression, String text) {
        return Pattern.compile(expression, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
