package vaiwg.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.backup.BackupLog;
import vaiwg.cli.explain.LogOptions;
import vaiwg.cli.explain.ShownLog;
import vaiwg.cli.options.JobInputOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.reconcile.Difference;
import vaiwg.jobs.reconcile.Reconciler;
import vaiwg.jobs.reconcile.Reconciliation;
import vaiwg.jobs.replay.HeldLog;
import vaiwg.jobs.replay.KafkaReplayLog;
import vaiwg.jobs.replay.LogPart;
import vaiwg.jobs.replay.ReplayLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.text.Digits;

/** Whether all that was published is what the log says. */
@Command(name = "reconcile", mixinStandardHelpOptions = true)
final class ReconcileCommand extends PrintingVerb {
    private static final int SHOWN = 50;
    /** More are one thing: another map of codes, or another folder. */
    private static final int FEW_RULES = 10;

    @Mixin
    private LogOptions log;

    @Mixin
    private JobInputOptions inputs;

    @Option(names = "--textfile", paramLabel = "FILE")
    private Optional<Path> textfile = Optional.empty();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        EventOptions events = inputs.events();
        Catalogue catalogue = inputs.catalogue(events).get();
        textfile.ifPresent(ReconcileCommand::requireFolder);
        Reconciliation done = reconcile(
                new Reconciler(inputs.database(), catalogue, inputs.kafka().topicPrefix(), events, Clock.systemUTC()));
        textfile.ifPresent(
                file -> ReconcileMetrics.write(file, done, Clock.systemUTC().instant()));
        PrintWriter out = out();
        if (json) {
            JsonAnswer.print(out, ReconcileAnswer.of(done));
        } else {
            say(done, out);
        }
        return done.isGreen() ? 0 : Vaiwg.FINDING;
    }

    /** Before a log is read for minutes. */
    private static void requireFolder(Path file) {
        if (!Files.isWritable(file.toAbsolutePath().getParent())) {
            throw CommandFailure.wrongUsage("No file can be made in the folder of " + file
                    + ": name one in the folder that node exporter reads, and let this user write there.");
        }
    }

    private Reconciliation reconcile(Reconciler reconciler) throws InterruptedException {
        Optional<BackupLog> backup = log.backup(inputs.kafka().topicPrefix(), LogPart.WHOLE);
        try {
            if (backup.isPresent()) {
                BackupLog kept = backup.get();
                return reconciler.reconcile(shown(kept), kept.topics(), kept::tells);
            }
            String topics = TopicReport.of(inputs.kafka()).requireFit().log();
            try (KafkaReplayLog read = KafkaReplayLog.open(inputs.kafka())) {
                return reconciler.reconcile(shown(read), topics);
            }
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    private Supplier<ReplayLog> shown(HeldLog read) {
        requireWhole(read.noLongerHeld());
        return () -> json ? read : new ShownLog(read);
    }

    private static void requireWhole(Map<String, Long> noLongerHeld) {
        if (!noLongerHeld.isEmpty()) {
            throw CommandFailure.wrongUsage("The log no longer has its beginning ("
                    + String.join(", ", noLongerHeld.keySet())
                    + "), so figures cannot be computed from it: restore the topics, or name a copy that has all.");
        }
    }

    private static void say(Reconciliation done, PrintWriter out) {
        List<Difference> rules = done.differences().stream()
                .filter(difference -> difference.kind() == Difference.Kind.RULE)
                .toList();
        if (rules.size() > FEW_RULES) {
            out.println(Digits.count(rules.size())
                    + " measures were counted by other rules than this build's, such as "
                    + rules.get(0).inWords()
                    + " Run the build, and with --site the folders, that the job runs with; --json names them all.");
        }
        List<Difference> shown = done.differences().stream()
                .filter(difference -> rules.size() <= FEW_RULES || difference.kind() != Difference.Kind.RULE)
                .toList();
        shown.stream().limit(SHOWN).map(Difference::inWords).forEach(out::println);
        if (shown.size() > SHOWN) {
            out.println("And " + Digits.count(shown.size() - SHOWN) + " more; --json has them.");
        }
        String compared = "%s midnights of publication %d, %s values in %s rows"
                .formatted(
                        Digits.count(done.midnights()),
                        done.publication(),
                        Digits.count(done.values()),
                        Digits.count(done.rows()));
        out.println(compared + (done.isGreen() ? ": all as the log says." : "; " + differing(done.differing())));
        if (done.later() > 0) {
            out.println("Midnights that were published after the backup, and are not compared: "
                    + Digits.count(done.later()) + ".");
        }
        if (done.notYet() > 0) {
            out.println("The log gives " + Digits.count(done.notYet()) + " more, which are not published yet.");
        }
        out.flush();
    }

    private static String differing(int midnights) {
        return switch (midnights) {
            case 0 -> "their rows are as the log says, but not what is named above.";
            case 1 -> "1 midnight differs.";
            default -> Digits.count(midnights) + " midnights differ; the first are named.";
        };
    }
}
