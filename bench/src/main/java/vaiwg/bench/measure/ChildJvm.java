package vaiwg.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.function.ThrowingRunnable;
import vaiwg.cli.terminal.CommandFailure;

/** A program of the bench in a JVM of its own, with this one's settings, which prints lines and ends with its standard input. */
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Whoever interrupts the bench leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new ChildJvm(process);
    }

    /**
     * The main method of a program: does its work, and ends this JVM, whatever threads a library has left. What the user can mend is said in
     * one sentence; of all other failures, which are the bench's own, it is said where they happened.
     */
    public static void run(ThrowingRunnable<Exception> work) {
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
