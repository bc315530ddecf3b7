package vaiwg.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.process.ShutdownSequence;

/** The heartbeat alone, for a job that runs on a cluster. */
@Command(name = "heartbeat", mixinStandardHelpOptions = true)
final class HeartbeatCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--every", paramLabel = "SECONDS", defaultValue = "20", converter = OptionValues.Positive.class)
    private int seconds;

    @Override
    public Integer call() throws InterruptedException {
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println("\nEnding ..."))) {
            parts.start(
                    "the heartbeat",
                    () -> Heartbeat.start(kafka.connection(), Duration.ofSeconds(seconds), Clock.systemUTC()));
            System.out.println("Beating every " + seconds + " seconds. " + Vaiwg.HOW_TO_END);
            // Until the process is asked to end; the hook gives the exit code.
            Thread.currentThread().join();
        }
        return 0;
    }
}
