package vaiwg.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.backup.Backup;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.process.ShutdownSequence;

/** What cannot be computed again, to a folder. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand extends PrintingVerb {
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

    @Override
    public Integer call() throws Exception {
        Backup backup = new Backup(
                kafka.connection(), database.database(), site.folders(), kept, new BuildVersion().getVersion()[0]);
        try (ShutdownSequence ending = ShutdownSequence.install(() -> System.out.println(
                "\nEnding ... What is in " + to + " is no backup: name a new folder the next time."))) {
            backup.to(to, out());
        }
        return 0;
    }
}
