package vaiwg.jobs.subjects;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.admission.SubjectEvent;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.signatures.SubjectPostings;

/** Keeps every step in the management of a perpetrator, and turns each into the postings that it causes. */
public final class PerpetratorFunction extends KeyedProcessFunction<String, SubjectEvent, Posting> {
    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<Catalogue> catalogue;
    private transient ValueState<PerpetratorState> state;
    private transient SubjectPostings postings;
    private transient ArrivalCounters counters;

    public PerpetratorFunction(SerializableSupplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("perpetrator", TypeInformation.of(PerpetratorState.class)));
        postings = new SubjectPostings(catalogue.get());
        counters = new ArrivalCounters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(SubjectEvent event, Context context, Collector<Posting> out) throws Exception {
        PerpetratorState before = state.value();
        PerpetratorState known = before == null ? new PerpetratorState() : before;
        counters.count(Versions.arrivalOf(known.steps, event.step));
        PerpetratorState after = known.with(event.step);
        if (after == known) {
            return;
        }
        state.update(after);
        for (Posting posting : postings.ofPerpetrator(before, after, event.step.admittedAt)) {
            posting.force = event.force;
            posting.source = event.source;
            counters.posted();
            out.collect(posting);
        }
    }
}
