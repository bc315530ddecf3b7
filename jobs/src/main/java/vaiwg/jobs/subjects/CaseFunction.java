package vaiwg.jobs.subjects;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.admission.SubjectEvent;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.signatures.SubjectPostings;

/** Keeps every version of a case, and turns each change into the postings that it causes. */
public final class CaseFunction extends KeyedProcessFunction<String, SubjectEvent, Posting> {
    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<Catalogue> catalogue;
    private transient ValueState<CaseState> state;
    private transient SubjectPostings postings;
    private transient ArrivalCounters counters;

    public CaseFunction(SerializableSupplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("case", TypeInformation.of(CaseState.class)));
        postings = new SubjectPostings(catalogue.get());
        counters = new ArrivalCounters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(SubjectEvent event, Context context, Collector<Posting> out) throws Exception {
        CaseState before = state.value();
        CaseState known = before == null ? new CaseState() : before;
        counters.count(known.arrivalOf(event.version()));
        CaseState after = known.with(event.version());
        if (after == known) {
            return;
        }
        state.update(after);
        for (Posting posting : postings.ofCase(before, after, event.version().admittedAt)) {
            posting.force = event.force;
            posting.source = event.source;
            counters.posted();
            out.collect(posting);
        }
    }
}
