package vaiwg.policeuk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;

/** What a reader of the topics makes of an archive: the records, and the current state by the highest version. */
record Played(PoliceUkArchive archive, List<FeedRecord> records) {
    /** A crime is the same only within its force. */
    record CrimeKey(String force, String crimeReference) {}

    static Played of(Path... paths) {
        return of(List.of(), paths);
    }

    static Played of(List<LocalDate> dates, Path... paths) {
        return of(PoliceUkArchive.open(List.of(paths), dates));
    }

    /** A second import, into topics of one partition that hold those records. */
    static Played after(List<FeedRecord> topics, Path... paths) {
        LedgerEntries entries = new LedgerEntries();
        topics.forEach(record -> entries.note(partition(record.stream()), record.value()));
        Map<TopicPartition, EventStream> partitions = new HashMap<>();
        for (EventStream stream : EventStream.values()) {
            partitions.put(partition(stream), stream);
        }
        return of(PoliceUkArchive.open(List.of(paths), List.of()).after(entries.ledger(partitions)));
    }

    private static TopicPartition partition(EventStream stream) {
        return new TopicPartition(stream.slug(), 0);
    }

    private static Played of(PoliceUkArchive archive) {
        List<FeedRecord> records = new ArrayList<>();
        archive.play(records::add);
        return new Played(archive, records);
    }

    /** The values of one kind in the order in which they were sent. */
    <T> List<T> sent(Class<T> kind) {
        return records.stream()
                .map(FeedRecord::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Map<CrimeKey, CrimeRecording> crimes() {
        Map<CrimeKey, CrimeRecording> current = new HashMap<>();
        sent(CrimeRecording.class).stream()
                .sorted(Comparator.comparingLong(CrimeRecording::getVersion))
                .forEach(crime -> current.put(new CrimeKey(crime.getForce(), crime.getCrimeReference()), crime));
        return current;
    }

    Map<CrimeKey, Outcome> outcomes() {
        Map<CrimeKey, Outcome> current = new HashMap<>();
        sent(Outcome.class).stream()
                .sorted(Comparator.comparingLong(Outcome::getVersion))
                .forEach(
                        outcome -> current.put(new CrimeKey(outcome.getForce(), outcome.getCrimeReference()), outcome));
        return current;
    }

    ForceReport report(String force) {
        return report().forces().stream()
                .filter(report -> report.force().equals(force))
                .findFirst()
                .orElseThrow();
    }

    /** The report of the only release. */
    Imported.OfRelease report() {
        List<Imported.OfRelease> reports = archive.imported().releases();
        if (reports.size() != 1) {
            throw new AssertionError(reports.size() + " releases were played");
        }
        return reports.get(0);
    }
}
