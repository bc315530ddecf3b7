package vaiwg.verification.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vaiwg.demo.Await;

/** A container's program, run on this machine instead of in its image. */
record NativeService(String name, Process process, Path log) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    /** Starts a command; its output is in the folder under the service's name. */
    static NativeService start(String name, List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new NativeService(name, builder.start(), log);
    }

    /** Runs a command to its end and returns its output, which is the message where it does not end well. */
    static String run(List<String> command, Map<String, String> environment) throws Exception {
        Project.Answer answer = Project.run(command.get(0), environment, command.toArray(String[]::new));
        if (answer.exitCode() != 0) {
            throw new AssertionError(command + " ended with " + answer.exitCode() + ": " + answer.output());
        }
        return answer.output();
    }

    /** Asks as the engine would, until the health check's command ends well. */
    NativeService awaitHealth(List<String> check) throws Exception {
        Await.until(name + " is healthy", () -> {
            failIfEnded();
            return endsWell(check);
        });
        return this;
    }

    private void failIfEnded() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended: " + Files.readString(log));
        }
    }

    private static boolean endsWell(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
