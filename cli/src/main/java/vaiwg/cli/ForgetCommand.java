package vaiwg.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.erase.OldNames;
import vaiwg.cli.feed.erase.SourceLog;
import vaiwg.cli.feed.erase.SubjectTables;
import vaiwg.cli.feed.erase.SubjectTables.Erasure;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.NewTopicsOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.kafka.Topics;
import vaiwg.kpis.text.Digits;
import vaiwg.kpis.time.LondonDays;

/** Takes from the old part of the log who and what it is about. */
@Command(name = "forget", mixinStandardHelpOptions = true)
final class ForgetCommand extends PrintingVerb {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetCommand.class);

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private NewTopicsOptions topics;

    @Option(names = "--years", paramLabel = "N", defaultValue = "7", converter = OptionValues.Positive.class)
    private int years;

    @Option(names = "--before", paramLabel = "DATE")
    private Optional<LocalDate> day = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> into = topics.into(kafka.topicPrefix());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate before = day.orElseGet(() -> today.minusYears(years));
        if (before.isAfter(today)) {
            throw CommandFailure.wrongUsage("--before " + before
                    + " is in the future, so no case would keep its name: give a day that is over.");
        }
        SubjectTables tables = new SubjectTables(database.database());
        if (into.isPresent()) {
            tables.requireRights();
        }
        try (SourceLog log = new SourceLog(kafka.connection())) {
            OldNames names = new OldNames(LondonDays.startOf(before), log.prefix());
            log.read("looking", names::learn);
            if (into.isPresent()) {
                log.writeInto(into.get(), topics.replicas(), names, record -> true);
                tables.keep(names.rewritten(), erasure(before, into.get()));
            } else {
                log.read("counting", names::of);
            }
            print(before, into, names);
            return 0;
        }
    }

    /** Whose names they were nobody knows any more. */
    private Erasure erasure(LocalDate before, String into) {
        return new Erasure(
                "",
                List.of(),
                kafka.topicPrefix(),
                into,
                "./vaiwg forget: names in events that changed before " + before + ", and that nothing has later");
    }

    private void print(LocalDate before, Optional<String> into, OldNames names) {
        PrintWriter out = out();
        TextTable table = new TextTable(List.of("changed before " + before, "events"));
        table.row(List.of("all", Digits.count(names.events())));
        table.row(List.of("with names that nothing has later", Digits.count(names.rewritten())));
        out.print(table);
        if (into.isPresent()) {
            LOG.info(
                    "Names were replaced in {} events that changed before {}, from topics {}* into {}*",
                    names.rewritten(),
                    before,
                    kafka.topicPrefix(),
                    into.get());
            out.println("The topics " + into.get() + "* have other names for these. Start the job with --topic-prefix "
                    + into.get() + " --fresh --new-publication, compare its figures, then delete the old topics");
            out.println(
                    "(not " + Topics.audit(kafka.topicPrefix())
                            + ", which says who was shown cases), earlier checkpoints, savepoints and backups (docs/security.md).");
        } else {
            out.println("Nothing was changed.");
        }
        out.flush();
    }
}
