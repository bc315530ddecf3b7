package vaiwg.cli.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import vaiwg.cli.feed.FieldValues;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

/** What was found in the records of one stream of a force. */
final class StreamProfile {
    private final String force;
    private final EventStream stream;
    private final List<FieldProfile> fields;
    private final SeenVersions versions;
    /** Days with a record, since 1970-01-01. */
    private final BitSet days = new BitSet();

    private long records;
    private long rejected;
    private long repeated;
    private long outOfOrder;
    private long newest = Long.MIN_VALUE;

    /** @param versions that were seen, of all streams */
    StreamProfile(String force, EventStream stream, CodeBook codes, SeenVersions versions) {
        this.force = force;
        this.stream = stream;
        this.versions = versions;
        this.fields = SchemaField.of(stream.schema()).stream()
                .map(field -> new FieldProfile(field, codes.meaning(stream, field)))
                .toList();
    }

    /**
     * Takes an event that the job would use.
     *
     * @param name of its version
     */
    void add(FieldValues values, long changedAt, String name, Instant earliest, Instant now) {
        records++;
        outOfOrder += newest != Long.MIN_VALUE && changedAt < newest - PartitionClock.DISORDER ? 1 : 0;
        newest = Math.max(newest, changedAt);
        repeated += versions.isRepeated(name) ? 1 : 0;
        int day = LondonDays.dayOf(changedAt);
        if (day >= 0) {
            days.set(day);
        }
        fields.forEach(field -> field.add(force, day, values, earliest, now));
    }

    /** Takes a line that the job would reject. */
    void reject(FieldValues values, Instant earliest, Instant now) {
        rejected++;
        int day = LondonDays.dayOf(now.toEpochMilli());
        fields.forEach(field -> field.add(force, day, values, earliest, now));
    }

    ProfileAnswer.Stream answer(boolean hasFolder, long most) {
        Gap longest = longestGap();
        return new ProfileAnswer.Stream(
                force,
                hasFolder,
                stream.slug(),
                records,
                rejected,
                repeated,
                outOfOrder,
                days.isEmpty() ? null : text(days.nextSetBit(0)),
                days.isEmpty() ? null : text(days.length() - 1),
                days.isEmpty() ? 0 : days.length() - days.nextSetBit(0) - days.cardinality(),
                longest.days() == 0 ? null : text(longest.from()),
                longest.days(),
                fields.stream().map(field -> field.answer(most)).toList());
    }

    private record Gap(int from, int days) {}

    private Gap longestGap() {
        Gap longest = new Gap(0, 0);
        int day = days.nextSetBit(0);
        while (day >= 0) {
            int clear = days.nextClearBit(day);
            int next = days.nextSetBit(clear);
            if (next > 0 && next - clear > longest.days()) {
                longest = new Gap(clear, next - clear);
            }
            day = next;
        }
        return longest;
    }

    private static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
