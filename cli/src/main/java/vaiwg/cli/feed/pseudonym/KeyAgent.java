package vaiwg.cli.feed.pseudonym;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vaiwg.cli.terminal.CommandFailure;

/**
 * A command of the site that prints the keys of pseudonyms, such as the client of a vault: they are then on no disk of this machine, and in no
 * list of processes, as they come through a pipe.
 */
public final class KeyAgent {
    private static final int PATIENCE_SECONDS = 60;

    private KeyAgent() {}

    /** @param command for the shell */
    public static PseudonymKeys ask(String command) {
        try {
            Process agent = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                // Standard input may be the lines.
                agent.getOutputStream().close();
                return PseudonymKeys.of(printed(agent), "what the agent prints");
            } finally {
                // What the shell has started does not end with it.
                agent.descendants().forEach(ProcessHandle::destroy);
                agent.destroy();
            }
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("The agent for keys cannot be started: correct --pseudonym-agent.", e);
        }
    }

    private static List<String> printed(Process agent) {
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        });
        try {
            if (!agent.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw CommandFailure.unreachable(
                        "The agent for keys has not ended within " + PATIENCE_SECONDS
                                + " seconds: see what it waits for, or correct --pseudonym-agent.",
                        null);
            }
            if (agent.exitValue() != 0) {
                throw CommandFailure.unreachable(
                        "The agent for keys failed with exit code " + agent.exitValue()
                                + ": what it says of that is above; correct --pseudonym-agent, or its login.",
                        null);
            }
            return output.get(PATIENCE_SECONDS, TimeUnit.SECONDS).lines().toList();
        } catch (ExecutionException | TimeoutException e) {
            throw CommandFailure.unreachable(
                    "The agent for keys has ended, and something that it started still holds its output: let that end"
                            + " too, or correct --pseudonym-agent.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while the agent was asked; run the command again.", e);
        }
    }
}
