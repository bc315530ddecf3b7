package vaiwg.policeuk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vaiwg.cli.Verb;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;

/** Archives to the topics. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Sends archives to the topics.",
        subcommands = ImportCommand.PoliceUk.class,
        synopsisSubcommandLabel = "KIND")
public final class ImportCommand implements Verb {
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
                "A later release corrects what the topics hold of an earlier one; the same release again sends nothing.",
                "Use a topic prefix of its own: the progress records at the end of an archive are written on behalf of all producers."
            })
    static final class PoliceUk implements Callable<Integer> {
        @Parameters(
                arity = "1..*",
                paramLabel = "PATH",
                description = {
                    "Zip, folder or CSV files.",
                    "One that repeats a monthly file of those before it is a later release."
                })
        private List<Path> paths;

        @Option(
                names = "--release",
                paramLabel = "DATE",
                description = {
                    "When the (last) release was published: from then on its corrections are known.",
                    "May be given once for each release; default: the midnight that ends the release's newest month."
                })
        private List<LocalDate> dates = List.of();

        @Option(
                names = "--totals",
                paramLabel = "FILE",
                description = {
                    "Write there how many crimes and outcomes of violence and sexual offences the files have in each whole year:",
                    "vaiwg compare --published FILE then tells whether as many were counted."
                })
        private Optional<Path> totals = Optional.empty();

        @Mixin
        private KafkaOptions kafka;

        @Spec
        private CommandSpec spec;

        /** Only if asked for: an import needs no database. */
        @ArgGroup(
                exclusive = false,
                heading =
                        "To explain in kpi_revision why published figures move, also write the counts of corrections to:%n")
        private DatabaseOptions database;

        @Override
        public Integer call() throws SQLException {
            // Before any server is asked.
            PoliceUkArchive opened = PoliceUkArchive.open(paths, dates);
            try (Connection explanations = explanations()) {
                PoliceUkArchive archive = afterWhatIsThere(opened);
                ProgressLine line = ProgressLine.onStandardOutput("sending", "records", archive.expectedRecords());
                try (FeedProducer producer = new FeedProducer(kafka.connection())) {
                    line.finish(producer.play(archive, line::update));
                }
                if (explanations != null) {
                    ReleaseChanges.add(explanations, archive.imported().changes());
                }
                totals.ifPresent(file -> write(file, archive.totals()));
                spec.commandLine()
                        .getOut()
                        .println("\n" + archive.imported().text().strip());
                spec.commandLine().getOut().flush();
                return 0;
            }
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw CommandFailure.wrongUsage(
                        "All was sent, but " + file + " cannot be written: name another file; the same command again"
                                + " sends nothing.",
                        e);
            }
        }

        private PoliceUkArchive afterWhatIsThere(PoliceUkArchive archive) {
            try (TopicLedger topics = new TopicLedger(kafka.connection())) {
                if (topics.records() == 0) {
                    return archive;
                }
                ProgressLine line = ProgressLine.onStandardOutput("reading what is there", "records", topics.records());
                PoliceUkArchive rest = archive.after(topics, line::update);
                line.finish(topics.records());
                return rest;
            }
        }

        /** Opened before anything is sent, so that a wrong address costs nothing. */
        private Connection explanations() {
            return database == null ? null : database.connect();
        }
    }
}
