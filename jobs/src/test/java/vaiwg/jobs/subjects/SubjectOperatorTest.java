package vaiwg.jobs.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Projected;
import vaiwg.jobs.decode.Rejection;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;

class SubjectOperatorTest {
    /** Only some of the measures: delta entries and panes mean something else under it. */
    private static final SerializableSupplier<Catalogue> OTHER_LAYOUT =
            () -> new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    private final Projected projected = new Projected();

    @Test
    void an_event_sends_its_differences_under_its_force_and_source() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            assertThat(cases.extractOutputValues())
                    .singleElement()
                    .satisfies(delta -> assertThat(entries(List.of(delta)))
                            .extracting(entry -> ContributionType.values()[entry.contributionType])
                            .containsExactlyInAnyOrder(
                                    ContributionType.RECORDED,
                                    ContributionType.ANY_OFFENCE,
                                    ContributionType.RECORDED_QUANTITY,
                                    ContributionType.MARKER))
                    .matches(delta -> delta.force.equals(Events.FORCE) && delta.source == 3);
        }
    }

    @Test
    void a_duplicate_sends_nothing() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            int sent = cases.extractOutputValues().size();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            assertThat(cases.extractOutputValues()).hasSize(sent);
        }
    }

    /** As their source counts them: it saved three versions, of which the second says what the first said. */
    @Test
    void records_are_told_as_received_once_each_before_the_watermark_and_a_copy_is_none() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 2, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 3, CrimeStatus.CANCELLED), 0);
            cases.processElement(crime("c1", 3, CrimeStatus.CANCELLED), 0);
            assertThat(cases.getSideOutput(SubjectOperator.RECEIVED)).isNull();
            cases.processWatermark(new Watermark(1));
            assertThat(cases.getSideOutput(SubjectOperator.RECEIVED))
                    .extracting(StreamRecord::getValue)
                    .extracting(count -> count.records + " " + count.status + " " + count.code)
                    .containsExactlyInAnyOrder("1 ACTIVE 19C", "1 ACTIVE 19C", "1 CANCELLED 19C");
            cases.processWatermark(new Watermark(2));
            assertThat(cases.getSideOutput(SubjectOperator.RECEIVED))
                    .as("nothing is told again")
                    .hasSize(3);
        }
    }

    /** Found by a soak run: of three versions that say the same the one between is not kept, and its copy was counted once more. */
    @Test
    void a_copy_of_a_record_that_is_not_kept_is_not_received_again() throws Exception {
        OperatorSubtaskState stored;
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 3, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 2, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 2, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 4, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c1", 3, CrimeStatus.ACTIVE), 0);
            cases.processWatermark(new Watermark(1));
            assertThat(received(cases)).isEqualTo(4);
            stored = cases.snapshot(1, 1);
        }
        try (var restored = harness()) {
            restored.initializeState(stored);
            restored.open();
            restored.processElement(crime("c1", 2, CrimeStatus.ACTIVE), 0);
            restored.processElement(crime("c1", 5, CrimeStatus.ACTIVE), 0);
            restored.processWatermark(new Watermark(2));
            assertThat(received(restored))
                    .as("the copy of another day is none either")
                    .isEqualTo(1);
        }
    }

    private static int received(KeyedOneInputStreamOperatorTestHarness<String, DecodedRecord, Delta> cases) {
        return cases.getSideOutput(SubjectOperator.RECEIVED).stream()
                .mapToInt(count -> count.getValue().records)
                .sum();
    }

    @Test
    void a_version_beyond_those_that_are_kept_is_a_dead_letter_and_changes_no_figure() throws Exception {
        try (var cases = harness()) {
            cases.open();
            for (int number = 1; number <= Versions.MOST; number++) {
                cases.processElement(
                        crime("c1", number, number % 2 == 0 ? CrimeStatus.CANCELLED : CrimeStatus.ACTIVE), 0);
            }
            int sent = cases.extractOutputValues().size();
            assertThat(cases.getSideOutput(SubjectOperator.DEAD_LETTERS)).isNull();
            DecodedRecord beyond = crime("c1", Versions.MOST + 1, CrimeStatus.ACTIVE);
            beyond.stream = (byte) EventStream.CRIME_RECORDING.ordinal();
            beyond.partition = 3;
            beyond.offset = 42;
            beyond.timestamp = 7;

            cases.processElement(beyond, 0);
            cases.processElement(crime("c1", 7, CrimeStatus.ACTIVE), 0);

            assertThat(cases.extractOutputValues())
                    .as("its figures stay what they were")
                    .hasSize(sent);
            assertThat(cases.getSideOutput(SubjectOperator.DEAD_LETTERS))
                    .singleElement()
                    .extracting(StreamRecord::getValue)
                    .satisfies(letter -> {
                        assertThat(letter.reason).isEqualTo("too_many_versions");
                        assertThat(letter.detail).isEqualTo("the subject has 1000 versions, or steps, of this stream");
                        assertThat(letter.topic).isEqualTo("vaiwg.crime-recording");
                        assertThat(letter.partition).isEqualTo(3);
                        assertThat(letter.offset).isEqualTo(42);
                        assertThat(letter.timestamp).isEqualTo(7);
                        assertThat(letter.cut)
                                .as("its bytes are at its place only")
                                .isTrue();
                    });
            cases.processElement(outcome("c1"), 0);
            assertThat(cases.extractOutputValues())
                    .as("another stream of the same case")
                    .hasSizeGreaterThan(sent);
        }
    }

    @Test
    void an_unchanged_record_that_comes_each_hour_under_a_new_number_is_a_duplicate_and_the_change_after_it_counts()
            throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            int sent = cases.extractOutputValues().size();
            for (int hour = 1; hour <= 5_000; hour++) {
                cases.processElement(hourly(hour, CrimeStatus.ACTIVE), 0);
            }
            assertThat(cases.extractOutputValues()).as("it changes no figure").hasSize(sent);

            cases.processElement(hourly(5_001, CrimeStatus.CANCELLED), 0);

            assertThat(cases.extractOutputValues())
                    .as("the crime is taken out of the figures")
                    .hasSizeGreaterThan(sent);
            assertThat(cases.getSideOutput(SubjectOperator.DEAD_LETTERS)).isNull();
        }
    }

    @Test
    void a_case_is_remembered_over_a_restore() throws Exception {
        OperatorSubtaskState stored;
        List<Delta> uninterrupted;
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            stored = cases.snapshot(1, 1);
            int sent = cases.extractOutputValues().size();
            cases.processElement(outcome("c1"), 0);
            cases.processElement(crime("c1", 2, CrimeStatus.CANCELLED), 0);
            uninterrupted = cases.extractOutputValues()
                    .subList(sent, cases.extractOutputValues().size());
        }
        try (var restored = harness()) {
            restored.initializeState(stored);
            restored.open();
            restored.processElement(outcome("c1"), 0);
            restored.processElement(crime("c1", 2, CrimeStatus.CANCELLED), 0);
            assertThat(uninterrupted).hasSizeGreaterThan(1);
            assertThat(restored.extractOutputValues())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyElementsOf(uninterrupted);
        }
    }

    @Test
    void restored_under_another_layout_it_posts_all_that_it_keeps_anew_before_anything_else() throws Exception {
        OperatorSubtaskState stored;
        try (var cases = harness(OTHER_LAYOUT)) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c2", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(outcome("c1"), 0);
            stored = cases.snapshot(1, 1);
        }
        List<Delta> fromTheStart;
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(crime("c2", 1, CrimeStatus.ACTIVE), 0);
            cases.processElement(outcome("c1"), 0);
            fromTheStart = cases.extractOutputValues();
        }
        try (var restored = harness()) {
            restored.initializeState(stored);
            restored.open();
            assertThat(restored.extractOutputValues()).isEmpty();
            restored.processWatermark(new Watermark(1));
            assertThat(restored.getOutput().peek())
                    .as("the postings go before the watermark")
                    .isInstanceOf(StreamRecord.class);
            assertThat(restored.extractOutputValues())
                    .allMatch(delta -> delta.source == Delta.NO_SOURCE && delta.force.equals(Events.FORCE));
            assertThat(sums(restored.extractOutputValues())).isEqualTo(sums(fromTheStart));
            stored = restored.snapshot(2, 2);
        }
        try (var again = harness()) {
            again.initializeState(stored);
            again.open();
            again.processWatermark(new Watermark(2));
            assertThat(again.extractOutputValues()).as("once is enough").isEmpty();
        }
    }

    @Test
    void the_event_that_comes_first_after_that_finds_its_own_subject() throws Exception {
        OperatorSubtaskState stored;
        List<Delta> fromTheStart;
        try (var cases = harness(OTHER_LAYOUT);
                var always = harness()) {
            cases.open();
            always.open();
            for (String reference : List.of("c1", "c2", "c3")) {
                cases.processElement(crime(reference, 1, CrimeStatus.ACTIVE), 0);
                always.processElement(crime(reference, 1, CrimeStatus.ACTIVE), 0);
            }
            stored = cases.snapshot(1, 1);
            always.processElement(outcome("c2"), 0);
            always.processElement(outcome("c1"), 0);
            fromTheStart = always.extractOutputValues();
        }
        try (var restored = harness()) {
            restored.initializeState(stored);
            restored.open();
            restored.processElement(outcome("c2"), 0);
            restored.processElement(outcome("c1"), 0);
            assertThat(sums(restored.extractOutputValues())).isEqualTo(sums(fromTheStart));
        }
    }

    @Test
    void a_checkpoint_taken_before_anything_else_holds_the_new_delta_entries_too() throws Exception {
        OperatorSubtaskState stored;
        List<Delta> fromTheStart;
        try (var cases = harness(OTHER_LAYOUT);
                var always = harness()) {
            cases.open();
            always.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            always.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            stored = cases.snapshot(1, 1);
            fromTheStart = always.extractOutputValues();
        }
        try (var restored = harness()) {
            restored.initializeState(stored);
            restored.open();
            restored.prepareSnapshotPreBarrier(2);
            assertThat(sums(restored.extractOutputValues())).isNotEmpty().isEqualTo(sums(fromTheStart));
        }
    }

    @Test
    void forces_may_use_the_same_reference() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            int sent = cases.extractOutputValues().size();
            DecodedRecord elsewhere = crime("c1", 1, CrimeStatus.ACTIVE);
            elsewhere.force = "west-mercia";
            cases.processElement(elsewhere, 0);
            assertThat(cases.extractOutputValues()).hasSize(2 * sent);
        }
    }

    private DecodedRecord crime(String reference, long version, CrimeStatus status) throws Rejection {
        DecodedRecord event = event(reference);
        event.version = projected.crime(Events.crime(reference)
                .setVersion(version)
                .setStatus(status)
                .setChangedAt(Events.CHANGED.plusSeconds(version * 100_000))
                .build());
        return stamped(event);
    }

    private DecodedRecord hourly(int hour, CrimeStatus status) throws Rejection {
        DecodedRecord event = event("c1");
        event.version = projected.crime(Events.crime("c1")
                .setVersion(hour + 1)
                .setStatus(status)
                .setChangedAt(Events.CHANGED.plusSeconds(100_000 + hour * 3_600L))
                .build());
        return stamped(event);
    }

    private DecodedRecord outcome(String reference) throws Rejection {
        DecodedRecord event = event(reference);
        event.version = projected.outcome(Events.outcome(reference).build());
        return stamped(event);
    }

    private static DecodedRecord event(String reference) {
        DecodedRecord event = new DecodedRecord();
        event.force = Events.FORCE;
        event.subject = reference;
        event.source = 3;
        return event;
    }

    private static DecodedRecord stamped(DecodedRecord event) {
        event.version.knownAt = event.version.changedAt;
        return event;
    }

    private static List<DeltaEntry> entries(List<Delta> deltas) {
        PackedEntries.Reader reader = new PackedEntries.Reader();
        List<DeltaEntry> entries = new ArrayList<>();
        deltas.stream()
                .flatMap(delta -> Stream.of(delta.entries))
                .forEach(packed -> packed.forEach(reader, entry -> entries.add(entry.copy())));
        return entries;
    }

    /** What delta entries add up to, place by place: several may be one, or cancel each other. */
    private static Map<String, Integer> sums(List<Delta> deltas) {
        Map<String, Integer> sums = new TreeMap<>();
        for (DeltaEntry entry : entries(deltas)) {
            for (int word = 0; word < entry.numerator.length; word++) {
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    String place = entry.contributionType + " " + entry.day + " " + entry.enters + " "
                            + entry.dimensionKey + " " + (word * Long.SIZE + bit);
                    sums.merge(place + " part", (int) (entry.numerator[word] >>> bit & 1) * entry.sign, Integer::sum);
                    sums.merge(
                            place + " whole", (int) (entry.denominator[word] >>> bit & 1) * entry.sign, Integer::sum);
                }
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DecodedRecord, Delta> harness() throws Exception {
        return harness(ShippedCatalogue::get);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DecodedRecord, Delta> harness(
            SerializableSupplier<Catalogue> catalogue) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new SubjectOperator(SubjectType.CASE, "vaiwg.", catalogue), DecodedRecord::subjectKey, Types.STRING);
    }
}
