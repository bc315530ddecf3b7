package vaiwg.jobs.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.Events;
import vaiwg.jobs.admission.SubjectEvent;
import vaiwg.jobs.decode.Projection;
import vaiwg.jobs.decode.Refusal;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.signatures.Posting;
import vaiwg.schemas.CrimeStatus;

class CaseFunctionTest {
    private final Projection projection = new Projection(CodeMaps.shipped());

    @Test
    void anEventSendsItsDifferencesUnderItsForceAndSource() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            assertThat(cases.extractOutputValues())
                    .extracting(posting -> Lane.values()[posting.lane])
                    .containsExactlyInAnyOrder(Lane.RECORDED, Lane.MARKER);
            assertThat(cases.extractOutputValues())
                    .allMatch(posting -> posting.force.equals(Events.FORCE) && posting.source == 3);
        }
    }

    @Test
    void aDuplicateSendsNothing() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            int sent = cases.extractOutputValues().size();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            assertThat(cases.extractOutputValues()).hasSize(sent);
        }
    }

    @Test
    void aCaseIsRememberedOverARestore() throws Exception {
        OperatorSubtaskState stored;
        List<Posting> uninterrupted;
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
    void forcesMayUseTheSameReference() throws Exception {
        try (var cases = harness()) {
            cases.open();
            cases.processElement(crime("c1", 1, CrimeStatus.ACTIVE), 0);
            int sent = cases.extractOutputValues().size();
            SubjectEvent elsewhere = crime("c1", 1, CrimeStatus.ACTIVE);
            elsewhere.force = "west-mercia";
            cases.processElement(elsewhere, 0);
            assertThat(cases.extractOutputValues()).hasSize(2 * sent);
        }
    }

    private SubjectEvent crime(String reference, long version, CrimeStatus status) throws Refusal {
        SubjectEvent event = event(reference);
        event.crime = projection.crime(Events.crime(reference)
                .setVersion(version)
                .setStatus(status)
                .setChangedAt(Events.CHANGED.plusSeconds(version * 100_000))
                .build());
        return stamped(event);
    }

    private SubjectEvent outcome(String reference) throws Refusal {
        SubjectEvent event = event(reference);
        event.outcome = projection.outcome(Events.outcome(reference).build());
        return stamped(event);
    }

    private static SubjectEvent event(String reference) {
        SubjectEvent event = new SubjectEvent();
        event.force = Events.FORCE;
        event.subject = reference;
        event.source = 3;
        return event;
    }

    private static SubjectEvent stamped(SubjectEvent event) {
        Version version = event.version();
        version.admittedAt = version.changedAt;
        return event;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SubjectEvent, Posting> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CaseFunction(Catalogue::shipped)), SubjectEvent::key, Types.STRING);
    }
}
