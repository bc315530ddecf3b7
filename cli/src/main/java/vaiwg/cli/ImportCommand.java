package vaiwg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.policeuk.ArchiveException;
import vaiwg.cli.policeuk.PoliceUkArchive;

/** Archives to the topics. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Sends archives to the topics.",
        subcommands = ImportCommand.PoliceUk.class,
        synopsisSubcommandLabel = "KIND")
final class ImportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw CommandFailure.wrongUsage("Say what to import: police-uk.");
    }

    /** Archives of data.police.uk. */
    @Command(
            name = "police-uk",
            mixinStandardHelpOptions = true,
            description = {
                "Sends archives of data.police.uk to the topics and prints what they were found to hold.",
                "Use a topic prefix of its own: the progress records that end an archive speak for all producers."
            })
    static final class PoliceUk implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "PATH", description = "Zip, folder or CSV files.")
        private List<Path> paths;

        @Mixin
        private KafkaOptions kafka;

        @Override
        public Integer call() {
            try {
                PoliceUkArchive archive = PoliceUkArchive.open(paths);
                ProgressLine line = ProgressLine.onStandardOutput("sending", "records", archive.expectedRecords());
                try (FeedProducer producer = new FeedProducer(kafka.bootstrapServers(), kafka.topicPrefix())) {
                    line.finish(producer.play(archive, line::update).records());
                }
                System.out.println("\n" + archive.report().text());
                return 0;
            } catch (ArchiveException e) {
                throw CommandFailure.wrongUsage(e.getMessage());
            }
        }
    }
}
