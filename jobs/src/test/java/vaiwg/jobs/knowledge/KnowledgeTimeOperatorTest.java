package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.EventStream;

class KnowledgeTimeOperatorTest {
    private static final long T = 1_780_000_000_000L;
    private static final long MINUTE = 60_000L;

    private OneInputStreamOperatorTestHarness<DecodedRecord, Void> admission;

    @BeforeEach
    void open() throws Exception {
        admission = harness(1, 0);
        admission.open();
    }

    @AfterEach
    void close() throws Exception {
        admission.close();
    }

    @Test
    void an_event_in_time_is_known_from_its_change() throws Exception {
        send(event(0, T));
        send(event(0, T - PartitionClock.DISORDER + 1));
        assertThat(knowledgeTimes()).containsExactly(T, T - PartitionClock.DISORDER + 1);
        assertThat(side(KnowledgeTimeOperator.LATE_EVENTS)).isEmpty();
    }

    @Test
    void a_late_event_is_known_just_after_the_clock_and_listed() throws Exception {
        send(progress(0, T));
        DecodedRecord late = event(0, T - 5 * MINUTE);
        late.offset = 77;
        send(late);
        assertThat(knowledgeTimes()).containsExactly(T + 1);
        assertThat(side(KnowledgeTimeOperator.LATE_EVENTS)).singleElement().satisfies(listed -> {
            assertThat(listed.topic).isEqualTo("vaiwg.outcome");
            assertThat(listed.partition).isZero();
            assertThat(listed.offset).isEqualTo(77);
            assertThat(listed.eventId).isEqualTo(late.version.eventId().toString());
            assertThat(listed.changedAt).isEqualTo(T - 5 * MINUTE);
            assertThat(listed.knownAt).isEqualTo(T + 1);
        });
    }

    @Test
    void each_partition_has_its_own_clock() throws Exception {
        send(progress(0, T));
        send(event(1, T - 5 * MINUTE));
        assertThat(knowledgeTimes()).containsExactly(T - 5 * MINUTE);
    }

