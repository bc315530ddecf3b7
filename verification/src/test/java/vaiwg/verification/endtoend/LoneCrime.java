package vaiwg.verification.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;

/** A crime that counts once, and that no record of another subject names: without its records every other crime is what it was. */
final class LoneCrime {
    /** Harassment: of the strategy by its class alone, whatever flags the record has. */
    private static final String HARASSMENT = "8L";

    private LoneCrime() {}

    /** The reference of the first of a history, in the order of references, that was recorded within these times. */
    static String of(PartOf history, Instant from, Instant to) {
        List<FeedRecord> records = history.records();
        Map<String, List<CrimeRecording>> crimes = new TreeMap<>();
        for (FeedRecord record : records) {
            if (record.value() instanceof CrimeRecording crime) {
                crimes.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(crime);
            }
        }
        return crimes.entrySet().stream()
                .filter(crime -> crime.getValue().stream().allMatch(version -> counts(version, from, to)))
                .map(Map.Entry::getKey)
                .filter(reference -> records.stream().noneMatch(record -> names(record, reference)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean counts(CrimeRecording version, Instant from, Instant to) {
        Instant recordedAt = version.getRecordedAt();
        return version.getStatus() == CrimeStatus.ACTIVE
                && HARASSMENT.equals(version.getOffenceCode())
                && recordedAt != null
                && !recordedAt.isBefore(from)
                && recordedAt.isBefore(to);
    }

    /** Whether a record of another subject has the reference anywhere in it. */
    private static boolean names(FeedRecord record, String reference) {
        return record.key() != null
                && !record.key().equals(reference)
                && new String(EventLog.encode(record.value()), StandardCharsets.ISO_8859_1).contains(reference);
    }
}
