package vaiwg.cli.explain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.backup.BackupLog;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.replay.LogPart;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.catalogue.Catalogue;

/** Which log is read again: the topics, or what a backup has of them. */
public final class LogOptions {
    @Option(names = "--backup", paramLabel = "DIR")
    private Optional<Path> backup = Optional.empty();

    /**
     * The log of the backup; empty where none is named.
     *
     * @param topicPrefix under which its topics are read
     * @param part of it that is enough
     */
    public Optional<BackupLog> backup(String topicPrefix, LogPart part) {
        return backup.map(folder -> BackupLog.open(folder, topicPrefix, part));
    }

    /** Reads it to its end, without putting figures together. */
    public ReadLog read(
            KafkaConnection kafka,
            LogPart part,
            Catalogue catalogue,
            EventOptions events,
            ReplayListener listener,
            PrintWriter out) {
        return ReadLog.of(backup(kafka.topicPrefix(), part), kafka, part, catalogue, events, listener, out);
    }
}
