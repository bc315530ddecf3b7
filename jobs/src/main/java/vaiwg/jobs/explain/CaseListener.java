package vaiwg.jobs.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.engine.panes.FigureParts;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;

/** Hears in a replay what the records of one reference do to every figure. */
public final class CaseListener implements ReplayListener {
    private final String force;
    private final String reference;
    private final FigureParts parts;
    private final List<Evidence> records = new ArrayList<>();
    private final Map<Place, Contributor> places = new LinkedHashMap<>();
    private boolean hasSubject;

    record Place(Column column, int row) {
        @Override
        public int hashCode() {
            return 31 * column.firstCell() + row;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && column.firstCell() == place.column.firstCell() && row == place.row;
        }
    }

    public CaseListener(Catalogue catalogue, String force, String reference) {
        this.force = force;
        this.reference = reference;
        this.parts = new FigureParts(catalogue);
    }

    @Override
    public void admitted(DecodedRecord record) {
        if (record.note == null && record.force.equals(force) && isOfReference(record)) {
            Evidence evidence = Evidence.of(record);
            records.add(evidence);
            hasSubject |= record.subject.equals(reference) && !evidence.stream().isRestricted();
        }
    }

    @Override
    public void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
        if (event.force.equals(force) && event.subject.equals(reference)) {
            Evidence evidence = Evidence.of(event);
            Change.Sink sink = (column, row, change) -> places.computeIfAbsent(
                            new Place(column, row), place -> Contributor.of(type, reference))
                    .add(change);
            entries.forEach(entry -> parts.forEach(entry, Change.to(sink, evidence, entry)));
        }
    }

    private boolean isOfReference(DecodedRecord record) {
        return record.subject.equals(reference) || (record.ofCase != null && record.ofCase.subject.equals(reference));
    }

    /** The records of the reference that are used, in the order in which they were read. */
    public List<Evidence> records() {
        return List.copyOf(records);
    }

    /** Whether a record is its own, and does not only name it; whether one of a stream for few is, nobody is told by this. */
    public boolean hasSubject() {
        return hasSubject;
    }

    /** How it stands in each figure that it ever touched on a day that counts at a midnight, window by window. */
    public Collection<CaseFigure> at(int cutOff) {
        List<CaseFigure> figures = new ArrayList<>();
        places.forEach((place, contributor) -> {
            for (int window = 0; window < place.column().windows().size(); window++) {
                Figure figure = new Figure(force, place.column(), window, place.row());
                Counted counted = Counted.of(contributor, figure.days(cutOff));
                if (!counted.deciding().isEmpty()) {
                    figures.add(new CaseFigure(figure, counted));
                }
            }
        });
        return figures;
    }
}
