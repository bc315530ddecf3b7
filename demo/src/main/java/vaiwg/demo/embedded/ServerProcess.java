package vaiwg.demo.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that runs as a process of its own and so may outlive the run that started it.
 *
 * @param handle the process
 * @param ownArgument an argument of its command line which only our process has, such as its data folder
 */
record ServerProcess(ProcessHandle handle, String ownArgument) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 20;

    /**
     * The running process whose id is the first line of the file, if it is ours; process ids are used again, so the number alone
     * proves nothing.
     */
    static Optional<ServerProcess> find(Path pidFile, String ownArgument) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .map(handle -> new ServerProcess(handle, ownArgument))
                .filter(ServerProcess::isRunning);
    }

    /** A process that has ended but that nobody has waited for is still alive to the JVM; its command line is gone, though. */
    boolean isRunning() {
        return handle.isAlive()
                && handle.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(ownArgument))
                        .orElse(false);
    }

    /**
     * Returns when the process has ended; does nothing if it has already.
     *
     * @param signal what asks this server to stop at once but in good order, for example {@code INT}
     * @throws IOException when it cannot be stopped
     */
    void stop(String signal) throws IOException, InterruptedException {
        if (!isRunning()) {
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + handle.pid())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        if (endsInTime()) {
            return;
        }
        handle.destroyForcibly();
        if (!endsInTime()) {
            throw new IOException("process " + handle.pid() + " does not stop");
        }
    }

    private boolean endsInTime() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            try {
                handle.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw new IOException("cannot wait for process " + handle.pid(), e);
            }
        }
        return true;
    }
}
