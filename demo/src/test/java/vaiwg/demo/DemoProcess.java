package vaiwg.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** The command in a JVM of its own, as the launcher starts it. */
public final class DemoProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1(?::| port=)(\\d+)");

    private final Process process;
    private final Path errors;
    private final StringBuilder output = new StringBuilder();
    private final Thread reader = new Thread(this::read, "output of the demo");

    private DemoProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the verb demo with its data in a sub-folder of that folder. */
    public static DemoProcess demo(Path folder, String... arguments) throws IOException {
        List<String> command = command(System.getProperty("java.class.path"));
        command.addAll(List.of("demo", "--data", data(folder).toString()));
        command.addAll(List.of(arguments));
        return start(command, folder);
    }

    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** The java command up to the main class. */
    public static List<String> command(String classPath) {
        return command(classPath, "vaiwg.cli.Vaiwg");
    }

    /** Likewise with another main class than the command's. */
    public static List<String> command(String classPath, String mainClass) {
        return new ArrayList<>(List.of(
                // A build in the background may have been told to ignore SIGINT, and its children with it.
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseParallelGC",
                // Ends before compiling to the utmost would pay.
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                // Flink's test jars hold a configuration that is found first and switches logging off.
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-D" + EmbeddedDatabase.SHARED_BINARIES + "="
                        + System.getProperty(EmbeddedDatabase.SHARED_BINARIES, ""),
                "-Dvaiwg.home=" + Path.of("").toAbsolutePath().getParent(),
                // Nothing is given up because other tests have the processors.
                "-Dvaiwg.shutdown.seconds=90",
                "-cp",
                classPath,
                mainClass));
    }

    /** @param folder where what it writes to standard error is kept */
    public static DemoProcess start(List<String> command, Path folder) throws IOException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new DemoProcess(process, errors);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until that was printed; fails with all that was printed when the process ends before. */
    public void awaitOutput(String text) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (output) {
            while (output.indexOf(text) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || !reader.isAlive()) {
                    throw new AssertionError(text + " was not printed, but:\n" + output + errors());
                }
                // Not longer than a second: the reader's end gives no notice.
                output.wait(Math.min(left, 1_000));
            }
        }
    }

    /**
     * Waits until something is so that the command brings about; fails with all that it said where it ends before, and with what its threads
     * do where it takes too long.
     *
     * @param what completes the sentence "waited in vain until ..."
     */
    public void awaitEffect(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Await.until(what, () -> {
            if (condition.call()) {
                return true;
            }
            if (!process.isAlive()) {
                throw new AssertionError("the command ended with " + process.exitValue() + " before " + what + ":\n"
                        + output() + errors());
            }
            if (System.nanoTime() > end) {
                printStacks();
                throw new AssertionError(
                        "the command runs, and waited in vain until " + what + ":\n" + output() + errors());
            }
            return false;
        });
    }

    /** What each thread does is printed to its standard output. */
    private void printStacks() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -QUIT " + process.pid()).start().waitFor();
        // The last words of a thread dump.
        awaitOutput("Heap");
    }

    /** Waits for the end; the exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the command has not ended after " + PATIENCE + ":\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** Hands lines over on its standard input. */
    public void say(String lines) throws IOException {
        Writer input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(lines);
        input.flush();
    }

    /** Ends its standard input. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** As Ctrl-C does. */
    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
    }

    /** As the machine does when it is out of memory. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    public long pid() {
        return process.pid();
    }

    /** The ports that the output names. */
    public Set<Integer> ports() {
        return PORT.matcher(output())
                .results()
                .map(port -> Integer.valueOf(port.group(1)))
                .collect(Collectors.toSet());
    }

    /** The servers that keep their data in the folder, with the processes under them. */
    public static Set<ProcessHandle> servers(Path folder) throws IOException {
        String root = data(folder.toRealPath()) + File.separator;
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.contains(root)))
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .collect(Collectors.toSet());
    }

    /** A process that has ended but that nobody has waited for is alive to the JVM, without a command line. */
    public static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && handle.info().commandLine().isPresent();
    }

    /** Leaves nothing behind, also where a test failed. */
    @Override
    public void close() throws InterruptedException, IOException {
        if (process.isAlive()) {
            interrupt();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
