package vaiwg.cli.explain;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vaiwg.cli.backup.BackupLog;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.replay.HeldLog;
import vaiwg.jobs.replay.KafkaReplayLog;
import vaiwg.jobs.replay.LogPart;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.text.Digits;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;

/**
 * A log that was read for an explanation.
 *
 * @param completeThrough all that is known by this instant was heard, epoch milliseconds
 * @param noLongerHeld by topic how many records at its beginning are gone
 */
public record ReadLog(long completeThrough, Map<String, Long> noLongerHeld) {
    private static final long MEGABYTE = 1_000_000;

    /** Reads the log of a backup, or the topics where there is none, to its end, without putting figures together. */
    static ReadLog of(
            Optional<BackupLog> backup,
            KafkaConnection kafka,
            LogPart part,
            Catalogue catalogue,
            EventOptions events,
            ReplayListener listener,
            PrintWriter out) {
        return backup.map(log -> of(log, kafka.topicPrefix(), catalogue, events, listener, out))
                .orElseGet(() -> of(kafka, part, catalogue, events, listener, out));
    }

    /** Reads the topics. */
    static ReadLog of(
            KafkaConnection kafka,
            LogPart part,
            Catalogue catalogue,
            EventOptions events,
            ReplayListener listener,
            PrintWriter out) {
        try (KafkaReplayLog log = CommandFailure.orUnreachable(() -> KafkaReplayLog.open(kafka, part))) {
            return of(log, kafka.topicPrefix(), catalogue, events, listener, out);
        }
    }

    /** Likewise a log that is held anywhere. */
    static ReadLog of(
            HeldLog log,
            String topicPrefix,
            Catalogue catalogue,
            EventOptions events,
            ReplayListener listener,
            PrintWriter out) {
        LogPlayer player = new LogPlayer(catalogue, topicPrefix, events, Optional.empty(), listener, Clock.systemUTC());
        try {
            player.play(new ShownLog(log));
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
        out.println(kept(player, used()));
        return new ReadLog(player.completeThrough(), log.noLongerHeld());
    }

    /** @param used of the memory, bytes */
    public static String kept(LogPlayer player, long used) {
        return "Kept: %s subjects, %s people and places; memory in use: %s MB."
                .formatted(
                        Digits.count(player.subjects()), Digits.count(player.persons()), Digits.count(used / MEGABYTE));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The newest midnight of which all is known. */
    public LocalDate newestMidnight(Clock own) {
        if (completeThrough == PartitionClock.UNSET) {
            throw CommandFailure.unreachable(
                    "A partition of the log has not said how far it is complete: see docs/feeds.md.", null);
        }
        return LocalDate.ofEpochDay(LondonDays.dayOf(Math.min(completeThrough, own.millis())));
    }

    public void requireComplete(LocalDate day) {
        if (completeThrough < LondonDays.startOf(Math.toIntExact(day.toEpochDay()))) {
            throw CommandFailure.wrongUsage("The log is not complete up to " + day
                    + " yet, so nothing is published as at it: ask for an earlier day.");
        }
    }

    /** What of it nobody can explain any more. */
    public void sayWhatIsNoLongerHeld(PrintWriter out) {
        noLongerHeld.forEach((topic, records) -> out.println("No longer held: the first " + Digits.count(records)
                + " records of " + topic + "; what they said cannot be explained."));
    }
}
