package vaiwg.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vaiwg.cli.terminal.CommandFailure;

/** A program of the bench in a JVM of its own, with this one's settings, which prints lines and ends with its standard input. */
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader lines;

    /** What a program does from its beginning to its end. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> program, List<String> arguments) throws IOException {
        return start(program, arguments, List.of());
    }

    /** @param settings of the JVM, which win over this one's */
    public static ChildJvm start(Class<?> program, List<String> arguments, List<String> settings) throws IOException {
        return new ChildJvm(started(new ProcessBuilder(command(program, arguments, settings))
                .redirectError(ProcessBuilder.Redirect.INHERIT)));
    }

    /** Another's program in a JVM with this one's settings and class path, all of whose output goes to a file. */
    public static Process start(Class<?> program, List<String> arguments, List<String> settings, Path output)
            throws IOException {
        return started(new ProcessBuilder(command(program, arguments, settings))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
    }

    private static List<String> command(Class<?> program, List<String> arguments, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Whoever interrupts the bench leaves nothing running. */
    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /**
     * The main method of a program: does its work, and ends this JVM, whatever threads a library has left. What the user can mend is said in
     * one sentence; of all other failures, which are the bench's own, it is said where they happened.
     */
    public static void run(Work work) {
        int code = 0;
        try {
            work.run();
        } catch (CommandFailure e) {
            System.err.println(e.getMessage());
            code = 1;
        } catch (Exception e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }

    public long pid() {
        return process.pid();
    }

    /** The next line that it prints, null after its end. */
    public String readLine() throws IOException {
        return lines.readLine();
    }

    /** Sends it an empty line. */
    public void ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** @throws IllegalStateException where it has ended */
    public void requireAlive(String what) {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    what + " has ended with exit code " + process.exitValue() + "; what it said is above.");
        }
    }

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException where it failed
     */
    public void requireEnd(String what) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(what + " failed with exit code " + code + "; what it said is above.");
        }
    }

    /** Ends its input, and so the program. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
