package vaiwg.cli.explain;

import java.io.PrintWriter;
import java.util.Optional;
import vaiwg.cli.backup.BackupLog;
import vaiwg.jobs.explain.CaseListener;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.replay.LogPart;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * What a log says of a case.
 *
 * @param read as far as it was read for that
 */
public record HeardCase(ReadLog read, CaseListener heard) {
    /** Reads the partitions that its key leads to, and all where nothing of it is there: what {@code forget} renamed stays where it was. */
    public static HeardCase of(
            LogOptions log,
            KafkaConnection kafka,
            Catalogue catalogue,
            EventOptions events,
            String force,
            String reference,
            PrintWriter out) {
        CaseListener heard = new CaseListener(catalogue, force, reference);
        LogPart part = LogPart.ofCase(kafka.topicPrefix(), reference);
        Optional<BackupLog> backup = log.backup(kafka.topicPrefix(), part);
        ReadLog read = ReadLog.of(backup, kafka, part, catalogue, events, heard, out);
        if (!heard.hasSubject()) {
            out.println("Nothing of it is where its key leads to; all partitions are read.");
            heard = new CaseListener(catalogue, force, reference);
            read = ReadLog.of(backup.map(BackupLog::whole), kafka, LogPart.WHOLE, catalogue, events, heard, out);
        }
        return new HeardCase(read, heard);
    }
}
