package vaiwg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.backup.Backup;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.process.ShutdownSequence;

/** What cannot be computed again, to a folder. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private SiteOptions site;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to;

    @Option(names = "--keep", paramLabel = "FILE", split = ",")
    private List<Path> kept = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Backup backup = new Backup(
                kafka.connection(), database.database(), site.folders(), kept, new BuildVersion().getVersion()[0]);
        try (ShutdownSequence ending = ShutdownSequence.install(() -> System.out.println(
                "\nEnding ... What is in " + to + " is no backup: name a new folder the next time."))) {
            backup.to(to, spec.commandLine().getOut());
        }
        return 0;
    }
}
