package vaiwg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.erase.FoundRecords;
import vaiwg.cli.feed.erase.SourceLog;
import vaiwg.cli.feed.erase.SubjectRecords;
import vaiwg.cli.feed.erase.SubjectReferences;
import vaiwg.cli.feed.erase.SubjectTables;
import vaiwg.cli.feed.erase.SubjectTables.Erasure;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.EventIdOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.NewTopicsOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.kafka.Topics;
import vaiwg.kpis.text.Digits;

/** Finds what there is of a data subject, and writes the log anew without it. */
@Command(name = "erase", mixinStandardHelpOptions = true)
final class EraseCommand extends PrintingVerb {
    private static final Logger LOG = LoggerFactory.getLogger(EraseCommand.class);

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private EventIdOptions ids;

    @Mixin
    private NewTopicsOptions topics;

    @Option(names = "--subject-file", paramLabel = "FILE", required = true)
    private Path subjectFile;

    @Option(names = "--force", paramLabel = "FORCE", required = true)
    private String force;

    @Option(names = "--reason", paramLabel = "TEXT")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--checkpoints", paramLabel = "DIR")
    private Optional<Path> checkpoints = Optional.empty();

    @Option(names = "--backups", paramLabel = "DIR")
    private Optional<Path> backups = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> into = topics.into(kafka.topicPrefix());
        if (into.isPresent() && reason.map(String::isBlank).orElse(true)) {
            throw CommandFailure.wrongUsage(
                    "Say with --reason why it is erased, and by whose decision: it is kept for the record.");
        }
        SubjectReferences references = SubjectReferences.read(subjectFile, force);
        SubjectTables tables = new SubjectTables(database.database());
        PrintWriter out = out();
        try (SourceLog source = new SourceLog(kafka.connection())) {
            SubjectRecords subject = new SubjectRecords(references, source.prefix());
            FoundRecords found = FoundRecords.in(source, subject);
            long late = tables.lateEvents(found);
            long notes = tables.notes(references);
            print(found, late, notes, out);
            boolean isThere = found.records() + notes > 0;
            if (into.isEmpty() || found.records() == 0) {
                out.println(isThere ? "Nothing was changed." : "Nothing is there.");
                return isThere ? Vaiwg.FINDING : 0;
            }
            EventIds hashes = ids.ids();
            Erasure erasure = new Erasure(
                    force,
                    references.all().stream()
                            .map(reference -> hashes.of("erasure/" + force + '/' + reference))
                            .toList(),
                    kafka.topicPrefix(),
                    into.get(),
                    reason.orElseThrow());
            tables.requireRights();
            source.writeInto(
                    erasure.newTopics(),
                    topics.replicas(),
                    record -> subject.test(record) ? Optional.empty() : SourceLog.Content.of(record),
                    subject.in(erasure.newTopics()).negate());
            tables.erase(found, erasure);
            LOG.info(
                    "Erased from the log: {} records of {} references, from topics {}* into {}*",
                    found.records(),
                    references.all().size(),
                    erasure.oldTopics(),
                    erasure.newTopics());
            printRest(erasure, notes, out);
            return 0;
        }
    }

    private void print(FoundRecords found, long late, long notes, PrintWriter out) {
        TextTable table = new TextTable(List.of("place", "found"));
        found.byTopic().forEach((topic, records) -> table.row(List.of("topic " + topic, Digits.count(records))));
        table.row(List.of("table late_event", Digits.count(late)));
        table.row(List.of("table kpi_note_row", Digits.count(notes)));
        checkpoints.ifPresent(folder -> table.row(List.of("state in " + folder, entries(folder))));
        backups.ifPresent(folder -> table.row(List.of("backups in " + folder, entries(folder))));
        out.print(table);
        if (checkpoints.isEmpty() || backups.isEmpty()) {
            out.println("State and backups are not searched, but hold the subject as the log does: name their folders"
                    + " with --checkpoints and --backups, to be told what is there.");
        }
        out.flush();
    }

    private static String entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return Digits.count(entries.count());
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The folder " + folder + " cannot be read: correct the path, or its permissions.", e);
        }
    }

    private void printRest(Erasure erasure, long notes, PrintWriter out) {
        out.println(
                "The topics " + erasure.newTopics() + "* hold all the rest, and the tables keep that it was done. What"
                        + " is left, in this order (docs/security.md):");
        out.println("1. Start the job with --topic-prefix " + erasure.newTopics()
                + " --fresh --new-publication, and the producers with the same prefix.");
        out.println("2. When its figures are there, delete the topics " + erasure.oldTopics() + "* (not "
                + Topics.audit(erasure.oldTopics())
                + ", which says who was shown cases) and their copies elsewhere, and all earlier checkpoints and"
                + " savepoints.");
        out.println("3. Delete backups of before, or note when they end.");
        if (notes > 0) {
            out.println("4. " + notes + " rows of owners' words name a reference: the owner of the tables decides.");
        }
        out.flush();
    }
}