    @Test
    void a_rejected_record_is_a_dead_letter_with_its_bytes_and_place() throws Exception {
        DecodedRecord rejected = rejected(0, Reason.UNDECODABLE);
        rejected.offset = 9;
        rejected.timestamp = T;
        rejected.key = new byte[] {1};
        rejected.value = new byte[] {2, 3};
        send(rejected);
        assertThat(knowledgeTimes()).isEmpty();
        assertThat(side(KnowledgeTimeOperator.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.reason).isEqualTo("undecodable");
            assertThat(letter.topic).isEqualTo("vaiwg.outcome");
            assertThat(letter.offset).isEqualTo(9);
            assertThat(letter.timestamp).isEqualTo(T);
            assertThat(letter.key).containsExactly(1);
            assertThat(letter.value).containsExactly(2, 3);
        });
    }

    @Test
    void what_is_rejected_moves_no_clock() throws Exception {
        send(progress(0, T));
        DecodedRecord rejected = rejected(0, Reason.KEY_MISMATCH);
        rejected.changedAt = T + 1_000 * MINUTE;
        send(rejected);
        send(event(0, T + MINUTE));
        assertThat(knowledgeTimes()).containsExactly(T + MINUTE);
    }

    @Test
    void progress_that_is_not_believed_moves_no_clock_and_is_no_dead_letter() throws Exception {
        send(progress(0, T));
        DecodedRecord ahead = progress(0, T + 40 * MINUTE);
        ahead.believed = false;
        ahead.clock = T;
        send(ahead);
        send(event(0, T + MINUTE));
        assertThat(knowledgeTimes()).containsExactly(T + MINUTE);
        assertThat(side(KnowledgeTimeOperator.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void clocks_that_moved_are_reported_twice_a_second_and_before_a_checkpoint() throws Exception {
        send(progress(0, T));
        send(progress(0, T + MINUTE));
        send(progress(1, T));
        assertThat(side(KnowledgeTimeOperator.FEED_CLOCKS)).isEmpty();
        admission.setProcessingTime(500);
        admission.setProcessingTime(1_000);
        assertThat(reported())
                .as("each once, as it stands")
                .containsExactlyInAnyOrder(List.of(0L, T + MINUTE), List.of(1L, T));
        send(progress(1, T + MINUTE));
        admission.getOperator().prepareSnapshotPreBarrier(1);
        assertThat(reported()).hasSize(3).contains(List.of(1L, T + MINUTE));
    }

    @Test
    void after_a_restore_a_partition_is_told_by_the_clock_that_holds_the_watermark() throws Exception {
        send(progress(0, T));
        OperatorSubtaskState stored = admission.snapshot(1, 1);
        try (var restored = harness(1, 0)) {
            restored.initializeState(stored);
            restored.open();
            DecodedRecord before = arrival(0);
            before.replayed = true;
            before.clock = T - 1_000 * MINUTE;
            restored.processElement(before, 0);
            restored.setProcessingTime(500);
            assertThat(restored.getSideOutput(KnowledgeTimeOperator.FEED_CLOCKS))
                    .singleElement()
                    .satisfies(clock -> assertThat(clock.getValue().clock).isEqualTo(T - 1_000 * MINUTE));
            restored.processElement(event(0, T - 1), 0);
            assertThat(admitted(restored).get(0))
                    .as("from when an event is known is decided by all that was read")
                    .isEqualTo(T + 1);
        }
    }

    @Test
    void a_notes_words_go_to_the_database_and_its_knowledge_time_to_the_panes_of_its_force() throws Exception {
        send(progress(0, T));
        DecodedRecord note = event(0, T - MINUTE);
        note.note = new OwnerNote();
        note.note.cause = "Staff moved";
        note.note.version = new NoteVersion();
        note.note.version.signalId = "signal-1";
        note.note.force = note.force;
        send(note);
        assertThat(knowledgeTimes()).as("it is no subject's").isEmpty();
        assertThat(side(KnowledgeTimeOperator.NOTES)).singleElement().satisfies(row -> {
            assertThat(row.force).isEqualTo("west-midlands");
            assertThat(row.cause).isEqualTo("Staff moved");
            assertThat(row.version.knownAt).isEqualTo(T + 1);
        });
        assertThat(side(KnowledgeTimeOperator.MARKERS))
                .as("a note is no source of figures")
                .singleElement()
                .satisfies(delta -> {
                    assertThat(delta.force).isEqualTo("west-midlands");
                    assertThat(delta.entries).isEmpty();
                    assertThat(delta.source).isEqualTo(Delta.NO_SOURCE);
                    assertThat(delta.note.knownAt).isEqualTo(T + 1);
                    assertThat(delta.note.signalId).isEqualTo("signal-1");
                });
        assertThat(side(KnowledgeTimeOperator.LATE_EVENTS)).hasSize(1);
    }

    /** A force that logs no contacts of a duty is not told to send them by its other contacts. */
    @Test
    void the_first_contact_of_a_duty_is_told_beside_the_first_of_its_stream() throws Exception {
        for (String duty : List.of("", "INFORMATION", "INFORMATION", "LETTER")) {
            send(contact(duty));
        }
        assertThat(side(KnowledgeTimeOperator.MARKERS))
                .extracting(marker -> marker.kind)
                .containsExactly(
                        RecordKind.of(EventStream.VICTIM_CONTACT).number(),
                        RecordKind.of(Duty.INFORMATION).number());
    }

    @Test
    void how_many_records_became_known_is_told_once_before_a_day_ends_and_before_a_checkpoint() throws Exception {
        long day = LondonDays.startOf(LondonDays.dayOf(T));
        for (int i = 0; i < 3; i++) {
            send(event(0, day + 1_000 + i));
        }
        DecodedRecord conduct = event(0, day + 2_000);
        conduct.stream = (byte) EventStream.CONDUCT.ordinal();
        send(conduct);
        send(rejected(0, Reason.UNDECODABLE));
        assertThat(arrivals()).as("a replay sends no delta for each").isEmpty();
        admission.processWatermark(day + 1_000);
        assertThat(arrivals())
                .containsExactlyInAnyOrder(
                        "west-midlands OUTCOME " + day + " 3", "west-midlands CONDUCT " + day + " 1");
        send(event(0, day + 3_000));
        admission.getOperator().prepareSnapshotPreBarrier(1);
        admission.processWatermark(day + 3_000);
        assertThat(arrivals()).hasSize(3).endsWith("west-midlands OUTCOME " + day + " 1");
    }

    private List<String> arrivals() {
        return side(KnowledgeTimeOperator.MARKERS).stream()
                .filter(delta -> delta.arrivals > 0)
                .map(delta ->
                        delta.force + " " + EventStream.values()[delta.kind] + " " + delta.marks + " " + delta.arrivals)
                .toList();
    }

    @Test
    void clocks_go_on_where_they_stood_also_on_another_subtask() throws Exception {
        send(progress(0, T));
        send(progress(1, T + MINUTE));
        OperatorSubtaskState stored = admission.snapshot(1, 1);
        for (int subtask = 0; subtask < 2; subtask++) {
            try (var restored = harness(2, subtask)) {
                restored.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(stored, 128, 1, 2, subtask));
                restored.open();
                restored.processElement(event(0, T - 1), 0);
                restored.processElement(event(1, T + MINUTE), 0);
                assertThat(admitted(restored)).containsExactly(T + 1, T + MINUTE + 1);
            }
        }
    }

    @Test
    void where_two_subtasks_knew_a_partition_the_greater_clock_holds() throws Exception {
        send(progress(0, T));
        OperatorSubtaskState one = admission.snapshot(1, 1);
        send(progress(0, T + MINUTE));
        OperatorSubtaskState other = admission.snapshot(2, 2);
        OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(other, one);
        try (var restored = harness(1, 0)) {
            restored.initializeState(both);
            restored.open();
            restored.processElement(event(0, T), 0);
            assertThat(admitted(restored).get(0)).isEqualTo(T + MINUTE + 1);
        }
    }

    private static OneInputStreamOperatorTestHarness<DecodedRecord, Void> harness(int parallelism, int subtask)
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new KnowledgeTimeOperator(), 128, parallelism, subtask);
    }

    private void send(DecodedRecord arrival) throws Exception {
        admission.processElement(arrival, arrival.timestamp);
    }

    private List<Long> knowledgeTimes() {
        return admitted(admission);
    }

    /** The knowledge times of the events of cases. */
    private static List<Long> admitted(OneInputStreamOperatorTestHarness<DecodedRecord, Void> harness) {
        Queue<StreamRecord<DecodedRecord>> events =
                harness.getSideOutput(KnowledgeTimeOperator.ofSubjects(SubjectType.CASE));
        return events == null
                ? List.of()
                : events.stream().map(event -> event.getValue().version.knownAt).toList();
    }

    private List<List<Long>> reported() {
        return side(KnowledgeTimeOperator.FEED_CLOCKS).stream()
                .map(clock -> List.of((long) clock.partition, clock.clock))
                .toList();
    }

    private <T> Collection<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = admission.getSideOutput(tag);
        return records == null
                ? List.of()
                : records.stream().map(StreamRecord::getValue).toList();
    }

    private static DecodedRecord event(int partition, long changedAt) {
        DecodedRecord arrival = arrival(partition);
        arrival.force = "west-midlands";
        arrival.subject = "c1";
        arrival.changedAt = changedAt;
        arrival.believed = true;
        arrival.version = new OutcomeVersion();
        arrival.version.changedAt = changedAt;
        arrival.version.eventLow = changedAt;
        return arrival;
    }

    private static DecodedRecord contact(String duty) {
        DecodedRecord arrival = event(0, 1_000);
        arrival.stream = (byte) EventStream.VICTIM_CONTACT.ordinal();
        ContactVersion contact = new ContactVersion();
        contact.kind = duty.isEmpty() ? (byte) ContactKind.AUDIT.ordinal() : ContactVersion.DUTY;
        arrival.version = contact;
        arrival.version.changedAt = arrival.changedAt;
        Duty.field().setIn(contact, UnitCode.of(duty));
        return arrival;
    }

    private static DecodedRecord progress(int partition, long completeThrough) {
        DecodedRecord arrival = arrival(partition);
        arrival.progress = true;
        arrival.believed = true;
        arrival.changedAt = completeThrough;
        arrival.clock = completeThrough;
        return arrival;
    }

    private static DecodedRecord rejected(int partition, Reason reason) {
        DecodedRecord arrival = arrival(partition);
        arrival.rejected = reason.slug();
        arrival.detail = "a reason";
        return arrival;
    }

    private static DecodedRecord arrival(int partition) {
        DecodedRecord arrival = new DecodedRecord();
        arrival.topic = EventStream.OUTCOME.topic("vaiwg.");
        arrival.stream = (byte) EventStream.OUTCOME.ordinal();
        arrival.partition = partition;
        return arrival;
    }
}
