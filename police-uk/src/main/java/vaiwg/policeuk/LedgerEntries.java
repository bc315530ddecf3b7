package vaiwg.policeuk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;

/**
 * Turns the events of earlier imports back into what their files said. The events of a crime come in the order of their versions, as
 * they share a key and so a partition.
 *
 * <p>A file counts as imported if the topics have something of it and its month was completed: so an import that broke off is taken
 * up again where it was, and what it had not sent is not taken for a correction.
 */
final class LedgerEntries {
    private static final Set<String> COURT_RESULTS = OutcomeLabel.table().values().stream()
            .filter(OutcomeLabel::courtResult)
            .map(OutcomeLabel::outcomeGroup)
            .collect(Collectors.toUnmodifiableSet());

    private final Ledger ledger = new Ledger();
    private final Map<Dossier.CrimeSaid, Dossier.CrimeSaid> words = new HashMap<>();
    private final Map<String, SeenFile> files = new HashMap<>();
    private final Map<TopicPartition, Instant> completed = new HashMap<>();
    private final Map<TopicPartition, Instant> closed = new HashMap<>();

    private record SeenFile(FileKind kind, YearMonth month) {}

    void note(TopicPartition partition, SpecificRecord event) {
        if (event instanceof Progress progress) {
            later(closed, partition, progress.getCompleteThrough());
            if (EventMaker.PRODUCER.equals(progress.getProducer())) {
                later(completed, partition, progress.getCompleteThrough());
            }
        } else if (event instanceof CrimeRecording crime) {
            note(crime);
        } else if (event instanceof Outcome outcome) {
            note(outcome);
        }
    }

    /**
     * What all that was noted comes to.
     *
     * @param partitions all partitions of the streams that were read
     */
    Ledger ledger(Map<TopicPartition, EventStream> partitions) {
        files.forEach((name, file) -> {
            Instant complete = least(
                    completed,
                    partitions,
                    file.kind() == FileKind.STREET ? EventStream.CRIME_RECORDING : EventStream.OUTCOME);
            if (!complete.isBefore(LondonMonth.end(file.month()).minusMillis(1))) {
                ledger.cover(name);
            }
        });
        Instant crimes = least(closed, partitions, EventStream.CRIME_RECORDING);
        Instant outcomes = least(closed, partitions, EventStream.OUTCOME);
        ledger.closeThrough(crimes.isBefore(outcomes) ? crimes : outcomes);
        return ledger;
    }

    private void note(CrimeRecording crime) {
        if (crime.getSource() != Source.ARCHIVE) {
            return;
        }
        Dossier dossier = ledger.dossier(crime.getForce(), crime.getCrimeReference());
        if (crime.getVersion() <= dossier.crimeVersion()) {
            return;
        }
        YearMonth month = LondonMonth.of(crime.getRecordedAt());
        Dossier.CrimeSaid said =
                words.computeIfAbsent(new Dossier.CrimeSaid(crime.getOffenceGroup(), crime.getLsoa()), same -> same);
        boolean active = crime.getStatus() == CrimeStatus.ACTIVE;
        if (active) {
            // Months rise within a release: an earlier one means that a later release took the others back.
            dossier.crime.removeAfter(month);
            dossier.crime.put(month, said);
            see(crime.getForce(), FileKind.STREET, month);
        } else {
            dossier.crime.clear();
        }
        dossier.sent(new Dossier.CrimeState(month, said, active), crime.getVersion());
    }

    private void note(Outcome outcome) {
        if (outcome.getSource() != Source.ARCHIVE) {
            return;
        }
        Dossier dossier = ledger.dossier(outcome.getForce(), outcome.getCrimeReference());
        if (outcome.getVersion() <= dossier.outcomeVersion()) {
            return;
        }
        if (outcome.getAssignedAt() == null) {
            dossier.outcome.clear();
            dossier.sent(Dossier.OutcomeState.NONE, outcome.getVersion());
            return;
        }
        YearMonth assigned = LondonMonth.of(outcome.getAssignedAt());
        String type = outcome.getOutcomeType();
        String group = outcome.getOutcomeGroup();
        if (COURT_RESULTS.contains(group)) {
            putCourtResult(
                    dossier, new Dossier.OutcomeSaid(type, group, true, false), assigned, outcome.getChangedAt());
        } else {
            dossier.outcome.removeAfter(assigned);
            Dossier.OutcomeSaid said = new Dossier.OutcomeSaid(type, group, false, OutcomeLabel.isCharge(type));
            dossier.outcome.put(assigned, said.after(dossier.outcome.in(assigned)));
            see(outcome.getForce(), FileKind.OUTCOMES, assigned);
        }
        dossier.sent(new Dossier.OutcomeState(type, group, assigned), outcome.getVersion());
    }

    /** Its own month is not in the event, which has the charge's; the month that ended when it became known is the best there is. */
    private static void putCourtResult(
            Dossier dossier, Dossier.OutcomeSaid said, YearMonth charged, Instant changedAt) {
        YearMonth month = LondonMonth.of(changedAt.minusMillis(1));
        dossier.outcome.removeAfter(month);
        if (month.equals(charged)) {
            dossier.outcome.put(month, said.after(dossier.outcome.in(month)));
        } else {
            if (dossier.outcome.in(charged) == null) {
                dossier.outcome.put(charged, Dossier.OutcomeSaid.CHARGED);
            }
            dossier.outcome.put(month, said);
        }
    }

    private void see(String force, FileKind kind, YearMonth month) {
        files.putIfAbsent(month + "-" + force + "-" + kind.suffix() + ".csv", new SeenFile(kind, month));
    }

    private static Instant least(
            Map<TopicPartition, Instant> through, Map<TopicPartition, EventStream> partitions, EventStream stream) {
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue() == stream)
                .map(entry -> through.getOrDefault(entry.getKey(), Instant.MIN))
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static void later(Map<TopicPartition, Instant> through, TopicPartition partition, Instant instant) {
        through.merge(partition, instant, (known, next) -> next.isAfter(known) ? next : known);
    }
}
