package vaiwg.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.backup.Restore;
import vaiwg.cli.backup.Restore.Part;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.process.ShutdownSequence;

/** What was lost, from a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand extends PrintingVerb {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--from", paramLabel = "DIR", required = true)
    private Path from;

    @Option(names = "--only", paramLabel = "PART", split = ",")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--replace")
    private boolean replace;

    @Option(names = "--replication-factor", paramLabel = "N", converter = OptionValues.Positive.class)
    private Optional<Integer> replicas = Optional.empty();

    @Option(names = "--files", paramLabel = "DIR")
    private Optional<Path> files = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Restore restore = new Restore(
                kafka.connection(), database.database(), only, replace, replicas.map(Integer::shortValue), files);
        try (ShutdownSequence ending = ShutdownSequence.install(() -> System.out.println(
                "\nEnding ... What was filled in part, a topic or a folder, is emptied before the next restore, which puts back the"
                        + " tables that were there."))) {
            restore.from(from, out());
        }
        return 0;
    }
}
